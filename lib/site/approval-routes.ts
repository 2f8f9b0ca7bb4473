import type { Context, Hono } from 'hono';
import { approve, type ApproveDeps } from '#lib/delivery/approve.ts';
import { hasBegun, type EditionHead } from '#lib/delivery/edition-head.ts';
import { withoutReader } from '#lib/briefing/placeholders.ts';
import type { Edition, EditionStore } from '#lib/edition/edition.ts';
import type { KeyRing } from '#lib/subscription/key-ring.ts';
import { verifyTimedLink, type LinkTarget } from '#lib/subscription/timed-link.ts';
import {
  approvedPage,
  askApprovalPage,
  cancelledPage,
  replacedPage,
  tooLatePage,
  underWayPage,
} from './approval-pages.ts';
import { PERSONAL, type MakePage, type PageStatus, type Show } from './page.ts';
import { badLinkPage } from './unsubscribe-pages.ts';

export interface ApprovalRoutesDeps {
  editions: Pick<EditionStore, 'get'>;
  ledger: ApproveDeps['ledger'];
  keys: KeyRing;
  /** Told of an edition that was approved here; without, whoever plans finds it in the record. */
  onApproved?: (edition: Edition) => void;
  now: () => Date;
}

/** Who approves by the link, in the edition's head. */
const BY = 'approval link';

/** A mail's own styles and nothing else; nothing frames it. */
const EDITION_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The page behind the link of the approval mail: GET shows what waits, POST begins its sending. The link is good
 * for exactly the content that the operator was asked about.
 */
export function addApprovalRoutes(app: Hono, deps: ApprovalRoutesDeps, show: Show): void {
  const { ledger, now } = deps;
  const personal = (context: Context, page: MakePage, status: PageStatus = 200) =>
    show(context, page, status, PERSONAL);

  app.get('/approve/:token', async (context) => {
    const link = await follow(context.req.param('token'), deps);
    if (!('edition' in link)) return personal(context, link.page, link.status);
    const head = await ledger.head(link.edition.id);
    if (head !== null && hasBegun(head)) return personal(context, standingPage(head));
    return personal(context, askApprovalPage(link.edition, context.req.path));
  });

  app.get('/approve/:token/edition', async (context) => {
    const link = await follow(context.req.param('token'), deps);
    if (!('edition' in link)) return personal(context, link.page, link.status);
    return context.html(withoutReader(link.edition.html, '#'), 200, {
      ...PERSONAL,
      'content-security-policy': EDITION_POLICY,
    });
  });

  app.post('/approve/:token', async (context) => {
    const link = await follow(context.req.param('token'), deps);
    if (!('edition' in link)) return personal(context, link.page, link.status);
    const { edition, target } = link;
    // The link ends when the sending may begin no more: as long as it works, it is in time.
    const outcome = await approve(edition, { ledger, now, by: BY }, { startBy: now() });
    if (outcome.kind === 'late') return personal(context, tooLatePage(target), 410);
    if (outcome.kind === 'replaced') return personal(context, replacedPage(target), 410);
    if (outcome.kind === 'standing') return personal(context, standingPage(outcome.head), 409);
    deps.onApproved?.(edition);
    return personal(context, approvedPage(edition));
  });
}

const standingPage = ({ state }: EditionHead): MakePage =>
  state === 'cancelled' ? cancelledPage : underWayPage;

type Followed = { edition: Edition; target: LinkTarget } | { page: MakePage; status: 400 | 410 };

/** The edition that a link is about, or the page that says why it is of no use. */
async function follow(
  token: string,
  { editions, keys, now }: ApprovalRoutesDeps,
): Promise<Followed> {
  let edition: Edition | null = null;
  const check = await verifyTimedLink(token, 'approve', { keys, now: now() }, async (target) => {
    edition = await editions.get({ topicId: target.topicId, date: target.id });
    return edition?.contentHash ?? null;
  });
  if (check.kind === 'invalid') return { page: badLinkPage, status: 400 };
  if (check.kind === 'expired') return { page: tooLatePage(check.target), status: 410 };
  if (check.kind === 'overtaken' || edition === null)
    return { page: replacedPage(check.target), status: 410 };
  return { edition, target: check.target };
}

import type { Context, Hono } from 'hono';
import { withoutReader } from '#lib/briefing/placeholders.ts';
import type { CheckedMail, Finding } from './checks/finding.ts';
import { checksPage, checksPane } from './checks-pane.ts';
import { frameHtml, frameStateOf, linkedHere } from './frame-html.ts';
import { notFoundPage, type Markup, type Section } from './layout.ts';
import { mailPage } from './mail-page.ts';
import type { PostOffice } from './post-office.ts';
import { framedHeaders, PAGE_HEADERS } from './security.ts';
import { checkedMail, type ShownMail } from './shown-mail.ts';
import { viewsOf } from './views.ts';

export interface MailRoutes {
  section: Section;
  /** Path with parameters, such as `/studio/inbox/:id`. */
  pattern: string;
  find: (context: Context) => Promise<ShownMail | null>;
  side: (mail: ShownMail, context: Context) => Promise<Markup>;
  missing: string;
  revision: () => string;
  office: Pick<PostOffice, 'destination'>;
  check: (mail: CheckedMail) => Promise<Finding[]>;
}

/** The pages of one kind of mail: the mail in its views, its HTML for a frame, and its checks. */
export function addMailRoutes(app: Hono, routes: MailRoutes): void {
  const { pattern, find, missing, check } = routes;
  app.get(pattern, async (context) => {
    const mail = await find(context);
    return mail === null ? notFound(context, missing) : showMail(context, mail, routes);
  });
  app.get(`${pattern}/html`, async (context) => {
    const mail = await find(context);
    if (mail === null || mail.parts === null) return notFound(context, missing);
    const state = frameStateOf((name) => context.req.query(name));
    const html = withoutReader(frameHtml(mail.parts.html, state), mail.viewUrl ?? '/editions');
    const { origin } = new URL(context.req.url);
    return context.html(linkedHere(html, origin), 200, framedHeaders(state));
  });
  app.get(`${pattern}/checks`, async (context) => {
    const mail = await find(context);
    if (mail === null) return notFound(context, missing);
    const checked = await checkedMail(mail);
    const findings = checked === null ? [] : await check(checked);
    const isPane = context.req.query('part') === 'pane';
    return page(context, isPane ? checksPane(findings) : checksPage(mail.path, findings));
  });
}

/** The page of a mail that was found. */
export async function showMail(
  context: Context,
  mail: ShownMail,
  { section, side, revision, office }: MailRoutes,
): Promise<Response> {
  const viewId = context.req.query('view');
  const notice = NOTICES[context.req.query('test') ?? ''];
  const markup = mailPage({
    section,
    side: await side(mail, context),
    mail,
    viewId: viewsOf(mail).some(({ id }) => id === viewId) ? viewId : undefined,
    revision: revision(),
    office,
    notice,
  });
  return page(context, markup);
}

const NOTICES: Record<string, string> = {
  sent: 'The test is sent.',
  refused: 'The test was not sent: the mail server refused it.',
  unsent: 'The test was not sent: the mail server takes nothing now.',
  unknown: 'The test was perhaps sent: the connection broke.',
};

export function page(context: Context, markup: Markup): Response | Promise<Response> {
  return context.html(markup, 200, PAGE_HEADERS);
}

export function notFound(context: Context, what: string): Response | Promise<Response> {
  return context.html(notFoundPage(what), 404, PAGE_HEADERS);
}

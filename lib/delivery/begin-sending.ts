import type { Edition } from '#lib/edition/edition.ts';
import { latestStart, nextSlotDate, slotInstant } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { countAudience } from './count-audience.ts';
import { hasBegun, type EditionHead } from './edition-head.ts';
import { forecast, type Forecast } from './forecast.ts';
import type { EditionHeads } from './ledger.ts';
import { plan, type PlanDeps, type PlanReport } from './plan.ts';
import type { SendQuota } from './send-quota.ts';

/** What an operator is asked. */
export interface ApprovalRequest {
  edition: Edition;
  topic: Topic;
  /** With the reason in it where the quota does not bear the edition. */
  forecast: Forecast;
  /** Until when it may be approved. */
  startBy: Date;
}

export interface BeginDeps extends PlanDeps {
  quota: SendQuota;
  /** List price of the mail server; null: it costs nothing by the mail. */
  usdAThousand: number | null;
  /** Asks the operator by mail; null: there is none. */
  ask: ((request: ApprovalRequest) => Promise<void>) | null;
}

/**
 * planned: it goes out, or went out before. waits: a person has to approve it, because the topic asks for that
 * or the quota does not bear it (`forecast.refusal`). late: nothing was done, because it should have begun by `startBy`.
 */
export type Beginning =
  | { kind: 'planned'; plan: PlanReport; forecast: Forecast | null }
  | { kind: 'waits'; forecast: Forecast; asked: boolean; startBy: Date }
  | { kind: 'late'; startBy: Date };

/**
 * Begins the sending of an edition, or goes on with it, unless that is a person's to decide. Called again at any
 * time, also by two at once: an edition that waits is not begun, and its operator is asked once for each content.
 * @throws DependencyError where a store fails, the mail server does not tell its limits, or the operator cannot be asked
 */
export async function beginSending(
  edition: Edition,
  topic: Topic,
  deps: BeginDeps,
  { evenIfLate = false }: { evenIfLate?: boolean } = {},
): Promise<Beginning> {
  const head = await deps.ledger.head(edition.id);
  const foretell = () => foretellEdition(edition, topic, deps);
  if (hasBegun(head)) return planned(edition, { ...deps, foretell });
  const startBy = latestStart(topic.schedule, edition.slot);
  if (!evenIfLate && deps.now() > startBy) return { kind: 'late', startBy };
  const told = await foretell();
  if (topic.approval || told.refusal !== null)
    return hold({ edition, topic, forecast: told, startBy }, head, {
      ...deps,
      // The link in the mail would have ended with `startBy`: who sends so late approves by hand.
      ask: deps.now() > startBy ? null : deps.ask,
    });
  // Refused before, when the quota was lower.
  if (head !== null) await setGoing(edition, head, deps);
  return planned(edition, { ...deps, foretell: async () => told });
}

/** What sending an edition to its audience takes, with the quota as it is now. */
export async function foretellEdition(
  { topicId }: Pick<Edition, 'topicId'>,
  { schedule }: Topic,
  deps: Pick<BeginDeps, 'quota' | 'usdAThousand' | 'subscribers' | 'now'>,
): Promise<Forecast> {
  const recipients = await countAudience(topicId, deps);
  const limits = await deps.quota.read();
  const now = deps.now();
  const finishBy = slotInstant(schedule, nextSlotDate(schedule, now));
  return forecast({ recipients, limits, now, usdAThousand: deps.usdAThousand, finishBy });
}

async function planned(edition: Edition, deps: BeginDeps): Promise<Beginning> {
  const report = await plan(edition, deps);
  const [first] = await deps.ledger.rounds(edition.id);
  return { kind: 'planned', plan: report, forecast: first?.forecast ?? null };
}

/** Ends the reason of an edition that waits while no operator is known: the first one known is asked. */
const NOBODY_ASKED = 'nobody was asked to approve it';

/**
 * Leaves an edition to a person. The operator is asked before the record says so: whoever is killed in between asks
 * again, rather than not at all.
 */
async function hold(
  request: ApprovalRequest,
  head: EditionHead | null,
  deps: BeginDeps,
): Promise<Beginning> {
  const { edition, forecast: told, startBy } = request;
  const isHeld = head !== null && head.since >= edition.composedAt;
  const isAskedBefore = isHeld && !(head.reason ?? '').endsWith(NOBODY_ASKED);
  const asked = isAskedBefore || deps.ask !== null;
  const waits = { kind: 'waits', forecast: told, startBy, asked } as const;
  if (isAskedBefore || (isHeld && !asked)) return waits;
  await deps.ask?.(request);
  const at = deps.now().toISOString();
  const { by, ledger } = deps;
  const { id: editionId, contentHash } = edition;
  const reason = asked ? told.refusal : [told.refusal ?? [], NOBODY_ASKED].flat().join('; ');
  if (head === null) {
    const opening = { state: 'planned', by, since: at, begunAt: at, reason } as const;
    await ledger.begin({ editionId, contentHash, ...opening, startBy: startBy.toISOString() });
  } else {
    await catchUp(edition, head, ledger);
    await ledger.changeState(editionId, { to: 'planned', by, at, reason }, ['planned']);
  }
  return waits;
}

async function setGoing(edition: Edition, head: EditionHead, deps: BeginDeps): Promise<void> {
  await catchUp(edition, head, deps.ledger);
  const { id, contentHash } = edition;
  const change = {
    to: 'sending',
    by: deps.by,
    at: deps.now().toISOString(),
    reason: null,
  } as const;
  await deps.ledger.changeState(id, { ...change, contentHash }, ['planned']);
}

/**
 * Lets the record of a planned edition be of the content that stands, where that replaced the content it was of:
 * whoever composed it again may have been killed in between. Never the other way: `edition` may be read too early.
 */
export async function catchUp(
  { id, contentHash, revision }: Edition,
  head: EditionHead,
  ledger: Pick<EditionHeads, 'repin'>,
): Promise<void> {
  if (revision?.replaces === head.contentHash && contentHash !== head.contentHash)
    await ledger.repin(id, head.contentHash, contentHash);
}

import * as z from 'zod/mini';
import { reasonOf } from '#lib/dependency-error.ts';
import { beginSending, type Beginning } from '#lib/delivery/begin-sending.ts';
import { hasBegun } from '#lib/delivery/edition-head.ts';
import type { Forecast } from '#lib/delivery/forecast.ts';
import { compose, type ComposeOutcome } from '#lib/edition/compose.ts';
import { editionId, type Edition, type Slot } from '#lib/edition/edition.ts';
import { formatFault, parseWith, type Parsed } from '#lib/fault.ts';
import { dueSlotDate, latestStart } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { METRICS } from '../metric-names.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(async () => wire(process.env));

/**
 * What EventBridge Scheduler sends, and what a person may send by hand:
 * `{"topic": "us-north-korea"}` for the slot that is due, or with `"slot": "2026-11-16"` for that one, and with
 * `"late": true` also where its sending should have begun long ago.
 */
const ComposeEvent = z.object({
  topic: z
    .string('the id of a topic')
    .check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'the id of a topic')),
  slot: z.optional(z.iso.date('a date such as 2026-11-16')),
  /** When the schedule was due; a late retry still composes that slot. */
  scheduledAt: z.optional(z.iso.datetime('an instant such as 2026-11-16T07:00:00Z')),
  late: z.optional(z.boolean('true or false')),
});
type ComposeEvent = z.infer<typeof ComposeEvent>;

/**
 * What is answered to who invoked the function by hand. waits: a person has to approve it until `startBy`.
 * late: nothing was composed or sent; `"late": true` does it all the same.
 */
export type ComposeAnswer =
  | { outcome: 'frozen' | 'exists'; editionId: string; planned: number; forecast: Forecast | null }
  | { outcome: 'waits'; editionId: string; reason: string; startBy: string; forecast: Forecast }
  | { outcome: 'skipped' | 'refused' | 'late'; reason: string };

/** The event was not of the form that this function takes. */
export class EventError extends Error {
  override readonly name = 'EventError';
}

/** The function as AWS calls it. */
export const handler = async (event: unknown): Promise<ComposeAnswer> =>
  handleCompose(event, await wiring());

/**
 * Composes the edition of a slot and plans its deliveries, or leaves that to a person where the topic asks for an
 * approval. Again for the same slot, it plans the same edition again: a run that was killed before its plan
 * is completed, and the ledger keeps anybody from being mailed twice. Too late, it does nothing and says so.
 * @throws EventError for an event of the wrong form or an unknown topic, DependencyError where a store fails
 */
export async function handleCompose(event: unknown, deps: HandlerDeps): Promise<ComposeAnswer> {
  const asked = demand(parseWith(ComposeEvent, event, 'event'));
  const topic = demand(await deps.loadTopic(asked.topic));
  const now = deps.now();
  const slot: Slot = { topicId: topic.id, date: asked.slot ?? dueDate(topic, asked, now) };
  const evenIfLate = asked.late === true;
  const isLate = now > latestStart(topic.schedule, slot.date);
  if (isLate && !evenIfLate && !hasBegun(await deps.ledger.head(editionId(slot))))
    return tellTooLate(slot, topic, deps);
  const outcome = await compose(slot, now, { ...deps, topic });
  if (!('edition' in outcome)) return tellWhyNot(editionId(slot), outcome, deps);
  const beginning = await beginSending(outcome.edition, topic, deps, { evenIfLate });
  return beginning.kind === 'late'
    ? tellTooLate(slot, topic, deps)
    : tellBeginning(outcome, beginning, deps);
}

function demand<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new EventError(parsed.faults.map(formatFault).join('\n'));
}

function dueDate({ schedule }: Topic, { scheduledAt }: ComposeEvent, now: Date): string {
  return dueSlotDate(schedule, scheduledAt === undefined ? now : new Date(scheduledAt));
}

type Frozen = Extract<ComposeOutcome, { edition: Edition }>;

function tellBeginning(
  { kind, edition }: Frozen,
  beginning: Exclude<Beginning, { kind: 'late' }>,
  deps: HandlerDeps,
): ComposeAnswer {
  const { quarantined, dropped, outsideEras, articles } = edition.record;
  const { forecast } = beginning;
  if (kind === 'frozen' && quarantined.length > 0)
    deps.count(METRICS.articlesQuarantined, quarantined.length);
  const code = kind === 'frozen' ? 'COMPOSE_FROZEN' : 'COMPOSE_EXISTS';
  const told = {
    ...{ code, editionId: edition.id, contentHash: edition.contentHash },
    articles: articles.length,
    quarantined: quarantined.length,
    outsideEras: outsideEras.length,
    dropped: dropped.length,
    forecast,
  };
  if (beginning.kind === 'waits') {
    deps.log.info('edition composed', told);
    return tellWaiting(edition.id, beginning, deps);
  }
  const { planned, queued, state } = beginning.plan;
  deps.log.info('edition composed, deliveries planned', { ...told, planned, queued, state });
  return { outcome: kind, editionId: edition.id, planned, forecast };
}

function tellWaiting(
  id: string,
  { forecast, startBy, asked }: Extract<Beginning, { kind: 'waits' }>,
  { log }: HandlerDeps,
): ComposeAnswer {
  const reason = forecast.refusal ?? 'it has to be approved';
  const told = { editionId: id, reason, startBy: startBy.toISOString() };
  if (!asked) log.error('nobody to ask for an approval', { code: 'COMPOSE_UNTOLD', ...told });
  if (forecast.refusal === null)
    log.info('edition waits for approval', { code: 'COMPOSE_WAITS', ...told });
  else log.error('the quota does not bear the edition', { code: 'COMPOSE_QUOTA', ...told });
  return { outcome: 'waits', ...told, forecast };
}

/** It is told with each event that comes too late; nothing is composed, and nobody is mailed. */
async function tellTooLate(slot: Slot, topic: Topic, deps: HandlerDeps): Promise<ComposeAnswer> {
  const { log } = deps;
  deps.count(METRICS.editionsMissing, 1);
  const id = editionId(slot);
  const startBy = latestStart(topic.schedule, slot.date).toISOString();
  const reason = `its sending should have begun by ${startBy}`;
  log.error('edition is too late', { code: 'COMPOSE_LATE', editionId: id, reason });
  const head = await deps.ledger.head(id);
  const isComposed = head !== null || (await deps.editions.get(slot)) !== null;
  const why = head !== null ? 'unapproved' : isComposed ? 'unbegun' : 'uncomposed';
  await deps.tellLate?.(slot, why, topic).catch((error: unknown) => {
    const code = 'COMPOSE_UNTOLD';
    log.error('operator not told', { code, editionId: id, reason: reasonOf(error) });
  });
  return { outcome: 'late', reason };
}

function tellWhyNot(
  id: string,
  outcome: Exclude<ComposeOutcome, { edition: Edition }>,
  { count, log }: HandlerDeps,
): ComposeAnswer {
  const { kind, reason } = outcome;
  if (kind === 'skipped')
    log.info('edition skipped', { code: 'COMPOSE_SKIPPED', editionId: id, reason });
  else {
    const faults = outcome.faults.map(formatFault);
    count(METRICS.editionsMissing, 1);
    log.error('edition refused', { code: 'COMPOSE_REFUSED', editionId: id, reason, faults });
  }
  return { outcome: kind, reason };
}

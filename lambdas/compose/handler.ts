import * as z from 'zod/mini';
import { plan } from '#lib/delivery/plan.ts';
import { compose, type ComposeOutcome } from '#lib/edition/compose.ts';
import { editionId, type Edition, type Slot } from '#lib/edition/edition.ts';
import { formatFault, parseWith, type Parsed } from '#lib/fault.ts';
import { dueSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(async () => wire(process.env));

/**
 * What EventBridge Scheduler sends, and what a person may send by hand:
 * `{"topic": "us-north-korea"}` for the slot that is due, or with `"slot": "2026-11-16"` for that one.
 */
const ComposeEvent = z.object({
  topic: z
    .string('the id of a topic')
    .check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'the id of a topic')),
  slot: z.optional(z.iso.date('a date such as 2026-11-16')),
  /** When the schedule was due; a late retry still composes that slot. */
  scheduledAt: z.optional(z.iso.datetime('an instant such as 2026-11-16T07:00:00Z')),
});
type ComposeEvent = z.infer<typeof ComposeEvent>;

/** What is answered to who invoked the function by hand. */
export type ComposeAnswer =
  | { outcome: 'frozen' | 'exists'; editionId: string; planned: number }
  | { outcome: 'skipped' | 'refused'; reason: string };

/** The event was not of the form that this function takes. */
export class EventError extends Error {
  override readonly name = 'EventError';
}

/** The function as AWS calls it. */
export const handler = async (event: unknown): Promise<ComposeAnswer> =>
  handleCompose(event, await wiring());

/**
 * Composes the edition of a slot and plans its deliveries. Again for the same slot, it plans the same
 * edition again: a run that was killed before its plan is completed, and the ledger keeps anybody
 * from being mailed twice.
 * @throws EventError for an event of the wrong form or an unknown topic, DependencyError where a store fails
 */
export async function handleCompose(event: unknown, deps: HandlerDeps): Promise<ComposeAnswer> {
  const asked = demand(parseWith(ComposeEvent, event, 'event'));
  const topic = demand(await deps.loadTopic(asked.topic));
  const now = deps.now();
  const slot: Slot = { topicId: topic.id, date: asked.slot ?? dueDate(topic, asked, now) };
  const outcome = await compose(slot, now, { ...deps, topic });
  return 'edition' in outcome
    ? planDeliveries(outcome, deps)
    : tellWhyNot(editionId(slot), outcome, deps);
}

function demand<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new EventError(parsed.faults.map(formatFault).join('\n'));
}

function dueDate({ schedule }: Topic, { scheduledAt }: ComposeEvent, now: Date): string {
  return dueSlotDate(schedule, scheduledAt === undefined ? now : new Date(scheduledAt));
}

async function planDeliveries(
  { kind, edition }: Extract<ComposeOutcome, { edition: Edition }>,
  deps: HandlerDeps,
): Promise<ComposeAnswer> {
  const { quarantined, dropped, outsideEras, articles } = edition.record;
  const { planned, queued, state } = await plan(edition, deps);
  deps.log.info('edition composed, deliveries planned', {
    code: kind === 'frozen' ? 'COMPOSE_FROZEN' : 'COMPOSE_EXISTS',
    editionId: edition.id,
    contentHash: edition.contentHash,
    articles: articles.length,
    quarantined: quarantined.length,
    outsideEras: outsideEras.length,
    dropped: dropped.length,
    planned,
    queued,
    state,
  });
  return { outcome: kind, editionId: edition.id, planned };
}

function tellWhyNot(
  id: string,
  outcome: Exclude<ComposeOutcome, { edition: Edition }>,
  { log }: HandlerDeps,
): ComposeAnswer {
  const { kind, reason } = outcome;
  if (kind === 'skipped')
    log.info('edition skipped', { code: 'COMPOSE_SKIPPED', editionId: id, reason });
  else {
    const faults = outcome.faults.map(formatFault);
    log.error('edition refused', { code: 'COMPOSE_REFUSED', editionId: id, reason, faults });
  }
  return { outcome: kind, reason };
}

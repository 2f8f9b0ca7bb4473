import { reasonOf } from '#lib/dependency-error.ts';
import { continuePlanning } from '#lib/delivery/continue-planning.ts';
import type { EditionHead } from '#lib/delivery/edition-head.ts';
import { isOverdue, noteOverdue } from '#lib/delivery/overdue.ts';
import { reconcile, type Reconciled } from '#lib/delivery/reconcile.ts';
import { editionId, slotOf } from '#lib/edition/edition.ts';
import { METRICS } from '../metric-names.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

/**
 * Editions whose slot is older than this are not looked at any more: what has no result by then has a
 * person's attention, or never will have one. SQS keeps its messages for as long.
 */
export const LOOKED_AT_FOR_DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * What has no result stands still once nothing has happened for so long: by then `reconcile` has let doubts out to be
 * sent again (`SETTLING_MS`) and has seen it fail.
 */
export const STANDS_STILL_MS = 7_200_000;

const wiring = once(async () => wire(process.env));

/** What is answered to who invoked the function by hand. */
export interface ReconcileAnswer {
  /** Editions that are not at their end, those of this run included. */
  looked: number;
  closed: string[];
  failed: string[];
}

/** The function as AWS calls it: EventBridge Scheduler at a fixed rate, or a person. */
export const handler = async (): Promise<ReconcileAnswer> => handleReconcile(await wiring());

/** Reconciles every edition of the last days, one after the other; one that fails never stops the others. */
export async function handleReconcile(deps: HandlerDeps): Promise<ReconcileAnswer> {
  const answer: ReconcileAnswer = { looked: 0, closed: [], failed: [] };
  const from = new Date(deps.now().getTime() - LOOKED_AT_FOR_DAYS * DAY_MS);
  const oldest = from.toISOString().slice(0, 'YYYY-MM-DD'.length);
  let unsettled = 0;
  for await (const slot of deps.editions.slots())
    if (slot.date >= oldest) unsettled += await reconcileOne(editionId(slot), answer, deps);
  deps.count(METRICS.deliveriesUnsettled, unsettled);
  return answer;
}

/** Open deliveries of an edition that stands still although nothing holds it up. */
function unsettledOf({ state, waitsUntil, open, lastActivity }: Reconciled, now: Date): number {
  const isHeldUp = state !== 'sending' || waitsUntil !== null;
  return !isHeldUp && now.getTime() - Date.parse(lastActivity) > STANDS_STILL_MS ? open : 0;
}

/** @returns how many of its deliveries are unsettled */
async function reconcileOne(
  id: string,
  answer: ReconcileAnswer,
  deps: HandlerDeps,
): Promise<number> {
  const { log } = deps;
  try {
    const head = await deps.ledger.head(id);
    if (head !== null) await begin(head, deps);
    const done = await reconcile(id, deps);
    if (done === null) return 0;
    const { problems, report, braked, ...told } = done;
    answer.looked += 1;
    log.info('edition looked at', { code: 'RECONCILE_DONE', editionId: id, ...told });
    for (const reason of problems)
      log.error('not reconciled', { code: 'RECONCILE_TROUBLE', editionId: id, reason });
    if (braked !== null)
      log.error('edition paused', { code: 'RECONCILE_BRAKE', editionId: id, reason: braked });
    if (report !== null) {
      answer.closed.push(id);
      log.info('edition closed', { code: 'RECONCILE_CLOSED', ...report });
    }
    return unsettledOf(done, deps.now());
  } catch (error) {
    answer.failed.push(id);
    const reason = reasonOf(error);
    log.error('edition not reconciled', { code: 'RECONCILE_TROUBLE', editionId: id, reason });
    return 0;
  }
}

/** Plans an edition that was approved, or tells that nobody approved it in time. */
async function begin(head: EditionHead, deps: HandlerDeps): Promise<void> {
  const { log } = deps;
  const { editionId: id } = head;
  const slot = slotOf(id);
  const topic = slot === null ? null : await deps.loadTopic(slot.topicId);
  if (slot === null || topic === null || !topic.ok) return;
  const planned = await continuePlanning(head, { ...deps, topic: topic.value, by: 'reconcile' });
  if (planned !== null)
    log.info('planning went on', { code: 'RECONCILE_PLANNED', editionId: id, ...planned });
  if (!isOverdue(head, deps.now())) return;
  log.error('edition is too late', {
    code: 'RECONCILE_LATE',
    editionId: id,
    startBy: head.startBy,
  });
  await deps.tellLate?.(slot, topic.value).catch((error: unknown) => {
    const reason = reasonOf(error);
    log.error('operator not told', { code: 'RECONCILE_TROUBLE', editionId: id, reason });
  });
  await noteOverdue(head, deps);
}

import { reasonOf } from '#lib/dependency-error.ts';
import { continuePlanning } from '#lib/delivery/continue-planning.ts';
import type { EditionHead } from '#lib/delivery/edition-head.ts';
import { isOverdue, noteOverdue } from '#lib/delivery/overdue.ts';
import { reconcile } from '#lib/delivery/reconcile.ts';
import { editionId, slotOf } from '#lib/edition/edition.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

/**
 * Editions whose slot is older than this are not looked at any more: what has no result by then has a
 * person's attention, or never will have one. SQS keeps its messages for as long.
 */
export const LOOKED_AT_FOR_DAYS = 14;
const DAY_MS = 86_400_000;

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
  for await (const slot of deps.editions.slots())
    if (slot.date >= oldest) await reconcileOne(editionId(slot), answer, deps);
  return answer;
}

async function reconcileOne(id: string, answer: ReconcileAnswer, deps: HandlerDeps): Promise<void> {
  const { log } = deps;
  try {
    const head = await deps.ledger.head(id);
    if (head !== null) await begin(head, deps);
    const done = await reconcile(id, deps);
    if (done === null) return;
    const { problems, report, braked, ...told } = done;
    answer.looked += 1;
    log.info('edition looked at', { code: 'RECONCILE_DONE', editionId: id, ...told });
    for (const reason of problems)
      log.error('not reconciled', { code: 'RECONCILE_TROUBLE', editionId: id, reason });
    if (braked !== null)
      log.error('edition paused', { code: 'RECONCILE_BRAKE', editionId: id, reason: braked });
    if (report === null) return;
    answer.closed.push(id);
    log.info('edition closed', { code: 'RECONCILE_CLOSED', ...report });
  } catch (error) {
    answer.failed.push(id);
    const reason = reasonOf(error);
    log.error('edition not reconciled', { code: 'RECONCILE_TROUBLE', editionId: id, reason });
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

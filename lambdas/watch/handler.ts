import { reasonOf } from '#lib/dependency-error.ts';
import { editionId } from '#lib/edition/edition.ts';
import { dueSlotDate, latestStart } from '#lib/topic/schedule.ts';
import { METRICS, type MetricName } from '../metric-names.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

/** Editions paused longer ago than this are a decision by now. */
const PAUSED_LOOKED_AT_FOR_DAYS = 14;
const DAY_MS = 86_400_000;

const wiring = once(async () => wire(process.env));

/** The function as AWS calls it: EventBridge Scheduler at a fixed rate. */
export const handler = async (): Promise<void> => handleWatch(await wiring());

/**
 * Counts what the alarms ring by. What cannot be read is logged and counts nothing: it never stops the others.
 * @throws Error where nothing at all could be read, so that the function's own alarm rings
 */
export async function handleWatch(deps: HandlerDeps): Promise<void> {
  const counted = await Promise.all([
    count(METRICS.editionsMissing, editionsMissing, deps),
    count(METRICS.editionsPaused, editionsPaused, deps),
    count(METRICS.quotaUsed, quotaUsed, deps),
    count(METRICS.senderBroken, senderBroken, deps),
  ]);
  if (!counted.includes(true)) throw new Error('nothing that is watched could be read');
}

async function count(
  name: MetricName,
  measure: (deps: HandlerDeps) => Promise<number>,
  deps: HandlerDeps,
): Promise<boolean> {
  try {
    deps.count(name, await measure(deps));
    return true;
  } catch (error) {
    deps.log.error('not counted', { code: 'WATCH_TROUBLE', metric: name, reason: reasonOf(error) });
    return false;
  }
}

/** Topics whose slot is past its cut-off without an edition. One that may be skipped is not waited for. */
async function editionsMissing({
  topicIds,
  loadTopic,
  editions,
  log,
  now,
}: HandlerDeps): Promise<number> {
  let missing = 0;
  for (const id of topicIds) {
    const topic = await loadTopic(id);
    if (!topic.ok || topic.value.whenNothingNew === 'skip') continue;
    const { schedule } = topic.value;
    const slot = { topicId: id, date: dueSlotDate(schedule, now()) };
    if (now() <= latestStart(schedule, slot.date) || (await editions.get(slot)) !== null) continue;
    missing += 1;
    log.error('no edition', { code: 'WATCH_MISSING', editionId: editionId(slot) });
  }
  return missing;
}

async function editionsPaused({ editions, ledger, log, now }: HandlerDeps): Promise<number> {
  const oldest = new Date(now().getTime() - PAUSED_LOOKED_AT_FOR_DAYS * DAY_MS);
  let paused = 0;
  for await (const slot of editions.slots()) {
    if (slot.date < oldest.toISOString().slice(0, 'YYYY-MM-DD'.length)) continue;
    const id = editionId(slot);
    if ((await ledger.head(id))?.state !== 'paused') continue;
    paused += 1;
    log.warn('edition is paused', { code: 'WATCH_PAUSED', editionId: id });
  }
  return paused;
}

async function quotaUsed({ quota }: HandlerDeps): Promise<number> {
  const { maxPerDay, sentLast24h } = await quota.read();
  return maxPerDay === null || maxPerDay === 0 ? 0 : (100 * sentLast24h) / maxPerDay;
}

async function senderBroken({ faultOfSender, log }: HandlerDeps): Promise<number> {
  const reason = await faultOfSender();
  if (reason !== null) log.error('sender is broken', { code: 'WATCH_SENDER', reason });
  return reason === null ? 0 : 1;
}

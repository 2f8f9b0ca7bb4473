import type { Fault } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { newSubscriber } from './new-subscriber.ts';
import type { Subscriber, SubscriberStore } from './subscriber.ts';
import { readSubscribersCsv, type CsvLine } from './subscribers-csv.ts';

/** Store writes at work at once: they mostly wait. */
const ADDS_AT_ONCE = 16;

export interface ImportContext {
  topicId: string;
  /** What the list is called in messages and in the evidence of consent. */
  source: string;
  store: Pick<SubscriberStore, 'add'>;
  now: Date;
}

/** What became of one line of a list. `there`: the address stood already, and stays in the state given. */
export type ImportedLine = { line: number } & (
  { outcome: 'added' | 'there'; subscriber: Subscriber } | { outcome: 'refused'; faults: Fault[] }
);

/**
 * Adds the people of a list, line by line as they come, however long it is: plain addresses, CSV
 * with columns `address` and `name`, or what an export wrote, whose states and consent are kept.
 * Who stands already, in whatever state, stays so: who left is not brought back by a list. One bad
 * line never stops the others.
 */
export async function* importSubscribers(
  csv: AsyncIterable<Uint8Array>,
  context: ImportContext,
): AsyncGenerator<ImportedLine> {
  const lines = readSubscribersCsv(csv, context.source);
  yield* mapConcurrently(lines, ADDS_AT_ONCE, (line) => addLine(line, context));
}

async function addLine(
  read: CsvLine,
  { topicId, source, store, now }: ImportContext,
): Promise<ImportedLine> {
  const { line } = read;
  if ('faults' in read) return { line, outcome: 'refused', faults: read.faults };
  const where = `${source}, line ${line}`;
  const parsed = newSubscriber(
    { topicId, address: '', consent_source: `import of ${where}`, ...read.cells },
    where,
    now,
  );
  if (!parsed.ok) return { line, outcome: 'refused', faults: parsed.faults };
  const { added, subscriber } = await store.add(parsed.value);
  return { line, outcome: added ? 'added' : 'there', subscriber };
}

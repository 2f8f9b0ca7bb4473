import { createHash } from 'node:crypto';
import type { Fault } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { addressKey } from './address.ts';
import { newSubscriber, type NewSubscriber } from './new-subscriber.ts';
import type { Subscriber, SubscriberStore } from './subscriber.ts';
import { readSubscribersCsv, type CsvLine } from './subscribers-csv.ts';

/** Store writes at work at once: they mostly wait. */
const ADDS_AT_ONCE = 16;

/** Evidence of consent for the lines that bring none of their own. */
export interface ListConsent {
  /** When they agreed: a date or an instant. */
  at?: string | undefined;
  /** How: "signed forms of the spring fair". */
  source?: string | undefined;
}

export interface ImportContext {
  topicId: string;
  /** What the list is called in messages and in the evidence of consent. */
  source: string;
  consent: ListConsent;
  store: Pick<SubscriberStore, 'add' | 'find'>;
  /** Looks everything up and writes nothing. */
  dryRun?: boolean;
  now: Date;
}

/**
 * What became of one line of a list. `there`: the address stood already, and stays in the state given.
 * `repeated`: a line before has the address, whose subscriber this is.
 */
export type ImportedLine = { line: number } & (
  | { outcome: 'added' | 'there' | 'repeated'; subscriber: Subscriber }
  | { outcome: 'refused'; faults: Fault[] }
);

/**
 * Adds the people of a list, line by line as they come, however long it is: CSV with columns `address`,
 * `name`, `consent_at` and `consent_source`, or what an export wrote, whose states are kept. Nobody is
 * added without evidence of consent. Who stands already, in whatever state, stays so: who left is not
 * brought back by a list. One bad line never stops the others. Killed and begun again it goes on: who was
 * added is there. Of each line only eight bytes are kept.
 */
export async function* importSubscribers(
  csv: AsyncIterable<Uint8Array>,
  context: ImportContext,
): AsyncGenerator<ImportedLine> {
  const lines = readSubscribersCsv(csv, context.source);
  const seen: Seen = { marks: new Set(), underWay: new Map() };
  yield* mapConcurrently(lines, ADDS_AT_ONCE, (line) => importLine(line, seen, context));
}

/** Addresses of the lines before. */
interface Seen {
  marks: Set<number>;
  /** Those that are being written: of two lines with one address the first one counts. */
  underWay: Map<number, Promise<unknown>>;
}

async function importLine(
  read: CsvLine,
  { marks, underWay }: Seen,
  context: ImportContext,
): Promise<ImportedLine> {
  const { line } = read;
  if ('faults' in read) return { line, outcome: 'refused', faults: read.faults };
  const { topicId, source, now } = context;
  const where = `${source}, line ${line}`;
  const told = { topicId, address: '', ...consentOf(context.consent, where), ...read.cells };
  const consent_at =
    told.consent_at === undefined ? {} : { consent_at: toInstant(told.consent_at) };
  const faults = consentFaults(told, where, now);
  const parsed = newSubscriber({ consent_source: '', ...told, ...consent_at }, where, now);
  if (!parsed.ok || faults.length > 0)
    return { line, outcome: 'refused', faults: [...faults, ...(parsed.ok ? [] : parsed.faults)] };
  const mark = markOf(parsed.value.address);
  const isRepeated = marks.has(mark);
  marks.add(mark);
  const putting = (underWay.get(mark) ?? Promise.resolve()).then(() =>
    put(parsed.value, isRepeated, context),
  );
  underWay.set(mark, putting);
  const { added, subscriber } = await putting.finally(() => {
    if (underWay.get(mark) === putting) underWay.delete(mark);
  });
  if (added) return { line, outcome: 'added', subscriber };
  return { line, outcome: isRepeated ? 'repeated' : 'there', subscriber };
}

/** What the list's own words say of a line's consent; the line's own columns come before. */
function consentOf({ at, source }: ListConsent, where: string) {
  return {
    ...(at === undefined ? {} : { consent_at: at }),
    ...(source === undefined ? {} : { consent_source: `${source} (${where})` }),
  };
}

type Told = Pick<Partial<NewSubscriber>, 'consent_at' | 'consent_source'>;

function consentFaults({ consent_at: at, consent_source }: Told, source: string, now: Date) {
  const faults: Fault[] = [];
  if (at === undefined)
    faults.push({
      source,
      field: 'consent_at',
      expected: 'when they agreed, in a column or an option',
    });
  else if (Date.parse(toInstant(at)) > now.getTime())
    faults.push({ source, field: 'consent_at', expected: 'an instant that is past', found: at });
  if (consent_source === undefined)
    faults.push({
      source,
      field: 'consent_source',
      expected: 'how they agreed, in a column or an option',
    });
  return faults;
}

/** A date alone is its first moment. */
const toInstant = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;

/** A number that hardly two addresses share: 48 bits of a hash. */
function markOf(address: string): number {
  return createHash('sha256').update(addressKey(address)).digest().readUIntBE(0, 6);
}

async function put(
  subscriber: Subscriber,
  isRepeated: boolean,
  { store, dryRun = false }: ImportContext,
): Promise<{ added: boolean; subscriber: Subscriber }> {
  if (!dryRun) return store.add(subscriber);
  const standing = await store.find(subscriber.topicId, subscriber.address);
  return { added: standing === null && !isRepeated, subscriber: standing ?? subscriber };
}

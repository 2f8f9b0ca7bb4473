import { createHash } from 'node:crypto';
import type { Fault } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { addressKey } from './address.ts';
import { newSubscriber, type NewSubscriber } from './new-subscriber.ts';
import type { Added, Subscriber, SubscriberStore } from './subscriber.ts';
import { readSubscribersCsv, type CsvLine } from './subscribers-csv.ts';

/** Lines that are added together, and how many such groups are at work at once: they mostly wait. */
const LINES_TOGETHER = 25;
const GROUPS_AT_ONCE = 4;

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
  store: Pick<SubscriberStore, 'add' | 'addMany' | 'find'>;
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
  const seen: Seen = { marks: new Set(), before: Promise.resolve() };
  const groups = mapConcurrently(inGroups(lines), GROUPS_AT_ONCE, (group) => {
    const adding = importGroup(group, seen, context);
    // Without what they gave, which would be kept to the end. A failure comes out of the group itself.
    seen.before = Promise.allSettled([seen.before, adding]).then(() => undefined);
    return adding;
  });
  for await (const group of groups) yield* group;
}

/** Addresses of the lines before. */
interface Seen {
  marks: Set<number>;
  /** Settled once all groups before are: of two lines with one address the first one counts. */
  before: Promise<void>;
}

async function* inGroups(lines: AsyncIterable<CsvLine>): AsyncGenerator<CsvLine[]> {
  let group: CsvLine[] = [];
  for await (const line of lines) {
    if (group.push(line) < LINES_TOGETHER) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

type RefusedLine = Exclude<ImportedLine, { subscriber: Subscriber }>;

/** A line whose subscriber can be added. */
interface Readable {
  line: number;
  subscriber: Subscriber;
  /** A line before has the address. */
  isRepeated: boolean;
}

async function importGroup(
  lines: readonly CsvLine[],
  { marks, before }: Seen,
  context: ImportContext,
): Promise<ImportedLine[]> {
  const read = lines.map((line) => readLine(line, marks, context));
  const readable = read.filter((each): each is Readable => 'subscriber' in each);
  const answers = new Map<number, Added>();
  const fresh = readable.filter(({ isRepeated }) => !isRepeated);
  const added = await putAll(fresh, context);
  added.forEach((answer, i) => answers.set(fresh[i]?.line ?? 0, answer));
  const repeated = readable.filter(({ isRepeated }) => isRepeated);
  if (repeated.length > 0) await before;
  for (const each of repeated) answers.set(each.line, await put(each, context));
  return read.map((each) =>
    'subscriber' in each ? outcomeOf(each, answers.get(each.line)) : each,
  );
}

/** Checks a line, and notes its address. */
function readLine(
  read: CsvLine,
  marks: Set<number>,
  { topicId, source, consent, now }: ImportContext,
): RefusedLine | Readable {
  const { line } = read;
  if ('faults' in read) return { line, outcome: 'refused', faults: read.faults };
  const where = `${source}, line ${line}`;
  const told = { topicId, address: '', ...consentOf(consent, where), ...read.cells };
  const consent_at =
    told.consent_at === undefined ? {} : { consent_at: toInstant(told.consent_at) };
  const faults = consentFaults(told, where, now);
  const parsed = newSubscriber({ consent_source: '', ...told, ...consent_at }, where, now);
  if (!parsed.ok || faults.length > 0)
    return { line, outcome: 'refused', faults: [...faults, ...(parsed.ok ? [] : parsed.faults)] };
  const mark = markOf(parsed.value.address);
  const isRepeated = marks.has(mark);
  marks.add(mark);
  return { line, subscriber: parsed.value, isRepeated };
}

function outcomeOf(
  { line, subscriber: own, isRepeated }: Readable,
  { added, subscriber }: Added = { added: false, subscriber: own },
): ImportedLine {
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

/** Adds those of different addresses, or tells what would come of it. */
function putAll(fresh: readonly Readable[], context: ImportContext): Promise<Added[]> {
  const subscribers = fresh.map(({ subscriber }) => subscriber);
  if (!context.dryRun && subscribers.length > 0) return context.store.addMany(subscribers);
  return Promise.all(fresh.map((each) => put(each, context)));
}

async function put(
  { subscriber, isRepeated }: Readable,
  { store, dryRun = false }: ImportContext,
): Promise<Added> {
  if (!dryRun) return store.add(subscriber);
  const standing = await store.find(subscriber.topicId, subscriber.address);
  return { added: standing === null && !isRepeated, subscriber: standing ?? subscriber };
}

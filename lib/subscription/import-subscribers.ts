import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import type { Fault } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { addSubscriber } from './add-subscriber.ts';
import type { Subscriber, SubscriberStore } from './subscriber.ts';

/** Store writes at work at once. */
const ADDS_AT_ONCE = 16;
const RECORD_MAX_CHARS = 5_000;
const ADDRESS_HEADERS = ['address', 'email', 'e-mail', 'mail'];

export interface ImportContext {
  topicId: string;
  /** What the list is called in messages and in the evidence of consent. */
  source: string;
  store: Pick<SubscriberStore, 'add'>;
  now: Date;
}

/** What became of one line of a list. `there`: the address was a subscriber already, in the state given. */
export type ImportedLine = { line: number } & (
  { outcome: 'added' | 'there'; subscriber: Subscriber } | { outcome: 'refused'; faults: Fault[] }
);

/**
 * Reads a list of addresses and adds them, line by line as they come, however long the list. Either
 * plain addresses, or CSV (comma, semicolon or tab) with an optional header that names the columns
 * `address` and `name`. One bad line never stops the others.
 */
export async function* importSubscribers(
  csv: AsyncIterable<Uint8Array>,
  context: ImportContext,
): AsyncGenerator<ImportedLine> {
  yield* mapConcurrently(readLines(csv, context.source), ADDS_AT_ONCE, (line) =>
    'faults' in line ? Promise.resolve(line) : addLine(line, context),
  );
}

type Refused = Extract<ImportedLine, { outcome: 'refused' }>;

interface Line {
  line: number;
  address: string;
  name: string | null;
}

async function addLine(
  { line, address, name }: Line,
  context: ImportContext,
): Promise<ImportedLine> {
  const { topicId, now } = context;
  const source = `${context.source}, line ${line}`;
  const subscriber = { topicId, address, name, consentSource: `import of ${source}` };
  const added = await addSubscriber(subscriber, context.store, { source, now });
  if (!added.ok) return { line, outcome: 'refused', faults: added.faults };
  const outcome = added.value.added ? 'added' : 'there';
  return { line, outcome, subscriber: added.value.subscriber };
}

async function* readLines(
  csv: AsyncIterable<Uint8Array>,
  source: string,
): AsyncGenerator<Line | Refused> {
  const broken: Refused[] = [];
  const parser = parse({
    bom: true,
    info: true,
    delimiter: [',', ';', '\t'],
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: RECORD_MAX_CHARS,
    skip_records_with_error: true,
    on_skip: (error) => {
      broken.push(unreadable(error, source));
    },
  });
  // An error of the source comes out of the parser.
  pipeline(csv, parser, () => undefined);
  let columns: Columns | null = null;
  for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
    yield* broken.splice(0);
    const header: Columns | null = columns === null ? readHeader(record) : null;
    columns ??= header ?? { address: 0, name: 1 };
    if (header !== null) continue;
    const { address, name }: Columns = columns;
    yield { line: info.lines, address: record[address] ?? '', name: record[name] || null };
  }
  yield* broken;
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

type Columns = Record<'address' | 'name', number>;

/** Where the columns stand, if the first record names them. */
function readHeader(record: string[]): Columns | null {
  const names = record.map((name) => name.toLowerCase());
  const address = names.findIndex((name) => ADDRESS_HEADERS.includes(name));
  return address < 0 ? null : { address, name: names.indexOf('name') };
}

function unreadable(error: CsvFault | undefined, source: string): Refused {
  const line = error?.lines ?? 0;
  const fault = {
    source: `${source}, line ${line}`,
    field: '',
    expected: `a line of CSV of at most ${RECORD_MAX_CHARS} characters`,
    found: error?.message ?? 'something else',
  };
  return { line, outcome: 'refused', faults: [fault] };
}

interface CsvFault {
  message: string;
  lines?: number;
}

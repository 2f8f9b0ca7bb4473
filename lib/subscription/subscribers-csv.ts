import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import type { Fault } from '#lib/fault.ts';
import type { Subscriber } from './subscriber.ts';

/** The columns of an exported list, in their order. An import needs the first. */
const COLUMNS = ['address', 'name', 'state', 'since', 'consent_at', 'consent_source'] as const;
export type Column = (typeof COLUMNS)[number];

const RECORD_MAX_CHARS = 5_000;

/** A line of a list as it is written there, or why it cannot be read. */
export type CsvLine = { line: number } & (
  { cells: Partial<Record<Column, string>> } | { faults: Fault[] }
);

/**
 * Reads a list as CSV with comma, semicolon or tab, line by line as it comes. The first line may
 * name the columns, in any order; without it the first column is the address, the second the name.
 * A line that is no CSV comes as a fault, and the rest goes on.
 * @throws what the source throws
 */
export async function* readSubscribersCsv(
  csv: AsyncIterable<Uint8Array>,
  source: string,
): AsyncGenerator<CsvLine> {
  const broken: CsvLine[] = [];
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
  let columns: readonly string[] | null = null;
  for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
    yield* broken.splice(0);
    const header: string[] | null = columns === null ? readHeader(record) : null;
    columns ??= header ?? COLUMNS;
    if (header === null) yield { line: info.lines, cells: toCells(record, columns) };
  }
  yield* broken;
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/** The names of the columns, if the first record is a header. */
function readHeader(record: string[]): string[] | null {
  const names = record.map((cell) =>
    cell
      .toLowerCase()
      .replace(/^(e-?)?mail([ _-]?address)?$/, 'address')
      .replace(/^consent[ _-]?(at|source)$/, 'consent_$1')
      .replace(/^source$/, 'consent_source'),
  );
  return names.includes('address') ? names : null;
}

function toCells(record: string[], columns: readonly string[]): Partial<Record<Column, string>> {
  const cells = COLUMNS.map((column) => [column, record[columns.indexOf(column)]] as const);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== undefined && cell !== ''));
}

function unreadable(error: { message: string; lines?: number } | undefined, source: string) {
  const line = error?.lines ?? 0;
  const fault: Fault = {
    source: `${source}, line ${line}`,
    field: '',
    expected: `a line of CSV of at most ${RECORD_MAX_CHARS} characters`,
    found: error?.message ?? 'something else',
  };
  return { line, faults: [fault] };
}

/** The first line of an exported list, with its line end. */
export const CSV_HEADER = toLine(COLUMNS);

/** A subscriber as a line of an exported list (RFC 4180), with its line end; an import reads it back. */
export function subscriberCsvLine({ address, name, state, since, consent }: Subscriber): string {
  return toLine([address, name ?? '', state, since, consent.at, consent.source]);
}

function toLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from '#lib/fault.ts';
import { linesOf } from './lines-of.ts';
import type { Subscriber } from './subscriber.ts';

/** The columns of an exported list, in their order. An import needs the first. */
const COLUMNS = ['address', 'name', 'state', 'since', 'consent_at', 'consent_source'] as const;
export type Column = (typeof COLUMNS)[number];

const LINE_MAX_CHARS = 5_000;

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
  let columns: readonly string[] | null = null;
  let line = 0;
  // No field holds a line break, so a quote that is not closed costs its own line only.
  for await (const text of linesOf(csv, LINE_MAX_CHARS)) {
    line++;
    if (text.trim() === '') continue;
    const record = toRecord(text);
    if (typeof record === 'string') {
      yield unreadable(record, line, source);
      continue;
    }
    const header: string[] | null = columns === null ? readHeader(record) : null;
    columns ??= header ?? COLUMNS;
    if (header === null) yield { line, cells: toCells(record, columns) };
  }
}

/** The cells of a line, or what is wrong with it. */
function toRecord(text: string): string[] | string {
  if (text.length > LINE_MAX_CHARS) return 'a longer one';
  try {
    const [record = []] = parse(text, {
      delimiter: [',', ';', '\t'],
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    return record;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote that is not closed' : error.code;
  }
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

function unreadable(found: string, line: number, source: string): CsvLine {
  const fault: Fault = {
    source: `${source}, line ${line}`,
    field: '',
    expected: `a line of CSV of at most ${LINE_MAX_CHARS} characters, each quote closed`,
    found,
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

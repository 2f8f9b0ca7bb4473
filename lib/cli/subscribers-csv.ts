import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import * as z from 'zod/mini';
import { reasonOf } from '#lib/dependency-error.ts';
import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';
import { parseAddress } from '#lib/subscription/address.ts';
import { SUBSCRIBER_STATES, type Subscriber } from '#lib/subscription/subscriber.ts';

/** The columns of an exported list, in their order. Only the first is needed for an import. */
const COLUMNS = ['address', 'name', 'state', 'since', 'consent_at', 'consent_source'] as const;

/** A subscriber as a line of a list gives it. */
export type ListedSubscriber = Pick<Subscriber, 'address' | 'name' | 'state' | 'since' | 'consent'>;

const instant = z.iso.datetime({ error: 'an instant such as 2026-11-16T07:00:00Z' });

const Line = z.object({
  address: z.string('an e-mail address'),
  name: z._default(z.string().check(z.regex(/^[^\p{Cc}]*$/u, 'a name on one line')), ''),
  state: z._default(z.enum(SUBSCRIBER_STATES), 'active'),
  since: z.optional(instant),
  consent_at: z.optional(instant),
  consent_source: z.optional(z.string()),
});

/**
 * Reads a list of subscribers as CSV, line by line. The first line names the columns, in any order;
 * without such a line the first column is the address, the second the name. A line that cannot be
 * used comes as its faults, named by line number; the rest goes on.
 * @param now ISO instant that stands for missing dates
 */
export async function* readSubscribersCsv(
  csv: Readable,
  source: string,
  now: string,
): AsyncGenerator<Parsed<ListedSubscriber>> {
  const parser = csv.pipe(
    parse({ bom: true, info: true, trim: true, relax_column_count: true, skip_empty_lines: true }),
  );
  csv.once('error', (error) => parser.destroy(error));
  let columns: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      if (columns === null) {
        columns = columnsOf(record);
        if (columns.length > 0) continue;
        columns = COLUMNS;
      }
      yield parseLine(record, columns, `${source}, line ${info.lines}`, now);
    }
  } catch (error) {
    yield { ok: false, faults: [{ source, field: '', expected: 'CSV', found: reasonOf(error) }] };
  }
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/** The names of the columns where the first line has them; else none. */
function columnsOf(record: string[]): string[] {
  const names = record.map((cell) =>
    cell.toLowerCase().replace(/^e-?mail( ?address)?$/, 'address'),
  );
  return names.includes('address') ? names : [];
}

function parseLine(
  record: string[],
  columns: readonly string[],
  source: string,
  now: string,
): Parsed<ListedSubscriber> {
  const cells = columns.map((column, i) => [column, record[i]] as const);
  const filled = Object.fromEntries(cells.filter(([, cell]) => cell !== undefined && cell !== ''));
  const line = parseWith(Line, filled, source);
  const address = parseAddress(record[columns.indexOf('address')] ?? '', source);
  if (!line.ok || !address.ok) return { ok: false, faults: faultsOf(line, address) };
  const { name, state, since = now, consent_at = now, consent_source } = line.value;
  const consent = { at: consent_at, source: consent_source ?? `import of ${source}` };
  return { ok: true, value: { address: address.value, name: name || null, state, since, consent } };
}

function faultsOf(line: Parsed<unknown>, address: Parsed<unknown>): Fault[] {
  const ofLine = line.ok ? [] : line.faults.filter(({ field }) => field !== 'address');
  return [...ofLine, ...(address.ok ? [] : address.faults)];
}

/** The first line of an exported list. */
export const CSV_HEADER = `${COLUMNS.join(',')}\r\n`;

/** One subscriber as a line of an exported list (RFC 4180); `readSubscribersCsv` reads it back. */
export function subscriberCsvLine({ address, name, state, since, consent }: Subscriber): string {
  const cells = [address, name ?? '', state, since, consent.at, consent.source];
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { Subscriber } from './subscriber.ts';

const COLUMNS = ['address', 'name', 'state', 'since', 'consent at', 'consent source', 'id'];

/** Subscribers as CSV (RFC 4180), a line each with its line end, header first: what `importSubscribers` reads. */
export async function* exportSubscribers(
  subscribers: AsyncIterable<Subscriber>,
): AsyncGenerator<string> {
  yield toLine(COLUMNS);
  for await (const { address, name, state, since, consent, id } of subscribers)
    yield toLine([address, name ?? '', state, since, consent.at, consent.source, id]);
}

const toLine = (cells: string[]) => `${cells.map(toCell).join(',')}\r\n`;

const toCell = (text: string) =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

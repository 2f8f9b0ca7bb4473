import * as z from 'zod/mini';
import { parseWith, type Parsed } from '#lib/fault.ts';
import type { ArticleStore } from './article-store.ts';
import type { Given } from './finish-draft.ts';
import { ingest, refuse, type IngestReport } from './ingest.ts';
import { JSON_MAX_BYTES } from './limits.ts';
import { tooBig } from './read-articles.ts';
import { pageAddress } from './web-address.ts';

/** A file that somebody put where files are taken in, as it stands there now. */
export interface IncomingFile {
  /** Null: it is larger than what may be read. */
  bytes: Uint8Array | null;
  size: number;
  contentType: string | null;
  /** What who put it there says of it: `publisher`, `url`, `date`, `topic`. */
  metadata: Readonly<Record<string, string>>;
  /** Names this version of the file. */
  version: string;
}

/** Where files wait to be taken in. Both moves leave a file alone that is of another version by then. */
export interface Incoming {
  /** Null where no such file stands there (any more). */
  get(name: string, maxBytes: number): Promise<IncomingFile | null>;
  /** What was taken in is not needed here any longer. */
  remove(name: string, version: string): Promise<void>;
  /** What was refused is kept beside the reason. */
  setAside(name: string, version: string): Promise<void>;
}

export interface TakeDeps {
  incoming: Incoming;
  articles: ArticleStore;
  /** The topics that are followed. */
  topicIds: readonly string[];
  now: () => Date;
}

/**
 * Takes a file in as `parley ingest` does: its articles go to the store and the file goes away, or the reasons go
 * to the quarantine and the file beside them. Where a store failed it stays, to be tried again. Killed anywhere and
 * done again, the outcome is the same.
 * @returns a report for each of its articles; null where the file is gone, so that somebody has taken it in
 */
export async function takeIncoming(name: string, deps: TakeDeps): Promise<IngestReport[] | null> {
  const { incoming } = deps;
  const file = await incoming.get(name, JSON_MAX_BYTES);
  if (file === null) return null;
  const reports = await keep(name, file, deps);
  const has = (outcome: IngestReport['outcome']) =>
    reports.some((report) => report.outcome === outcome);
  if (has('failed')) return reports;
  if (has('quarantined')) await incoming.setAside(name, file.version);
  else await incoming.remove(name, file.version);
  return reports;
}

async function keep(
  source: string,
  { bytes, size, contentType, metadata }: IncomingFile,
  { articles, topicIds, now }: TakeDeps,
): Promise<IngestReport[]> {
  const said = parseMetadata(metadata, topicIds, source);
  const faults = [
    ...(bytes === null ? tooBig(source, size, JSON_MAX_BYTES).faults : []),
    ...(said.ok ? [] : said.faults),
  ];
  if (bytes === null || !said.ok) return refuse(source, [faults], articles, now());
  const { topic, ...given } = said.value;
  const context = { topicIds: [topic], given, now: now() };
  const reports: IngestReport[] = [];
  const inputs = [{ source, bytes, contentType }];
  for await (const report of ingest(inputs, articles, context)) reports.push(report);
  return reports;
}

/** What the options of `parley ingest` say, as metadata of a file. The topic may be left out where there is one. */
function parseMetadata(
  metadata: Readonly<Record<string, string>>,
  topicIds: readonly string[],
  source: string,
): Parsed<Given & { topic: string }> {
  const [only] = topicIds.length === 1 ? topicIds : [];
  const aTopic = `the topic of the file, one of ${topicIds.join(', ')}`;
  const anAddress = 'an http or https address';
  const Metadata = z.object({
    publisher: z.optional(z.string().check(z.trim(), z.minLength(1, 'the name of an outlet'))),
    url: z.optional(z.string().check(z.refine((text) => pageAddress(text) !== null, anAddress))),
    date: z.optional(z.iso.date('a date such as 2020-05-05')),
    topic: z.string(aTopic).check(z.refine((id) => topicIds.includes(id), aTopic)),
  });
  const data = { metadata: { ...(only !== undefined && { topic: only }), ...metadata } };
  const parsed = parseWith(z.object({ metadata: Metadata }), data, source);
  if (!parsed.ok) return parsed;
  const { url, ...rest } = parsed.value.metadata;
  return { ok: true, value: { ...rest, url: pageAddress(url) ?? undefined } };
}

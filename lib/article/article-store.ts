import * as z from 'zod/mini';
import { Fault, type Parsed } from '#lib/fault.ts';
import type { Article } from './article.ts';

/** An input of which something was refused, kept so that nothing is lost: what it was, and why. */
export const Quarantined = z.object({
  /** File, address or store key that was read. */
  source: z.string(),
  /** Of every article in it that was refused; each fault names its own (`feed.xml#2`). */
  faults: z.array(Fault),
  /** ISO instant. */
  at: z.string(),
});

export type Quarantined = z.infer<typeof Quarantined>;

/** What a `put` did: an article equal to the stored one changes nothing, a differing one is a new version. */
export type PutOutcome = 'new' | 'same' | 'new-version';

/** Where the earlier versions of articles can be read again. */
export interface ArticleVersions {
  /** The version with that `articleHash`, or null where it is not kept. */
  version(id: string, hash: string): Promise<Article | null>;
}

/** Where articles live: a folder on one machine, a bucket on AWS. */
export interface ArticleStore {
  put(article: Article): Promise<PutOutcome>;
  /** The latest version of every stored article; what cannot be read or parsed comes as its faults. Sorted by id. */
  list(): AsyncIterable<{ source: string; parsed: Parsed<Article> }>;
  /** The latest version, or null. */
  get(id: string): Promise<Article | null>;
  /** Puts a source into quarantine, in the place of what stood there of it. */
  quarantine(entry: Quarantined): Promise<void>;
  /** Takes a source out of quarantine, because it could be read after all. One that is not there is no error. */
  release(source: string): Promise<void>;
  listQuarantined(): Promise<Quarantined[]>;
}

import * as z from 'zod/mini';
import { Fault, type Parsed } from '#lib/fault.ts';
import type { Article } from './article.ts';

/** An input that was refused, kept so that nothing is lost: what it was, and why. */
export const Quarantined = z.object({
  /** File, address or store key that was refused. */
  source: z.string(),
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
  quarantine(entry: Quarantined): Promise<void>;
  listQuarantined(): Promise<Quarantined[]>;
}

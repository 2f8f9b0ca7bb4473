import type { Fault, Parsed } from '#lib/fault.ts';
import type { Article } from './article.ts';

/** An input that was refused, kept so that nothing is lost: what it was, and why. */
export interface Quarantined {
  /** File, address or store key that was refused. */
  source: string;
  faults: Fault[];
  /** ISO instant. */
  at: string;
}

/** What a `put` did: an article equal to the stored one changes nothing, a differing one is a new version. */
export type PutOutcome = 'new' | 'same' | 'new-version';

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

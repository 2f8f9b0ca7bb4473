/** One input as it was fetched: what it is called in messages, its bytes, and what its carrier said of it. */
export interface ArticleSource {
  /** File name or address, as it stands in every message about this input. */
  source: string;
  bytes: Uint8Array;
  /** The Content-Type header, where one came with it. */
  contentType?: string | null;
  /** The address it was fetched from, after redirects; null for a file. */
  url?: string | null;
}

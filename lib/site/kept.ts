/**
 * Remembers what was read, so that many requests cost one read. Several who ask at once share it; a
 * failure is not remembered.
 */
export class Kept<T> {
  /** The one asked for last stands last. */
  private readonly entries = new Map<string, { value: Promise<T>; until: number }>();

  /**
   * @param limit how many are kept; the one that nobody asked for longest goes
   * @param keepMs how long one is kept, `Infinity` for what never changes
   */
  constructor(
    private readonly limit: number,
    private readonly keepMs: (value: T) => number,
    private readonly now: () => Date,
  ) {}

  /** What was read for the key, or what `read` gives now. */
  get(key: string, read: () => Promise<T>): Promise<T> {
    const kept = this.entries.get(key);
    const isFresh = kept !== undefined && this.now().getTime() < kept.until;
    const entry = isFresh ? kept : this.start(key, read());
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.limit && oldest !== undefined) this.entries.delete(oldest);
    return entry.value;
  }

  private start(key: string, value: Promise<T>): { value: Promise<T>; until: number } {
    // While it is being read, whoever asks waits for it.
    const entry = { value, until: Infinity };
    value.then(
      (read) => (entry.until = this.now().getTime() + this.keepMs(read)),
      () => this.entries.delete(key),
    );
    return entry;
  }
}

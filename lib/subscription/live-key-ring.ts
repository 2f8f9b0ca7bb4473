import type { KeyRing } from './key-ring.ts';

/** How old the keys may be that a process goes on with. */
export const KEYS_REREAD_MINUTES = 5;
const MINUTE_MS = 60_000;

/** The keys of a process that lives long: read again every few minutes, so that it takes a rotation up. */
export class LiveKeyRing implements KeyRing {
  private constructor(
    private ring: KeyRing,
    private readAt: number,
    private readonly read: () => Promise<KeyRing>,
    private readonly now: () => Date,
  ) {}

  /** @throws what `read` throws */
  static async open(read: () => Promise<KeyRing>, now: () => Date): Promise<LiveKeyRing> {
    return new LiveKeyRing(await read(), now().getTime(), read, now);
  }

  get current(): string {
    return this.ring.current;
  }

  get keys(): KeyRing['keys'] {
    return this.ring.keys;
  }

  /**
   * Reads the keys again if it is time to; before each piece of work. Where that fails the ones at hand are
   * good for now: a link that they cannot verify is rarer than a service of keys that does not answer.
   */
  async refresh(): Promise<void> {
    const at = this.now().getTime();
    if (at - this.readAt < KEYS_REREAD_MINUTES * MINUTE_MS) return;
    this.readAt = at;
    this.ring = await this.read().catch(() => this.ring);
  }
}

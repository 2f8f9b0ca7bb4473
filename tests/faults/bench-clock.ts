/** When each scenario begins. */
export const BENCH_START = Date.parse('2026-11-16T07:00:00Z');

/**
 * The time of the bench: it runs as fast as real time while anybody works, and is turned forward while nobody
 * does, because leases of minutes and settling of hours cannot be waited for. Each process has one; the
 * supervisor's leads, and tells the others by how far it is ahead.
 */
export class BenchClock {
  /** @param aheadMs of real time */
  constructor(private aheadMs = BENCH_START - Date.now()) {}

  /** Milliseconds since 1970. */
  get time(): number {
    return Date.now() + this.aheadMs;
  }

  get ahead(): number {
    return this.aheadMs;
  }

  readonly now = (): Date => new Date(this.time);

  /** Turns the clock forward; never back. */
  advanceTo(time: number): void {
    this.aheadMs += Math.max(0, Math.ceil(time - this.time));
  }

  /** Follows the supervisor's clock. */
  follow(aheadMs: number): void {
    this.aheadMs = aheadMs;
  }
}

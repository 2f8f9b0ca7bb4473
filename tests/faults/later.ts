import type { Told } from './ses-events.ts';

/** What SES will tell, until its time has come. */
export class Later {
  private waiting: Told[] = [];
  private earliest = Infinity;

  add(told: readonly Told[]): void {
    for (const each of told) {
      this.waiting.push(each);
      this.earliest = Math.min(this.earliest, each.at);
    }
  }

  /** Removes and returns what is told by now. */
  takeDue(now: number): Told[] {
    if (now < this.earliest) return [];
    const due = this.waiting.filter(({ at }) => at <= now);
    this.waiting = this.waiting.filter(({ at }) => at > now);
    this.earliest = this.waiting.reduce((least, { at }) => Math.min(least, at), Infinity);
    return due;
  }

  /** When the next is told; Infinity: none is. */
  nextAt(): number {
    return this.earliest;
  }
}

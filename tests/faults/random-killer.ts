import type { BenchProcess } from './bench-process.ts';
import type { Scenario } from './scenario.ts';

/** Kills processes that are at work, at moments chosen at random (real time). */
export class RandomKiller {
  private left: number;
  private nextAt: number;

  constructor(
    private readonly plan: Scenario['randomKills'],
    private readonly places: readonly BenchProcess[],
    private readonly random: () => number,
  ) {
    this.left = plan?.atMost ?? 0;
    this.nextAt = this.chooseNext();
  }

  /** To be called again and again. */
  strike(): void {
    if (this.left === 0 || performance.now() < this.nextAt) return;
    const busy = this.places.filter(
      ({ role, isBusy }) => isBusy && this.plan?.roles.includes(role),
    );
    const victim = busy[Math.floor(this.random() * busy.length)];
    if (victim === undefined) return;
    if (victim.kill()) this.left -= 1;
    this.nextAt = this.chooseNext();
  }

  private chooseNext(): number {
    const [least, most] = this.plan?.everyMs ?? [0, 0];
    return performance.now() + least + this.random() * (most - least);
  }
}

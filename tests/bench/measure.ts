/** Runs `work` a number of times and gives the median, in milliseconds. Machines are noisy: one run says little. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (upper + lower) / 2;
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
}

/** One measured line: what, how long, and its ratio to a named peer measured in the same run. */
export interface Measurement {
  what: string;
  value: string;
  peer: string;
  ratio: number;
}

export function printMeasurements(title: string, measurements: readonly Measurement[]): void {
  console.log(`\n${title}`);
  for (const { what, value, peer, ratio } of measurements)
    console.log(`  ${what.padEnd(46)} ${value.padStart(12)}   ${ratio.toFixed(2)} × ${peer}`);
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`;

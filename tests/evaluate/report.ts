import { table } from '#lib/cli/table.ts';
import type { Judged } from './floors.ts';

/** One row a measure; what lies under its floor says so. */
export function tableOf(judged: readonly Judged[]): string[] {
  return table([
    ['set', 'measure', 'value', 'floor', 'n', ''],
    ...judged.map(({ set, name, percent, floor, n, holds }) => [
      set,
      name,
      percent.toFixed(1),
      floor?.toFixed(0) ?? 'none',
      String(n),
      holds ? '' : floor === null ? 'NO FLOOR' : 'BELOW',
    ]),
  ]);
}

/** Every sentence that was read otherwise than labelled, measure by measure. */
export function missLines(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ set, name, misses }) => [
    ...(misses.length > 0 ? ['', `${set}, ${name}: ${misses.length} missed`] : []),
    ...misses.map(({ text, expected, got }) => `  ${text}\n    labelled ${expected}; read ${got}`),
  ]);
}

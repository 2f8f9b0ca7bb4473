import type { Row } from './run-scenario.ts';

/** The columns of the table and their widths; the first is a name, the last may be long. */
const COLUMNS = [
  ['scenario', 32],
  ['subscribers', 11],
  ['accepted', 9],
  ['duplicates', 11],
  ['losses', 7],
  ['doubtful', 9],
  ['resent', 7],
  ['kills', 6],
  ['seconds', 8],
] as const;

export const HEADING = line(COLUMNS.map(([name]) => name)) + '  not sent';

/** A row of the table, and below it why it breaks its expectation. */
export function linesOf(row: Row): string[] {
  const values = [
    row.name,
    ...[row.subscribers, row.accepted, row.duplicates, row.losses],
    ...[row.doubtful, row.resent, row.kills, row.seconds.toFixed(1)],
  ];
  return [
    `${line(values)}  ${row.unsent}`.trimEnd(),
    ...row.breaks.map((why) => `  BROKEN: ${why}`),
  ];
}

function line(values: readonly (string | number)[]): string {
  return COLUMNS.map(([name, width], i) => {
    const value = String(values[i]);
    return name === 'scenario' ? value.padEnd(width) : value.padStart(width);
  }).join('');
}

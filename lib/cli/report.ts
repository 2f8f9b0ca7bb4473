import type { Terminal } from './terminal.ts';

/** What a command did. */
export interface Report {
  /** What `--json` prints. */
  data: unknown;
  /** The same for people, line by line. */
  lines: string[];
  /** What was wrong, a line each; with any, the exit code is 1. */
  problems: string[];
  /** In the place of the exit code that follows from the problems. */
  exitCode?: number;
}

/** Exit codes: 0 done, 1 done with faults listed (or failed), 2 wrong usage; 75 as in sysexits.h: to be tried again. */
export const EXIT = { done: 0, faults: 1, usage: 2, later: 75 } as const;

/** Prints a report, problems on standard error, and returns the exit code. */
export function printReport(report: Report, terminal: Terminal, json: boolean): number {
  const { stdout, stderr } = terminal;
  if (json) stdout.write(`${JSON.stringify(report.data, null, 2)}\n`);
  else report.lines.forEach((line) => stdout.write(`${printable(line)}\n`));
  report.problems.forEach((problem) => stderr.write(`${printable(problem)}\n`));
  return report.exitCode ?? (report.problems.length > 0 ? EXIT.faults : EXIT.done);
}

/**
 * Shows control characters as their code: words of an article or a file name must not steer the
 * terminal (escape sequences can rewrite what stands on the screen).
 */
export function printable(line: string): string {
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (char) => {
    const code = char.charCodeAt(0).toString(16).padStart(2, '0');
    return `\\x${code}`;
  });
}

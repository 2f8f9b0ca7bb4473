import type { Command } from 'commander';
import { startProgress, type Progress } from './progress.ts';
import { EXIT, printReport, type Report } from './report.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** One run of one command. */
export interface Session {
  terminal: Terminal;
  settings: Settings;
  progress: Progress;
  /** Prints a report before the work is over; the exit code is that of the last report. */
  print(report: Report): void;
}

/** Runs commands and remembers how they ended. */
export interface Runner {
  terminal: Terminal;
  /** Runs a command's work with its settings, prints the report it returns, and keeps the exit code. */
  run(command: Command, work: (session: Session) => Promise<Report | null>): Promise<void>;
  exitCode: number;
}

/** A runner that reads from and writes to `terminal`. */
export function createRunner(terminal: Terminal): Runner {
  const runner: Runner = {
    terminal,
    exitCode: EXIT.done,
    async run(command, work) {
      const settings = readSettings(command, terminal);
      const progress = startProgress(terminal);
      const print = (report: Report) => {
        progress.end();
        runner.exitCode = printReport(report, terminal, settings.json);
      };
      const session = { terminal, settings, progress, print };
      const report = await work(session).finally(() => progress.end());
      if (report !== null) print(report);
    },
  };
  return runner;
}

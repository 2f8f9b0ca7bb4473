import { CommanderError, type Command } from 'commander';
import { explainFailure } from './explain-failure.ts';
import { buildProgram } from './program.ts';
import { settleRemote } from './remote-option.ts';
import { EXIT, printable } from './report.ts';
import { createRunner } from './session.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs one command line (without `node` and the script) and returns its exit code:
 * 0 done, 1 done with faults listed or failed, 2 wrong usage. Never throws.
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const runner = createRunner(terminal);
  const program = buildProgram(runner);
  try {
    await program.parseAsync(settleRemote(args, program), { from: 'user' });
    return runner.exitCode;
  } catch (error) {
    return endWith(error, program, terminal);
  }
}

function endWith(error: unknown, program: Command, { stderr }: Terminal): number {
  // Commander has printed its message, or the help that was asked for, already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const verbose = program.opts<{ verbose?: boolean }>().verbose ?? false;
  const isUsage = error instanceof UsageError;
  const text = isUsage ? error.message : explainFailure(error, verbose);
  stderr.write(`parley: ${text.split('\n').map(printable).join('\n')}\n`);
  return isUsage ? EXIT.usage : EXIT.faults;
}

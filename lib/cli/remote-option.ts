import { Option, type Command } from 'commander';
import { UsageError } from './usage-error.ts';

/** The name that `npx cdk deploy` gives the stack. */
const DEFAULT_STACK = 'Parley';

/** Its form by CloudFormation's own rules ("AWS CloudFormation User Guide: Stack name"). */
const STACK_NAME = /^[a-zA-Z][a-zA-Z0-9-]{0,127}$/;

/** The option of every command that works on what is kept. */
export const remoteOption = (): Option =>
  new Option(
    '--remote [stack]',
    `work on a stack on AWS instead of this machine (PARLEY_REMOTE, or ${DEFAULT_STACK})`,
  );

/**
 * The stack that the option or the environment names; null where neither does.
 * @throws UsageError where it cannot be the name of a stack
 */
export function stackName(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (STACK_NAME.test(text)) return text;
  throw new UsageError(
    `--remote: expected the name of a stack such as ${DEFAULT_STACK}, found ${JSON.stringify(text)}`,
  );
}

/** The option as it is repeated in a command line that is suggested; "" without it. */
export function remoteFlag({ remote }: { remote: string | null }): string {
  if (remote === null) return '';
  return remote === DEFAULT_STACK ? ' --remote' : ` --remote=${remote}`;
}

/**
 * Gives `--remote` its default where what follows is meant for the command: an option that may have a
 * value would swallow `status`, `2026-11-16` or an address as the name of a stack.
 */
export function settleRemote(args: readonly string[], program: Command): string[] {
  const words = wordsOf(program);
  return args.map((arg, i) => {
    const next = args[i + 1];
    const isNamed = next !== undefined && STACK_NAME.test(next) && !words.has(next);
    return arg === '--remote' && !isNamed ? `--remote=${DEFAULT_STACK}` : arg;
  });
}

/** Names of commands, and what their arguments choose from. */
function wordsOf(command: Command): Set<string> {
  const own = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  const below = command.commands.flatMap((each) => [each.name(), ...wordsOf(each)]);
  return new Set([...own, ...below]);
}

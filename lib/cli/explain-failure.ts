import { inspect } from 'node:util';
import { reasonOf } from '#lib/dependency-error.ts';

/**
 * Puts an error into words for a person. An error of a class of its own was foreseen and says it
 * all; one that nobody foresaw keeps its message, with a hint at `--verbose`, which shows the stacks.
 */
export function explainFailure(error: unknown, verbose: boolean): string {
  if (verbose) return inspect(error);
  if (!(error instanceof Error)) return String(error);
  if ('errno' in error) return [pathOf(error), reasonOf(error)].filter(Boolean).join(': ');
  if (!BUILT_IN.includes(error.constructor)) return error.message;
  return `${error.message || error.name}\nRun again with --verbose to see where this comes from.`;
}

const BUILT_IN: unknown[] = [
  Error,
  AggregateError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
];

function pathOf(error: Error): string {
  return 'path' in error && typeof error.path === 'string' ? error.path : '';
}

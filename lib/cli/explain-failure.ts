/** What a failing system call means to the person at the keyboard. */
const SYSTEM_FAILURES: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EMFILE: 'too many open files',
  EADDRINUSE: 'the port is taken',
  ECONNREFUSED: 'nobody answers at that address',
  ENOTFOUND: 'no such host',
  ETIMEDOUT: 'no answer in time',
};

/**
 * Puts an error into words for a person: what failed, and why where it is known. An error that
 * Parley does not expect keeps its message, with a hint at `--verbose`, which shows the stack.
 */
export function explainFailure(error: unknown, verbose: boolean): string {
  const chain = causes(error);
  const messages = chain.map(messageOf).filter((text, i, all) => all.indexOf(text) === i);
  const text = messages.join(': ');
  if (verbose) return `${text}\n${chain.map(stackOf).join('\n')}`;
  const expected = chain.some((link) => systemFailure(link) !== null || isNamedFailure(link));
  return expected ? text : `${text}\nRun again with --verbose to see where this comes from.`;
}

const MAX_CAUSES = 5;

function causes(error: unknown): unknown[] {
  const chain = [error];
  let link = error;
  while (link instanceof Error && link.cause !== undefined && chain.length < MAX_CAUSES) {
    link = link.cause;
    chain.push(link);
  }
  return chain;
}

function messageOf(error: unknown): string {
  const failure = systemFailure(error);
  if (failure !== null) return failure;
  return error instanceof Error ? error.message || error.name : String(error);
}

function systemFailure(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const meaning = SYSTEM_FAILURES[String(error.code)];
  if (meaning === undefined) return null;
  const where = 'path' in error ? `${String(error.path)}: ` : '';
  return where + meaning;
}

const BUILT_IN: unknown[] = [
  Error,
  AggregateError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
];

/** An error of a class of its own is expected: somebody thought of it and named it. */
function isNamedFailure(error: unknown): boolean {
  return error instanceof Error && !BUILT_IN.includes(error.constructor);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { getSystemErrorMap } from 'node:util';

/**
 * Something that Parley stands on failed: a disk, a store, a queue, a mail server. Reads as
 * `cannot write /path/file.json: no space left on device`.
 */
export class DependencyError extends Error {
  override readonly name = 'DependencyError';
  /** The path, address or store key that was worked on. */
  readonly target: string;

  /** @param action what was tried, as a verb: "write", "read", "put" */
  constructor(action: string, target: string, cause: unknown) {
    super(`cannot ${action} ${target}: ${reasonOf(cause)}`, { cause });
    this.target = target;
  }
}

/** Why something failed, in one line: the system's own words for an error number, else the message. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const errno = 'errno' in cause && typeof cause.errno === 'number' ? cause.errno : 0;
  const known = getSystemErrorMap().get(errno);
  if (known !== undefined) return known[1];
  const named = cause.name === 'Error' || cause instanceof DependencyError ? '' : `${cause.name}: `;
  return named + (cause.message || ('code' in cause ? String(cause.code) : 'no reason given'));
}

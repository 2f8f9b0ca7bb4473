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

/** Why something failed, in one line: the system's own words for its error codes, else the message. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  const system = SYSTEM_ERRORS.get(code);
  if (system !== undefined) return system;
  const isPlain = cause.name === 'Error' || cause instanceof DependencyError;
  return (isPlain ? '' : `${cause.name}: `) + (cause.message || code || 'no reason given');
}

/** "ENOSPC" → "no space left on device" */
const SYSTEM_ERRORS: ReadonlyMap<string, string> = new Map(getSystemErrorMap().values());

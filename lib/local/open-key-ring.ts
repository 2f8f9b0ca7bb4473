import { dirname } from 'node:path';
import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { newStoredKeyRing, parseKeyRing, type KeyRing } from '#lib/subscription/key-ring.ts';
import { readTextFile } from './read-folder.ts';
import { writeNewFile } from './write-file.ts';

/** Only the owner reads and writes the file of keys. */
const OWNER_ONLY = 0o600;

/**
 * Reads the keys that sign links, and makes them in a state that is new. Of two processes at once
 * one makes them and both read the same.
 * @param hasEditions whether links may have been signed already, with keys that are gone then
 * @throws DependencyError where the file cannot be read or written, is gone, or holds no keys
 */
export async function openKeyRing(
  path: string,
  hasEditions: () => Promise<boolean>,
): Promise<KeyRing> {
  const text = (await readTextFile(path)) ?? (await create(path, hasEditions));
  const parsed = parseKeyRing(parseJson(text, path), path);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('read', path, new Error(parsed.faults.map(formatFault).join('; ')));
}

async function create(path: string, hasEditions: () => Promise<boolean>): Promise<string> {
  // Another process may have made both since the file was looked for.
  if (await hasEditions()) return (await readTextFile(path)) ?? gone(path);
  const json = `${JSON.stringify(newStoredKeyRing(), null, 2)}\n`;
  const written = await writeNewFile(path, json, { mode: OWNER_ONLY });
  return written ? json : ((await readTextFile(path)) ?? json);
}

function gone(path: string): never {
  const advice = `restore it from a copy, or delete ${dirname(path)} to begin anew`;
  const reason = `it is gone, though mails were sent with links signed by it: ${advice}`;
  throw new DependencyError('read', path, new Error(reason));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would print a piece of a key.
    throw new DependencyError('read', path, new Error('it is not JSON'));
  }
}

import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { newStoredKeyRing, parseKeyRing, type KeyRing } from '#lib/subscription/key-ring.ts';
import { readTextFile } from './read-folder.ts';
import { writeNewFile } from './write-file.ts';

/** Only the owner reads and writes the file of keys. */
const OWNER_ONLY = 0o600;

/**
 * Reads the keys that sign links, and makes them where there are none. Of two processes at once one
 * makes them and both read the same.
 * @throws DependencyError where the file cannot be read or written, or holds no keys
 */
export async function openKeyRing(path: string): Promise<KeyRing> {
  const text = (await readTextFile(path)) ?? (await create(path));
  const parsed = parseKeyRing(parseJson(text, path), path);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('read', path, new Error(parsed.faults.map(formatFault).join('; ')));
}

async function create(path: string): Promise<string> {
  const json = `${JSON.stringify(newStoredKeyRing(), null, 2)}\n`;
  const written = await writeNewFile(path, json, { mode: OWNER_ONLY });
  return written ? json : ((await readTextFile(path)) ?? json);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would print a piece of a key.
    throw new DependencyError('read', path, new Error('it is not JSON'));
  }
}

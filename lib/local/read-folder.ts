import { readFile } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DependencyError } from '#lib/dependency-error.ts';

/** Takes half the time of `fs/promises` for a small file, and an edition reads thousands. */
const read = promisify(readFile);

/**
 * Names of the files in a folder that end with `extension`, sorted; none where it does not exist.
 * Files under a temporary name (a leading dot) do not count.
 * @throws DependencyError where the folder cannot be read
 */
export async function fileNames(folder: string, extension: string): Promise<string[]> {
  const names = await absentAs([], readdir(folder), folder);
  return names.filter((name) => name.endsWith(extension) && !name.startsWith('.')).sort();
}

/**
 * Names of the folders in a folder, sorted; none where it does not exist.
 * @throws DependencyError where the folder cannot be read
 */
export async function folderNames(folder: string): Promise<string[]> {
  const entries = await absentAs([], readdir(folder, { withFileTypes: true }), folder);
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/**
 * The text of a file, or null where it does not exist.
 * @throws DependencyError where it cannot be read
 */
export function readTextFile(path: string): Promise<string | null> {
  return absentAs(null, read(path, 'utf8'), path);
}

async function absentAs<T, A>(absent: A, reading: Promise<T>, path: string): Promise<T | A> {
  try {
    return await reading;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return absent;
    throw new DependencyError('read', path, cause);
  }
}

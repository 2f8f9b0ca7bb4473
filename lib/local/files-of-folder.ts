import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files and folders in one folder, at every depth: far above any collection of articles by hand. */
export const FOLDER_MAX_FILES = 10_000;

/** A folder that holds more than is read at once. */
export class TooManyFilesError extends Error {
  override readonly name = 'TooManyFilesError';
  constructor(maxFiles: number) {
    super(`more than ${maxFiles} files and folders`);
  }
}

/**
 * The paths of the files of a folder and of the folders in it, sorted. Hidden ones are left out, and
 * symbolic links are not followed: they could lead out of the folder, or round in it.
 * @throws TooManyFilesError, or what the file system throws
 */
export async function filesOfFolder(
  folder: string,
  maxFiles: number = FOLDER_MAX_FILES,
): Promise<string[]> {
  const files: string[] = [];
  const folders = [folder];
  for (const each of folders)
    for await (const entry of await opendir(each)) {
      if (entry.name.startsWith('.')) continue;
      const path = join(each, entry.name);
      if (entry.isDirectory()) folders.push(path);
      if (entry.isFile()) files.push(path);
      if (files.length + folders.length > maxFiles + 1) throw new TooManyFilesError(maxFiles);
    }
  return files.sort();
}

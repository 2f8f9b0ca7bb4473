import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPORARY_NAME } from './write-file.ts';

/** A write takes seconds: who began it this long ago is gone. */
const LEFT_AFTER_MS = 60 * 60 * 1000;

/** Removes the temporary files that killed processes left in a folder. What cannot be removed stays. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => TEMPORARY_NAME.test(each)))
    await removeIfOld(join(folder, name)).catch(() => undefined);
}

async function removeIfOld(path: string): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (Date.now() - mtimeMs > LEFT_AFTER_MS) await rm(path);
}

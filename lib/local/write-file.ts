import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DependencyError } from '#lib/dependency-error.ts';

/** Name of a temporary file; after a kill it stays. */
export const TEMPORARY_NAME = /^\..+\.[0-9a-f]{12}\.tmp$/;

interface WriteOptions {
  /** Permission bits of a new file. */
  mode?: number;
  /** Waits until the disk has the bytes. Off for what can be worked out again. */
  durable?: boolean;
}

/*
 * Both functions write under a temporary name beside the file and then give it its name, so that a
 * reader sees the whole file or none, also after a kill. The package write-file-atomic does not
 * serve: on a disk that fills up it takes a write that was cut short for a whole one and renames it.
 */

/**
 * Writes a file in one step, in the place of what stood there; makes its folder.
 * @throws DependencyError "cannot write PATH: no space left on device"
 */
export async function replaceFile(
  path: string,
  data: string | Uint8Array,
  options?: WriteOptions,
): Promise<void> {
  await viaTemporary(path, data, options, (temporary) => rename(temporary, path));
}

/**
 * Writes a file in one step unless its name is taken, which it then says with `false`. Of several
 * callers at once one writes.
 * @throws DependencyError as `replaceFile`
 */
export async function writeNewFile(
  path: string,
  data: string | Uint8Array,
  options?: WriteOptions,
): Promise<boolean> {
  return viaTemporary(path, data, options, (temporary) =>
    link(temporary, path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    ),
  );
}

async function viaTemporary<T>(
  path: string,
  data: string | Uint8Array,
  options: WriteOptions | undefined,
  giveName: (temporary: string) => Promise<T>,
): Promise<T> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(temporary, data, options);
    return await giveName(temporary);
  } catch (cause) {
    throw new DependencyError('write', path, cause);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function writeWhole(
  path: string,
  data: string | Uint8Array,
  { mode = 0o644, durable = true }: WriteOptions = {},
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(data);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}

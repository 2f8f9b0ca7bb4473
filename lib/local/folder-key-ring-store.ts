import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { parseStoredKeyRing, type StoredKeyRing } from '#lib/subscription/key-ring.ts';
import type { KeyRingStore, StandingKeyRing } from '#lib/subscription/key-ring-store.ts';
import { readTextFile } from './read-folder.ts';
import { writeNewFile } from './write-file.ts';

/** Only the owner reads and writes the files of keys. */
const OWNER_ONLY = 0o600;
/** Attempts to read a file that another process replaces. */
const ATTEMPTS = 5;

/**
 * The keys as a file: `keys.json`, and a change of it the file of the next number, `keys.2.json`. Only one
 * caller can make a file, the highest number stands, and the ones before it are deleted then. So there
 * is no lock that a kill could leave behind, and no moment without keys.
 */
export class FolderKeyRingStore implements KeyRingStore {
  constructor(private readonly path: string) {}

  async read(): Promise<StandingKeyRing> {
    const standing = await this.readIfThere();
    if (standing !== null) return standing;
    throw new DependencyError('read', this.path, new Error('it is gone'));
  }

  /** Null where there are no keys. @throws DependencyError as `read` */
  async readIfThere(): Promise<StandingKeyRing | null> {
    for (let i = 0; i < ATTEMPTS; i++) {
      const number = Math.max(...(await this.numbers()));
      if (number === -Infinity) return null;
      const path = this.pathOf(number);
      const text = await readTextFile(path);
      if (text !== null) return { stored: parseFile(text, path), version: String(number) };
    }
    return null;
  }

  /** Makes the first file. @returns false where there is one */
  async create(ring: StoredKeyRing): Promise<boolean> {
    return writeNewFile(this.path, toText(ring), { mode: OWNER_ONLY });
  }

  async replace(next: StoredKeyRing, version: string): Promise<boolean> {
    const own = Number(version) + 1;
    const written = await writeNewFile(this.pathOf(own), toText(next), { mode: OWNER_ONLY });
    if (!written) return false;
    const numbers = await this.numbers();
    // The highest is never deleted: where a higher one stands, this file was free only because it was old.
    const stands = Math.max(...numbers) === own;
    const gone = stands ? numbers.filter((number) => number < own) : [own];
    for (const number of gone) await rm(this.pathOf(number), { force: true });
    return stands;
  }

  private pathOf(number: number): string {
    if (number === 1) return this.path;
    const extension = extname(this.path);
    return `${this.path.slice(0, -extension.length)}.${number}${extension}`;
  }

  private async numbers(): Promise<number[]> {
    const folder = dirname(this.path);
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new DependencyError('read', folder, error);
    });
    const extension = extname(this.path);
    const stem = basename(this.path, extension);
    return names.flatMap((name) => {
      if (name === basename(this.path)) return [1];
      const number = Number(name.slice(stem.length + 1, -extension.length));
      const isOwn = Number.isInteger(number) && number > 1;
      return isOwn && join(folder, name) === this.pathOf(number) ? [number] : [];
    });
  }
}

const toText = (ring: StoredKeyRing) => `${JSON.stringify(ring, null, 2)}\n`;

function parseFile(text: string, path: string): StoredKeyRing {
  const parsed = parseStoredKeyRing(parseJson(text, path), path);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('read', path, new Error(parsed.faults.map(formatFault).join('; ')));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would print a piece of a key.
    throw new DependencyError('read', path, new Error('it is not JSON'));
  }
}

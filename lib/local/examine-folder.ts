import { constants, type Dirent } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderFacts } from '#lib/doctor/folder-checks.ts';
import { reading } from '#lib/doctor/reading.ts';
import { openLocal } from './open-local.ts';

/** Where the program's own files are. */
export interface ProgramFolders {
  /** Sources of the templates. */
  templates: string;
  /** What they are compiled to. */
  compiled: string;
}

/** Looks at a state folder and what it stands on. Makes nothing in it. */
export async function examineFolder(
  path: string,
  program: ProgramFolders,
  now: Date,
): Promise<FolderFacts> {
  const isThere = await exists(path);
  return {
    path,
    folder: await reading(async () => {
      if (await isWritable(isThere ? path : await nearest(path)))
        return isThere ? 'writable' : 'new';
      return 'not-writable';
    }),
    freeBytes: await reading(async () => {
      const { bavail, bsize } = await statfs(await nearest(path));
      return bavail * bsize;
    }),
    templates: await reading(() => templatesState(program)),
    newestAge: await reading(async () => {
      const newest = isThere ? await newestIn(path) : null;
      return newest === null ? null : now.getTime() - newest;
    }),
    opened: await reading(async () => ((await holdsAnything(path)) ? tryOpen(path) : null)),
  };
}

async function templatesState({ templates, compiled }: ProgramFolders) {
  if (!(await exists(compiled))) return 'missing';
  const sources = await newestIn(templates, /\.(mjml|hbs)$|wording/);
  return (sources ?? 0) > (await stat(compiled)).mtimeMs ? 'stale' : 'built';
}

/** Only what was used before is opened: opening makes keys. */
async function holdsAnything(path: string): Promise<boolean> {
  const names = await readdir(path).catch((): string[] => []);
  return names.some((name) =>
    /^(?:keys(?:\.\d+)?\.json|database\.json|editions|outbox)$/.test(name),
  );
}

async function tryOpen(path: string): Promise<true> {
  const stores = await openLocal(path);
  try {
    // The database opens with its first use.
    await stores.ledger.head('doctor.2020-01-01');
    return true;
  } finally {
    await stores.close();
  }
}

/** Milliseconds since 1970 of the newest file of a folder, two levels deep; null where there is none. */
async function newestIn(folder: string, names = /./): Promise<number | null> {
  let newest: number | null = null;
  const look = async (path: string, depth: number) => {
    for (const entry of await readdir(path, { withFileTypes: true }).catch((): Dirent[] => [])) {
      const below = join(path, entry.name);
      if (entry.isDirectory() && depth > 0) await look(below, depth - 1);
      if (!entry.isFile() || !names.test(entry.name)) continue;
      newest = Math.max(newest ?? 0, (await stat(below)).mtimeMs);
    }
  };
  await look(folder, 2);
  return newest;
}

/** The folder, or the nearest one above it that there is. */
async function nearest(path: string): Promise<string> {
  return (await exists(path)) || dirname(path) === path ? path : nearest(dirname(path));
}

const exists = (path: string) => access(path).then(yes, no);
const isWritable = (path: string) => access(path, constants.W_OK | constants.X_OK).then(yes, no);
const yes = () => true;
const no = () => false;

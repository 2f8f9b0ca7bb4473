import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** An editor saves in several steps: truncating, writing, renaming. */
const SETTLE_MS = 8;

/**
 * Calls `onChange` soon after anything in the folder or one of its folders changed, with the paths in it
 * of what changed, until it is closed.
 * A watcher a folder, not a recursive one: on Linux Node's recursive watching loses files that an
 * editor replaces by renaming.
 */
export async function watchFolder(
  folder: string,
  onChange: (paths: string[]) => void,
): Promise<() => void> {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function addWatchers(): Promise<void> {
    const paths = await foldersIn(folder);
    for (const path of paths)
      if (!closed && !watchers.has(path)) watchers.set(path, watchOne(path));
  }
  function watchOne(path: string): FSWatcher {
    const watcher = watch(path, { persistent: false }, (event, name) => {
      changed.add(join(relative(folder, path), name ?? ''));
      clearTimeout(timer);
      timer = setTimeout(tell, SETTLE_MS);
      if (event === 'rename') void addWatchers();
    });
    // A folder that was removed.
    watcher.on('error', () => {
      watcher.close();
      watchers.delete(path);
    });
    return watcher;
  }

  function tell(): void {
    onChange([...changed]);
    changed.clear();
  }

  await addWatchers();
  return () => {
    closed = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return [folder, ...folders.map((entry) => join(entry.parentPath, entry.name))];
}

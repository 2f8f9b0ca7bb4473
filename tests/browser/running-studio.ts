import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templates } from '#templates';
import { loadBrand } from '#lib/cli/load-brand.ts';
import { studioThreads } from '#lib/cli/start/studio-threads.ts';
import { serveLocally } from '#lib/studio/serve.ts';
import { studioApp } from '#lib/studio/studio-app.ts';
import { openWorkshop } from '#lib/studio/workshop.ts';
import { inventedDeps, inventedEdition } from '../studio/invented.ts';

/** A studio over a copy of the project's templates, which a test may change. */
export interface RunningStudio {
  url: string;
  /** Saves a file of the copy with a piece of it replaced. */
  edit(file: string, from: string | RegExp, to: string): Promise<void>;
  /** Brings all files back. */
  restore(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one, warm: MJML is loaded. */
export async function startStudio(): Promise<RunningStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-templates-'));
  await cp('templates', folder, { recursive: true });
  const threads = studioThreads(folder);
  const { compile, check } = threads;
  const workshop = await openWorkshop({ folder, compile, templates, brand: await loadBrand() });
  await workshop.warm();
  const deps = await inventedDeps([inventedEdition()]);
  deps.workshop.close();
  const script = await readFile('lib/studio/browser/live.js', 'utf8');
  const server = await serveLocally(studioApp({ ...deps, workshop, check, script }), 0);
  const originals = new Map<string, string>();
  return {
    url: server.url,
    async edit(file, from, to) {
      const path = join(folder, file);
      const before = await readFile(path, 'utf8');
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${file} has no ${from}`);
      if (!originals.has(path)) originals.set(path, before);
      await writeFile(path, after);
    },
    async restore() {
      for (const [path, original] of originals) await writeFile(path, original);
      originals.clear();
    },
    async stop() {
      workshop.close();
      threads.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
      await rm(deps.folder, { recursive: true, force: true });
    },
  };
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of Parley's own package.json: the same from `lib/cli` (run by tsx) and from the bundle
 * `dist/parley.js`.
 */
export function packageRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('Parley is incomplete: its package.json is missing');
  return packageRoot(parent);
}

/** Topic files that come with Parley. */
export const ownTopicsFolder = (): string => join(packageRoot(), 'lib', 'topic', 'topics');

/** The sample corpus of `parley start`. */
export const sampleArticlesFolder = (): string =>
  join(packageRoot(), 'lib', 'local', 'sample-articles');

/** Templates, samples, wording and brand. */
export const templatesFolder = (): string => join(packageRoot(), 'templates');

/** The studio's own script, as the browser gets it. */
export const studioScript = (): string =>
  join(packageRoot(), 'lib', 'studio', 'browser', 'live.js');

/** A thread of the studio, as `npm run build` bundles it: the same for the program and for its sources. */
export const studioThread = (name: 'check' | 'compile'): string =>
  join(packageRoot(), 'dist', `${name}-thread.js`);

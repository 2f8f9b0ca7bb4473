import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const SCRIPTS = ['role-process', 'ses-like-process', 'table-like-process'] as const;
export type Script = (typeof SCRIPTS)[number];

/** Below node_modules, so that what stays outside the bundles is found. */
const FOLDER = join(
  import.meta.dirname,
  `../../node_modules/.cache/parley-faults/${process.pid}-${Date.now()}`,
);

/** CommonJS packages inside an ES module call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

/** Bundles the processes of the bench as a function of AWS is bundled: many are started, and each in half the time. */
export async function buildScripts(): Promise<void> {
  await build({
    entryPoints: SCRIPTS.map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    banner: { js: REQUIRE },
    external: ['dynalite'],
    logLevel: 'error',
  });
}

export const forkBench = (script: Script, args: string[]): ChildProcess =>
  fork(join(FOLDER, `${script}.mjs`), args, { execArgv: [] });

export const removeScripts = (): Promise<void> => rm(FOLDER, { recursive: true, force: true });

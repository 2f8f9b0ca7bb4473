import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** `npm run build`: templates and message files compiled, the command line program as one file, and what functions use of nodemailer. */

const root = fileURLToPath(new URL('..', import.meta.url));
const templatesFolder = join(root, 'templates');
/** What the compiled templates depend on beside their sources. */
const compiler = [
  'lib/studio/compile-templates.ts',
  'lib/studio/template-modules.ts',
  'lib/studio/compile-mjml.ts',
  'lib/studio/style-slots.ts',
  'lib/studio/brand-colours.ts',
  'lib/studio/compile-wordings.ts',
  'lib/briefing/parse-wording.ts',
  'bin/build.ts',
  'package-lock.json',
].map((file) => join(root, file));
const cli = join(root, 'bin/parley.ts');
/** Threads of the studio, each a file beside the program. */
const threads = ['check-thread', 'compile-thread'].map((name) =>
  join(root, `lib/studio/threads/${name}.ts`),
);
const dist = join(root, 'dist');
/** What `#templates` stands for. */
const modules = join(dist, 'templates');

/** What stays outside the bundle: a native addon, what loads it, the compiled templates, and packages of development. */
const OUTSIDE = [
  ...['dynalite', 'level', '#templates', '#templates/*'],
  ...['mjml', 'html-validate', 'caniemail', 'playwright-core'],
];
/** CommonJS packages inside an ES module call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";
/** Types of a mail's module; Handlebars declares its global. */
const DECLARATION = 'export declare const templates: Record<string, TemplateSpecification>;\n';
const WORDINGS_DECLARATION = 'export declare const wordings: Record<string, unknown>;\n';

await mkdir(modules, { recursive: true });
const built = (await buildTemplates()) && (await bundleMailComposer()) && (await bundleCli());
process.exitCode = built ? 0 : 1;

/** Compiles only what changed since the last build: MJML takes a second to load, and every `npm test` builds. */
async function buildTemplates(): Promise<boolean> {
  const hashFile = join(dist, 'templates.hash');
  const hash = await sourcesHash();
  const done = existsSync(hashFile) && (await readFile(hashFile, 'utf8')) === hash;
  if (done && existsSync(join(modules, 'index.js'))) return true;

  const { compileTemplates } = await import('#lib/studio/compile-templates.ts');
  const { templateModules } = await import('#lib/studio/template-modules.ts');
  const { formatTemplateFault } = await import('#lib/studio/template-fault.ts');
  const { compileWordings } = await import('#lib/studio/compile-wordings.ts');
  const compiled = await compileTemplates(templatesFolder);
  const worded = await compileWordings(templatesFolder);
  const faults = [...compiled.faults, ...(worded.ok ? [] : worded.faults)];
  for (const fault of faults) console.error(formatTemplateFault('templates', fault));
  if (faults.length > 0 || !worded.ok) return false;
  for (const [file, source] of templateModules(compiled.templates)) {
    await writeFile(join(modules, file), source);
    if (file !== 'shared.js')
      await writeFile(join(modules, file.replace('.js', '.d.ts')), DECLARATION);
  }
  await writeFile(join(modules, 'wordings.js'), wordingsSource(worded.wordings));
  await writeFile(join(modules, 'wordings.d.ts'), WORDINGS_DECLARATION);
  await writeFile(hashFile, hash);
  return true;
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(templatesFolder, { recursive: true });
  const isSource = (name: string) => /\.(mjml|hbs)$|^wording\b.*\.json$/.test(name);
  const templates = names.filter(isSource).sort();
  const files = [...templates.map((name) => join(templatesFolder, name)), ...compiler];
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

/** English is part of the program: it stands in for a language without a file. */
function wordingsSource(wordings: Record<string, unknown>): string {
  const others = Object.entries(wordings).filter(([language]) => language !== 'en');
  return `export const wordings = ${JSON.stringify(Object.fromEntries(others))};\n`;
}

/**
 * What functions use of nodemailer. Its table of file types is for attachments, which no mail of Parley has, and is half
 * of what would go into a bundle; without it every file is of the type that nodemailer gives those that it does not know.
 */
async function bundleMailComposer(): Promise<boolean> {
  const withoutFileTypes: Plugin = {
    name: 'without-file-types',
    setup: ({ onLoad }) =>
      onLoad({ filter: /mime-funcs[\\/]mime-types\.js$/ }, () => ({
        contents: `export const detectMimeType = () => 'application/octet-stream';
          export const detectExtension = () => 'bin';`,
      })),
  };
  return bundle({
    entryPoints: ['mail-composer', 'mime-funcs', 'mime-node'].map((name) => {
      return { in: `nodemailer/lib/${name}`, out: name };
    }),
    outdir: join(dist, 'nodemailer'),
    // A node that one of them makes is an instance of the class that another exports.
    splitting: true,
    plugins: [withoutFileTypes],
  });
}

/**
 * The program, and each of its threads, with its packages in one file, which starts in half the time of loose modules.
 * esbuild keeps the line that names the interpreter.
 */
async function bundleCli(): Promise<boolean> {
  if (!existsSync(cli)) return true;
  const made = await bundle({
    entryPoints: [cli, ...threads],
    outdir: dist,
    entryNames: '[name]',
    external: OUTSIDE,
    banner: { js: REQUIRE },
    sourcemap: true,
  });
  if (made) await chmod(join(dist, 'parley.js'), 0o755);
  return made;
}

/** False where something does not bundle, which esbuild has said. */
async function bundle(options: BuildOptions): Promise<boolean> {
  try {
    await build({
      ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' },
      ...options,
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'errors' in error) return false;
    throw error;
  }
}

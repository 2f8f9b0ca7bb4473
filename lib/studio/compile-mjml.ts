import { dirname, join, relative } from 'node:path';
import { brandColours, brandExpressions } from './brand-colours.ts';
import { emptyStyles, putStyles, takeStyles, type Skeleton } from './style-slots.ts';
import type { TemplateFault } from './template-fault.ts';

/** The sources of a folder by their path in it, with `/`. */
export type Sources = ReadonlyMap<string, string>;

/** HTML with Handlebars in it, and what is wrong. */
export interface MjmlResult {
  html: string;
  faults: TemplateFault[];
}

const INCLUDE = /<mj-include\s[^>]*path="([^"]*)"/g;

/** A file and what it includes, without their style sheets. */
interface Job {
  file: string;
  source: string;
  skeletons: ReadonlyMap<string, Skeleton>;
  /** The slot of each style sheet; two that are alike share one. */
  slotOf: ReadonlyMap<string, string>;
}

/**
 * A compiler of a folder's MJML files. It keeps what MJML made of a file and its includes but for their
 * style sheets: where only these change, MJML is not asked again.
 */
export function mjmlCompiler(
  folder: string,
): (file: string, sources: Sources) => Promise<MjmlResult> {
  const made = new Map<string, { key: string; result: MjmlResult }>();
  return async (file, sources) => {
    const files = [file, ...includedBy(file, sources)];
    const missing = missingIncludes(files, sources);
    if (missing.length > 0) return { html: '', faults: missing };
    const job = jobOf(file, files, sources);
    const key = keyOf(job);
    const known = made.get(file);
    const result = known?.key === key ? known.result : await runMjml(folder, job);
    // Lines of faults move with the style sheets before them, so faults are not kept.
    if (result.faults.length === 0) made.set(file, { key, result });
    const styles = [...job.slotOf].map(([style, slot]) => [slot, brandExpressions(style)] as const);
    return { ...result, html: withoutIndentation(putStyles(result.html, styles)) };
  };
}

function jobOf(file: string, files: readonly string[], sources: Sources): Job {
  const skeletons = new Map(
    files.map((name, index) => [name, takeStyles(sources.get(name) ?? '', `${index}`)]),
  );
  const slots = [...skeletons.values()].flatMap(({ styles }) => [...styles]);
  const source = sources.get(file) ?? '';
  return { file, source, skeletons, slotOf: new Map(slots.map(([slot, style]) => [style, slot])) };
}

/** All that MJML's work depends on: the skeletons, and which style sheets are alike. */
function keyOf({ skeletons, slotOf }: Job): string {
  return JSON.stringify([
    ...[...skeletons].map(([name, { source }]) => [name, source]),
    ...slotOf.values(),
  ]);
}

async function runMjml(folder: string, { file, source, slotOf }: Job): Promise<MjmlResult> {
  // Loaded when the first template is compiled: it takes a second, and nothing else needs it.
  const { default: mjml2html } = await import('mjml');
  const colours = brandColours();
  try {
    const { html, errors } = await mjml2html(source, {
      filePath: join(folder, file),
      // Runs over the file and each of its includes.
      preprocessors: [(text: string) => inPlace(text, colours.put(emptyStyles(text, slotOf)))],
      validationLevel: 'soft',
      ignoreIncludes: false,
      fonts: {},
    });
    const faults = errors.map((error) => mjmlFault(folder, file, error));
    return { html: colours.restore(withoutNotes(html)), faults };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { html: '', faults: [{ file, line: null, reason: `MJML: ${reason}` }] };
  }
}

/** MJML counts lines in the source as it was before its preprocessors: each line keeps its length. */
function inPlace(before: string, after: string): string {
  const lengths = before.split('\n').map((line) => line.length);
  const lines = after.split('\n').map((line, index) => line.padEnd(lengths[index] ?? 0));
  return lines.join('\n');
}

/** MJML names an included file in its message only. */
function mjmlFault(
  folder: string,
  file: string,
  error: { line: number; message: string; tagName: string; formattedMessage: string },
): TemplateFault {
  const included = /^Line \d+ of (.+), included at line/.exec(error.formattedMessage)?.[1];
  const name = included === undefined ? file : pathIn(folder, included);
  return { file: name, line: error.line, reason: `${error.message} (${error.tagName})` };
}

/** Files that a file includes, and those that they include, each once. */
function includedBy(file: string, sources: Sources, seen = new Set([file])): string[] {
  return includesOf(file, sources.get(file) ?? '').flatMap(({ path }) => {
    if (seen.has(path) || !sources.has(path)) return [];
    seen.add(path);
    return [path, ...includedBy(path, sources, seen)];
  });
}

/** MJML leaves a comment where it cannot read an include, and goes on. */
function missingIncludes(files: readonly string[], sources: Sources): TemplateFault[] {
  return files.flatMap((file) =>
    includesOf(file, sources.get(file) ?? '').flatMap(({ path, line }) =>
      sources.has(path) ? [] : [{ file, line, reason: `cannot read the include ${path}` }],
    ),
  );
}

function includesOf(file: string, source: string): { path: string; line: number }[] {
  return [...source.matchAll(INCLUDE)].map((include) => ({
    path: slashed(join(dirname(file), include[1] ?? '')),
    line: source.slice(0, include.index).split('\n').length,
  }));
}

const pathIn = (folder: string, path: string) => slashed(relative(folder, path));
const slashed = (path: string) => path.replaceAll('\\', '/');

/** Leaves out the author's comments, but not Outlook's conditional ones, and blanks in the styles of elements. */
const withoutNotes = (html: string) =>
  html
    .replace(/<!-- .*?-->/gs, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` style="${compact(style)}"`);

/** "margin: 0; color: red;" as "margin:0;color:red": a mail repeats its styles in each element. */
const compact = (style: string) => style.replace(/([:;]) +/g, '$1').replace(/;$/, '');

const withoutIndentation = (html: string) => html.replace(/\s*\n\s*/g, '\n');

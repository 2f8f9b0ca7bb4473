import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import Handlebars from 'handlebars';
import mjml2html from 'mjml';
import { brandColours } from './brand-colours.ts';

/** One thing wrong with one template, where its author can mend it. */
export interface TemplateFault {
  /** Path of the template or partial, relative to the folder compiled. */
  file: string;
  /** 1-based, or null where the fault has no line. */
  line: number | null;
  reason: string;
}

/** Precompiled Handlebars by name ("edition.html", "edition.text", "edition.subject"), as JavaScript source. */
export type Compiled =
  { ok: true; templates: Record<string, string> } | { ok: false; faults: TemplateFault[] };

/** Helpers that the renderer brings; a template that calls another one does not compile. */
const KNOWN_HELPERS = { wrap: true, underline: true };

/**
 * Compiles every mail of a folder: `NAME.mjml` becomes the template `NAME.html`, and `NAME.KIND.hbs`
 * (text, subject) becomes `NAME.KIND`, which escapes nothing because it is not HTML.
 * A fault in one template does not hide the faults of the others.
 */
export async function compileTemplates(folder: string): Promise<Compiled> {
  const templates: Record<string, string> = {};
  const faults: TemplateFault[] = [];
  for (const file of await templateFiles(folder)) {
    const source = await readFile(join(folder, file), 'utf8');
    const syntax = syntaxFault(file, source);
    if (syntax !== null) faults.push(syntax);
    else if (!file.includes('/')) {
      const html = file.endsWith('.mjml') ? await mjmlToHtml(folder, file, source) : source;
      if (typeof html === 'string') addTemplate(file, html, templates, faults);
      else faults.push(...html);
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, templates };
}

/** Prints a fault on one line: `templates/edition.mjml:12: reason`. */
export function formatTemplateFault(folder: string, { file, line, reason }: TemplateFault): string {
  return `${folder}/${file}${line === null ? '' : `:${line}`}: ${reason}`;
}

async function templateFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((name) => /\.(mjml|hbs)$/.test(name)).sort();
}

/** Checks the source itself before MJML moves its lines, so that the line is the author's. */
function syntaxFault(file: string, source: string): TemplateFault | null {
  try {
    Handlebars.parse(source);
    return null;
  } catch (error) {
    return handlebarsFault(file, error);
  }
}

function addTemplate(
  file: string,
  html: string,
  templates: Record<string, string>,
  faults: TemplateFault[],
): void {
  const isHtml = file.endsWith('.mjml');
  const name = isHtml ? file.replace(/\.mjml$/, '.html') : basename(file, '.hbs');
  try {
    templates[name] = String(
      Handlebars.precompile(html, {
        strict: true,
        noEscape: !isHtml,
        knownHelpers: KNOWN_HELPERS,
        knownHelpersOnly: true,
      }),
    );
  } catch (error) {
    const fault = handlebarsFault(file, error);
    // Lines of the compiled HTML would send the author to the wrong place.
    faults.push(isHtml ? { ...fault, line: null } : fault);
  }
}

function handlebarsFault(file: string, error: unknown): TemplateFault {
  const message = error instanceof Error ? error.message : String(error);
  const line = /line (\d+)|- (\d+):\d+$/.exec(message);
  const reason = message.replace(/^Parse error on line \d+:\s*/, '').replace(/\s*\n\s*/g, ' ');
  return { file, line: line ? Number(line[1] ?? line[2]) : null, reason };
}

async function mjmlToHtml(
  folder: string,
  file: string,
  source: string,
): Promise<string | TemplateFault[]> {
  const filePath = join(folder, file);
  const standIns = brandColours();
  try {
    const { html, errors } = await mjml2html(source, {
      filePath,
      preprocessors: [standIns.put],
      validationLevel: 'soft',
      ignoreIncludes: false,
      fonts: {},
    });
    const faults = [
      ...missingIncludes(folder, file, source),
      ...errors.map((error) => mjmlFault(folder, file, error)),
    ];
    return faults.length > 0 ? faults : standIns.restore(withoutSourceNotes(html));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ file, line: null, reason: `MJML: ${reason}` }];
  }
}

/** MJML names an included file in its message only. */
function mjmlFault(
  folder: string,
  file: string,
  error: { line: number; message: string; tagName: string; formattedMessage: string },
): TemplateFault {
  const included = /^Line \d+ of (.+), included at line/.exec(error.formattedMessage)?.[1];
  return {
    file: included === undefined ? file : relative(folder, included),
    line: error.line,
    reason: `${error.message} (${error.tagName})`,
  };
}

/** MJML leaves a comment where it cannot read an include, and goes on. */
function missingIncludes(folder: string, file: string, source: string): TemplateFault[] {
  return [...source.matchAll(/<mj-include\s[^>]*path="([^"]*)"/g)].flatMap((include) => {
    const path = join(dirname(file), include[1] ?? '');
    if (existsSync(join(folder, path))) return [];
    const line = source.slice(0, include.index).split('\n').length;
    return [{ file, line, reason: `cannot read the include ${path}` }];
  });
}

/** Leaves out what only the author reads: indentation and comments, but not Outlook's conditional ones. */
function withoutSourceNotes(html: string): string {
  return html.replace(/<!-- .*?-->/gs, '').replace(/\s*\n\s*/g, '\n');
}

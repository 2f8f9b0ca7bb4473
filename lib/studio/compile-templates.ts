import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { mjmlCompiler, type Sources } from './compile-mjml.ts';
import { memo } from './memo.ts';
import { handlebarsFault, type TemplateFault } from './template-fault.ts';

/** What became of a folder of templates: those that compile, and the faults of the others. */
export interface Compilation {
  /** Precompiled Handlebars by name ("edition.html", "edition.text", "edition.subject"), as JavaScript source. */
  templates: Record<string, string>;
  faults: TemplateFault[];
}

/** Helpers that the renderer brings; a template that calls another one does not compile. */
const KNOWN_HELPERS = { wrap: true, underline: true };

/**
 * Compiles every mail of a folder: `NAME.mjml` becomes the template `NAME.html`, and `NAME.KIND.hbs`
 * (text, subject) becomes `NAME.KIND`, which escapes nothing because it is not HTML.
 * A fault in one template does not hide the faults of the others.
 */
export function compileTemplates(folder: string): Promise<Compilation> {
  return templateCompiler(folder)();
}

/**
 * The same to be called again: it compiles only what changed since the last time, and only files in the
 * folder itself that are wanted.
 */
export function templateCompiler(
  folder: string,
): (isWanted?: (file: string) => boolean) => Promise<Compilation> {
  const mjmlToHtml = mjmlCompiler(folder);
  const syntaxFault = memo(findSyntaxFault);
  const precompiled = memo(precompile);
  return async (isWanted = () => true) => {
    const sources = await readSources(folder);
    const templates: Record<string, string> = {};
    const faults: TemplateFault[] = [];
    for (const [file, source] of sources) {
      const syntax = await syntaxFault(source);
      if (syntax !== null) faults.push({ ...syntax, file });
      else if (!file.includes('/') && isWanted(file)) {
        const made = await toHandlebars(file, source);
        if (made.faults.length > 0) faults.push(...made.faults);
        else await add(file, made.html);
      }
    }
    return { templates, faults };

    async function toHandlebars(file: string, source: string) {
      return file.endsWith('.mjml') ? mjmlToHtml(file, sources) : { html: source, faults: [] };
    }

    async function add(file: string, html: string): Promise<void> {
      const isHtml = file.endsWith('.mjml');
      const name = isHtml ? file.replace(/\.mjml$/, '.html') : basename(file, '.hbs');
      const made = await precompiled(`${isHtml ? 'escaped' : 'plain'} ${html}`);
      if (typeof made === 'string') templates[name] = made;
      // Lines of the compiled HTML would send the author to the wrong place.
      else faults.push({ ...made, file, line: isHtml ? null : made.line });
    }
  };
}

async function readSources(folder: string): Promise<Sources> {
  const entries = await readdir(folder, { recursive: true });
  const names = entries.filter((name) => /\.(mjml|hbs)$/.test(name)).sort();
  const read = names.map(
    async (name) =>
      [name.replaceAll('\\', '/'), await readFile(join(folder, name), 'utf8')] as const,
  );
  return new Map(await Promise.all(read));
}

/** Checks the source itself before MJML moves its lines, so that the line is the author's. */
async function findSyntaxFault(source: string): Promise<TemplateFault | null> {
  const { default: Handlebars } = await import('handlebars');
  try {
    Handlebars.parse(source);
    return null;
  } catch (error) {
    return handlebarsFault('', error);
  }
}

async function precompile(kindAndHtml: string): Promise<string | TemplateFault> {
  const { default: Handlebars } = await import('handlebars');
  const [kind] = kindAndHtml.split(' ', 1);
  try {
    return String(
      Handlebars.precompile(kindAndHtml.slice((kind ?? '').length + 1), {
        strict: true,
        noEscape: kind === 'plain',
        knownHelpers: KNOWN_HELPERS,
        knownHelpersOnly: true,
      }),
    );
  } catch (error) {
    return handlebarsFault('', error);
  }
}

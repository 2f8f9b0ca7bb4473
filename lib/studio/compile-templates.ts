import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
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
  return templateCompiler(folder)(null);
}

/** Compiles the templates of one mail, or of all where it is null. */
export type TemplateCompiler = (mail: string | null) => Promise<Compilation>;

/** The same to be called again: it compiles only what changed since the last time. */
export function templateCompiler(folder: string): TemplateCompiler {
  const mjmlToHtml = mjmlCompiler(folder);
  const syntaxFault = memo(findSyntaxFault);
  const precompiled = memo(precompile);
  return async (mail) => {
    const sources = readSources(folder);
    const templates: Record<string, string> = {};
    const faults: TemplateFault[] = [];
    for (const [file, source] of sources) {
      const syntax = syntaxFault(source);
      if (syntax !== null) faults.push({ ...syntax, file });
      else if (!file.includes('/') && (mail === null || file.startsWith(`${mail}.`))) {
        const made = await toHandlebars(file, source);
        if (made.faults.length > 0) faults.push(...made.faults);
        else add(file, made.html);
      }
    }
    return { templates, faults };

    async function toHandlebars(file: string, source: string) {
      return file.endsWith('.mjml') ? mjmlToHtml(file, sources) : { html: source, faults: [] };
    }

    function add(file: string, html: string): void {
      const isHtml = file.endsWith('.mjml');
      const name = isHtml ? file.replace(/\.mjml$/, '.html') : basename(file, '.hbs');
      const made = precompiled(`${isHtml ? 'escaped' : 'plain'} ${html}`);
      if (typeof made === 'string') templates[name] = made;
      // Lines of the compiled HTML would send the author to the wrong place.
      else faults.push({ ...made, file, line: isHtml ? null : made.line });
    }
  };
}

/** At once: fifty small files take a millisecond, and ten by way of the thread pool. */
function readSources(folder: string): Sources {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const names = entries.filter((name) => /\.(mjml|hbs)$/.test(name)).sort();
  return new Map(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Checks the source itself before MJML moves its lines, so that the line is the author's. */
function findSyntaxFault(source: string): TemplateFault | null {
  try {
    Handlebars.parse(source);
    return null;
  } catch (error) {
    return handlebarsFault('', error);
  }
}

function precompile(kindAndHtml: string): string | TemplateFault {
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

import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { columnsOf, wrapText } from './wrap-text.ts';

/** One mail as it is sent, without headers. */
export interface Rendered {
  subject: string;
  preheader: string;
  html: string;
  text: string;
}

/** Precompiled templates by name: "edition.html", "edition.text", "edition.subject", and so for each mail. */
export type CompiledTemplates = Readonly<Record<string, TemplateSpecification>>;

/** Puts a view into the templates of a mail. The view is checked before; here it is only printed. */
export type MailRenderer = (mail: string, view: { preheader: string }) => Rendered;

// The package declares no types for its runtime, which is the same object without the compiler.
const handlebars = (runtime as unknown as typeof Handlebars).create();
handlebars.registerHelper('wrap', wrapHelper);
handlebars.registerHelper('underline', underlineHelper);

/**
 * The one way from a view to a mail: what is sent and what the studio shows go through it.
 * The renderer throws a RangeError for a mail without templates, and Handlebars' own error where the
 * view lacks what a template asks for.
 */
export function mailRenderer(templates: CompiledTemplates): MailRenderer {
  const ready = new Map(
    Object.entries(templates).map(([name, spec]) => [name, handlebars.template(spec)]),
  );
  const print = (name: string, view: object) => {
    const template = ready.get(name);
    if (template === undefined) throw new RangeError(`there is no template "${name}"`);
    return template(view);
  };
  return (mail, view) => ({
    subject: print(`${mail}.subject`, view),
    preheader: view.preheader,
    html: print(`${mail}.html`, view),
    text: print(`${mail}.text`, view),
  });
}

/** `{{#wrap first="- " indent="  "}}…{{/wrap}}`: the block as one paragraph of the text part. */
function wrapHelper(this: unknown, options: Handlebars.HelperOptions): string {
  const { indent = '', first = indent } = options.hash as { first?: string; indent?: string };
  const block = options.fn(this).replace(/\s+/g, ' ').trim();
  return wrapText(block, first, indent);
}

/** `{{underline title "="}}`: a line of the sign, as wide as the text. */
function underlineHelper(text: string, sign: string): string {
  return sign.repeat(columnsOf(text));
}

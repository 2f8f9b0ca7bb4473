import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { templates } from '#templates';
import type { EditionView } from './edition-view.ts';
import { wrapText } from './wrap-text.ts';

/** One edition as it is mailed, without headers. */
export interface Rendered {
  subject: string;
  preheader: string;
  html: string;
  text: string;
}

// The package declares no types for its runtime, which is the same object without the compiler.
const handlebars = (runtime as unknown as typeof Handlebars).create();
handlebars.registerHelper('wrap', wrapHelper);
handlebars.registerHelper('underline', underlineHelper);

const html = handlebars.template<EditionView>(templates['edition.html']);
const text = handlebars.template<EditionView>(templates['edition.text']);
const subject = handlebars.template<EditionView>(templates['edition.subject']);

/** Puts a checked view (`parseEditionView`) into the compiled templates. */
export function renderView(view: EditionView): Rendered {
  return {
    subject: subject(view),
    preheader: view.preheader,
    html: html(view),
    text: text(view),
  };
}

/** `{{#wrap first="- " indent="  "}}…{{/wrap}}`: the block as one paragraph of the text part. */
function wrapHelper(this: unknown, options: Handlebars.HelperOptions): string {
  const { indent = '', first = indent } = options.hash as { first?: string; indent?: string };
  const block = options.fn(this).replace(/\s+/g, ' ').trim();
  return wrapText(block, first, indent);
}

/** `{{underline title "="}}`: a line of the sign, as long as the text. */
function underlineHelper(text: string, sign: string): string {
  return sign.repeat(text.length);
}

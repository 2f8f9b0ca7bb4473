import { readdirSync, readFileSync } from 'node:fs';
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import { parseEditionView } from '#lib/briefing/edition-view.ts';
import { mailRenderer, type Rendered } from '#lib/briefing/mail-renderer.ts';
import { wordingFor } from '#lib/briefing/wording.ts';
import type { Parsed } from '#lib/fault.ts';
import { SAMPLE_VIEWERS } from '#lib/mail/sample-view.ts';
import { templates } from '#templates';

const FOLDER = 'templates/samples';

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
export const brand: Brand = valid(parseBrand(readJson('templates/brand.json'), 'brand.json'));
export const render = mailRenderer(templates);

export function valid<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

/** The view of a sample as it would be printed. */
export function viewOf(mail: string, data: unknown, source: string) {
  const viewer = SAMPLE_VIEWERS.get(mail);
  const view =
    viewer === undefined
      ? parseEditionView(data, source)
      : viewer(data, source, brand, (language) => wordingFor(language));
  return valid<{ language: string; preheader: string }>(view);
}

export interface Sample {
  mail: string;
  name: string;
  language: string;
  /** What stands in the file. */
  data: unknown;
  view: { language: string; preheader: string };
  rendered: Rendered;
}

/** Every template with every sample of it. */
export const allSamples: Sample[] = readdirSync(FOLDER).flatMap((mail) =>
  readdirSync(`${FOLDER}/${mail}`).map((file) => {
    const data = readJson(`${FOLDER}/${mail}/${file}`);
    const view = viewOf(mail, data, `${mail}/${file}`);
    const name = `${mail}/${file.replace('.json', '')}`;
    return { mail, name, data, view, language: view.language, rendered: render(mail, view) };
  }),
);

/** What a reader sees, on one line. */
export function visible(html: string): string {
  return html
    .replace(/<!--.*?-->|<style.*?<\/style>|<[^>]*>/gs, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x60;', '`')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** The text part on one line, without the marks of quotations and lists. */
export const unwrapped = (text: string) => text.replace(/\n {2}\| |\s+/g, ' ');

export const tagsOf = (html: string) =>
  [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([tag]) => tag);

import { readdirSync, readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { parseEditionView, type EditionView, type QuoteView } from '#lib/briefing/edition-view.ts';
import { renderView } from '#lib/briefing/render-view.ts';
import { TEXT_COLUMNS } from '#lib/briefing/wrap-text.ts';

const folder = 'templates/samples/edition';
const samples = readdirSync(folder).map((file): [string, EditionView] => {
  const parsed = parseEditionView(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')), file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return [file.replace('.json', ''), parsed.value];
});

/** Bytes of HTML. Gmail clips a mail at 102 kB; a reader on a phone pays for each of them. */
const MAX_BYTES: Record<string, number> = { normal: 40_000, rich: 60_000 };
const MAX_BYTES_ANY = 90_000;

/** What is wrong in a page may be right in a mail: layout tables with their attributes, and MJML's skeleton. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'long-title': 'off',
    'no-deprecated-attr': 'off',
    'prefer-native-element': 'off',
  },
});

const quotesOf = (view: EditionView): QuoteView[] =>
  [...view.changes.flatMap(({ columns }) => columns), ...view.voices].flatMap(
    ({ quotes }) => quotes,
  );

/** What a reader sees, on one line. */
function visible(html: string): string {
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

const unwrapped = (text: string) => text.replace(/\n {2}\| |\s+/g, ' ');

describe.each(samples)('the sample %s', (name, view) => {
  const { html, text } = renderView(view);

  test('is valid HTML', async () => {
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) => result.messages);
    expect(messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)).toEqual(
      [],
    );
  });

  test('keeps within its size', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(MAX_BYTES[name] ?? MAX_BYTES_ANY);
  });

  test('closes each table for Outlook and for everybody else', () => {
    const outlook = html.replace(/<!--\[if[^\]]*\]>|<!\[endif\]-->/g, '');
    const others = html.replace(/<!--.*?-->/gs, '');
    for (const page of [outlook, others])
      for (const tag of ['table', 'tr', 'td', 'div'])
        expect(page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length).toBe(
          page.match(new RegExp(`</${tag}>`, 'g'))?.length,
        );
  });

  test('loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/<(?:img|link|script|iframe)\b|@import|url\(/i);
  });

  test('names its language and direction, and has one heading of the first level', () => {
    expect(html).toContain(`<html lang="${view.language}" dir="${view.direction}"`);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('tells the same in HTML and in text', () => {
    const shown = visible(html);
    const told = unwrapped(text);
    const facts = [
      view.headline,
      ...view.bottomLine,
      ...view.scale.rows.map(({ reading }) => reading),
      ...view.glance.map(({ factors }) => factors),
      ...view.changes.flatMap(({ title, line, reason }) => [title, line, reason]),
      ...quotesOf(view).flatMap(({ words, speaker, credit, notes }) => [
        words,
        speaker,
        credit,
        ...notes,
      ]),
      ...view.gaps,
      ...view.caveats,
      ...view.sources.flatMap(({ items }) =>
        items.flatMap(({ headline, credit }) => [headline, credit]),
      ),
      view.footer.why,
      view.brand.postalAddress,
    ];
    for (const fact of facts) {
      expect(shown).toContain(fact);
      expect(told).toContain(fact);
    }
  });

  test('tells then before now', () => {
    for (const { columns } of view.changes)
      expect(columns.map(({ era }) => era)).toEqual(['then', 'now']);
    const [then, now] = view.scale.rows.map(({ reading }) => visible(html).indexOf(reading));
    expect(then).toBeLessThan(now ?? -1);
  });

  test('wraps its text part, and each number in it names a source', () => {
    for (const line of text.split('\n'))
      expect(line.length <= TEXT_COLUMNS || !/\S\s+\S/.test(line.replace(/^ {2}[|–] /, ''))).toBe(
        true,
      );
    const numbers = view.sources.flatMap(({ items }) => items.map((item) => item.number));
    for (const { source } of quotesOf(view)) expect(numbers).toContain(source);
  });
});

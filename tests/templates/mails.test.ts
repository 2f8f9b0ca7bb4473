import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { columnsOf, TEXT_COLUMNS } from '#lib/briefing/wrap-text.ts';
import { checkMail } from '#lib/studio/checks/check-mail.ts';
import { hostileText } from '../briefing/hostile.ts';
import {
  allSamples,
  brand,
  render,
  tagsOf,
  unwrapped,
  viewOf,
  visible,
  type Sample,
} from './all-samples.ts';

/** Bytes of HTML. Gmail clips a mail at 102 kB; a reader on a phone pays for each of them. */
const MAX_BYTES: Record<string, number> = { 'edition/normal': 40_000, 'edition/rich': 60_000 };
const MAX_BYTES_ANY = 60_000;

/** What is wrong in a page may be right in a mail: layout tables with their attributes, and MJML's skeleton. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'long-title': 'off',
    'no-deprecated-attr': 'off',
    'prefer-native-element': 'off',
  },
});

test('every template has samples in English and in Korean, and a hostile one', () => {
  const mails = readdirSync('templates').filter((name) => name.endsWith('.mjml'));
  const of = (mail: string) => allSamples.filter((sample) => sample.mail === mail);
  for (const mail of mails.map((name) => name.replace('.mjml', ''))) {
    expect(new Set(of(mail).map(({ language }) => language))).toEqual(new Set(['en', 'ko']));
    expect(of(mail).map(({ name }) => name)).toContain(`${mail}/hostile`);
  }
});

describe.each(allSamples.map((sample): [string, Sample] => [sample.name, sample]))(
  'the sample %s',
  (name, { view, rendered }) => {
    const { subject, preheader, html, text } = rendered;

    test('is valid HTML', async () => {
      const report = await validator.validateString(html);
      const messages = report.results.flatMap((result) => result.messages);
      expect(messages.map((each) => `${each.line} ${each.ruleId}: ${each.message}`)).toEqual([]);
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

    test('names its language, and has one heading of the first level', () => {
      expect(html).toContain(`<html lang="${view.language}" dir="ltr"`);
      expect(html.match(/<h1/g)).toHaveLength(1);
    });

    test('passes the checks of the studio', async () => {
      const mail = { subject, preheader, html, text, headers: null };
      const findings = await checkMail(mail);
      expect(findings.filter(({ level }) => level === 'fault')).toEqual([]);
      const both = findings.filter(({ check }) => check === 'contrast');
      expect(both).toEqual([]);
    });

    test('tells in text what it tells in HTML', () => {
      const told = unwrapped(text).replace(/[*!|] /g, '');
      for (const fact of textsIn(view)) {
        expect(visible(html)).toContain(fact);
        expect(told).toContain(fact.replace(/[*!|] /g, ''));
      }
      for (const url of urlsIn(view)) {
        expect(html).toContain(url.replaceAll('&', '&amp;').replaceAll('=', '&#x3D;'));
      }
    });

    test('wraps its text part', () => {
      for (const line of text.split('\n'))
        expect(columnsOf(line) <= TEXT_COLUMNS || !/\S\s+\S/.test(line.replace(PREFIX, ''))).toBe(
          true,
        );
    });
  },
);

test('a logo stands in the place of the name, with words for where images are off', async () => {
  const logo = { url: 'https://example.com/logo.png', alt: 'Aldia Desk', width: 160, height: 32 };
  for (const { mail, view } of allSamples.filter(({ name }) => name.endsWith('normal'))) {
    const { html } = render(mail, { ...view, brand: { ...brand, logo } } as typeof view);
    expect(html.match(/<img\b[^>]*>/g)).toEqual([expect.stringContaining('alt="Aldia Desk"')]);
    expect((await validator.validateString(html)).valid).toBe(true);
  }
});

/** What stands before a word that is longer than a line: a sign of a list or quotation, the name of a link. */
const PREFIX = /^(?: {2}[|–] |[*!] |[^:]+: (?=https?:))/;

/** Fields that only one of the parts needs: signs, tracks, addresses, what templates branch on. */
const NOT_TEXT =
  /^(?:brand|language|lang|direction|preheader|url|mark|track|trackLegend|legend|ends|ticks|era|none|hint|columns|marks|band|headings|subject|date)$/;

/** Every fact of a view. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value.replace(/\s+/g, ' ')];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  const own = Object.entries(value).filter(([key]) => !NOT_TEXT.test(key) || key === 'columns');
  return own.flatMap(([key, inner]: [string, unknown]) =>
    key === 'columns' && !Array.isArray(inner) ? [] : textsIn(inner),
  );
}

function urlsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(urlsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'url' && typeof inner === 'string' ? [inner] : urlsIn(inner),
  );
}

/** Facts that are of a form, and so no text that somebody wrote. */
const OF_A_FORM = /^(?:https?:|\d{4}-\d{2}-\d{2}|[A-Z]\w+\/\w+$|(?:en|ko|every|monthly|UTC)$)/;
const KEYS_OF_A_FORM = /^(?:about|changed|language|why)$/;

function filledWith(text: string, value: unknown): unknown {
  if (typeof value === 'string') return OF_A_FORM.test(value) ? value : text;
  if (Array.isArray(value)) return value.map((inner) => filledWith(text, inner));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      KEYS_OF_A_FORM.test(key) ? inner : filledWith(text, inner),
    ]),
  );
}

const others = allSamples.filter(({ name, mail }) => mail !== 'edition' && /normal$/.test(name));

test.each(others.map((sample): [string, Sample] => [sample.mail, sample]))(
  'whatever a subscriber, an article or a server says, it adds no element, header or line to the mail %s',
  (mail, { data }) => {
    const rendered = (text: string) => render(mail, viewOf(mail, filledWith(text, data), mail));
    const plain = rendered('plain');
    fc.assert(
      fc.property(hostileText, (text) => {
        const { subject, preheader, html, text: part } = rendered(text);
        expect(tagsOf(html)).toEqual(tagsOf(plain.html));
        expect(html).not.toMatch(/onerror=alert|<script/);
        for (const header of [subject, preheader]) expect(header).not.toMatch(/[\p{Cc}\u202e]/u);
        expect(html + part).not.toMatch(/[\u0000\r\u202e]|\p{Surrogate}/u);
      }),
      { numRuns: 25 },
    );
  },
);

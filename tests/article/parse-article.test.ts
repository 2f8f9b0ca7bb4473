import { describe, expect, it } from 'vitest';
import { BODY_MAX_BYTES } from '#lib/article/limits.ts';
import { parseArticle } from '#lib/article/parse-article.ts';
import { formatFault } from '#lib/fault.ts';
import { sampleArticle } from './sample-article.ts';

const NOW = new Date('2026-01-01T00:00:00Z');

function faultsOf(changes: Record<string, unknown>): string[] {
  const parsed = parseArticle(sampleArticle(changes), 'a.json', NOW);
  return parsed.ok ? [] : parsed.faults.map(formatFault);
}

describe('parseArticle', () => {
  it('gives back a valid article with its unknown fields, unchanged', () => {
    const article = sampleArticle({ wordCount: 15, author: [{ name: 'Ann Lee', desk: 'sea' }] });
    expect(parseArticle(article, 'a.json', NOW)).toEqual({ ok: true, value: article });
  });

  it('names file, field and expectation of each fault, all at once', () => {
    expect(faultsOf({ headline: 7, publisher: undefined, topics: 'talks' })).toEqual([
      'a.json: headline: expected text, found 7',
      'a.json: publisher: expected an object',
      'a.json: topics: expected an array, found "talks"',
    ]);
  });

  it.each([
    ['url', 'javascript:alert(1)', 'an http or https address'],
    ['url', 'data:text/html,x', 'an http or https address'],
    ['id', '../../etc/passwd', 'lower-case letters'],
    ['datePublished', '5 May 2020', 'an ISO date'],
    ['datePublished', '2021-02-30', 'a day that the calendar has'],
    ['datePublished', '2026-03-01', 'a date not after 2026-01-01'],
    ['dateModified', '2031-01-01', 'a date not after 2026-01-01'],
    ['articleBody', '', 'a body of at least one character'],
    ['articleBody', ' \n\n ', 'a text with words'],
    ['articleBody', 'Envoys\u0000 met.', 'without control or half characters, found U+0000'],
    ['articleBody', 'Envoys \ud800 met.', 'found U+D800 at character 7'],
    ['headline', 'Envoys \u202e meet', 'found U+202E at character 7'],
    ['articleBody', 'Envoys <script>alert(1)</script> met.', 'plain text without markup'],
    ['headline', 'x'.repeat(3_000), 'at most 2000 characters'],
  ])('refuses %s %j', (field, value, expected) => {
    const [fault] = faultsOf({ [field]: value });
    expect(fault).toContain(`a.json: ${field}: expected`);
    expect(fault).toContain(expected);
  });

  it('refuses a body above its limit with one fault that says both sizes', () => {
    expect(faultsOf({ articleBody: 'wörd '.repeat(BODY_MAX_BYTES) })).toEqual([
      `a.json: articleBody: expected at most ${BODY_MAX_BYTES} bytes, found ${6 * BODY_MAX_BYTES} bytes`,
    ]);
  });

  it('takes a date that is tomorrow for the clock but today elsewhere', () => {
    expect(faultsOf({ datePublished: '2026-01-01T09:00:00+14:00' })).toEqual([]);
  });

  it('checks no date against a clock that is not given', () => {
    expect(parseArticle(sampleArticle({ datePublished: '2999-01-01' }), 'a.json').ok).toBe(true);
  });
});

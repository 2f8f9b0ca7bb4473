import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import type { Briefing, Citation } from '#lib/briefing/briefing.ts';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { gateBriefing } from '#lib/briefing/gate.ts';
import { personalise, PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { renderBriefing, UnprintableBriefing } from '#lib/briefing/render-briefing.ts';
import { articles, comparison, topic } from './borovia.ts';
import { hostileText, tokenLikeText } from './hostile.ts';

const brand = brandOf('templates/brand.json');
const briefing = buildBriefing({
  topic,
  slot: '2026-11-16',
  comparison: comparison(),
  articles,
  previousArticleIds: ['herald-2020'],
});

function brandOf(file: string): Brand {
  const parsed = parseBrand(JSON.parse(readFileSync(file, 'utf8')), file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

/** The briefing with a text in place of everything that an article, a topic or a line brings. */
function filledWith(text: string): Briefing {
  const citation = (each: Citation): Citation => ({
    ...each,
    evidence: { ...each.evidence, text },
    speaker: text,
    role: text,
    affiliation: text,
    reportedBy: text,
    outlet: text,
    sideNegotiation: text,
    url: `https://news.example/?q=${text}`,
    likelihood: [{ word: text, band: 'likely', talksBand: null, ofTalks: true, listed: true }],
  });
  const line = { text, evidence: [] };
  return {
    ...briefing,
    topicTitle: text,
    eras: { then: text, now: text },
    subject: line,
    preheader: line,
    bottomLine: [line],
    changes: briefing.changes.map((change) => ({
      ...change,
      line,
      reason: text,
      then: change.then.map(citation),
      now: change.now.map(citation),
    })),
    voices: { then: briefing.voices.then.map(citation), now: briefing.voices.now.map(citation) },
    caveats: [text],
    sources: briefing.sources.map((source) => ({
      ...source,
      headline: text,
      author: [text],
      outlet: text,
    })),
  };
}

const tagsOf = (html: string) => [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([tag]) => tag);

test('the briefing is rendered with the tokens of a delivery’s own links', () => {
  const { subject, html, text } = renderBriefing(briefing, brand);
  expect(subject).toBe(briefing.subject.text);
  for (const token of Object.values(PLACEHOLDERS)) {
    expect(html).toContain(`href="${token}"`);
    expect(text).toContain(token);
  }
});

test('rendering twice gives the same bytes', () => {
  expect(renderBriefing(briefing, brand)).toEqual(renderBriefing(briefing, brand));
});

test('a briefing that cannot be printed is refused with every fault', () => {
  const wrong = { ...brand, light: { ...brand.light, ink: 'red; background: url(x)' } };
  const render = () => renderBriefing(briefing, wrong);
  expect(render).toThrow(UnprintableBriefing);
  expect(render).toThrow('brand.light.ink: expected a colour in six hexadecimal digits');
});

test('whatever an article says, it adds no element, header, line or personal link', () => {
  const plain = renderBriefing(filledWith('plain'), brand);
  fc.assert(
    fc.property(hostileText, (text) => {
      const { subject, preheader, html, text: part } = renderBriefing(filledWith(text), brand);
      expect(tagsOf(html)).toEqual(tagsOf(plain.html));
      expect(html).not.toMatch(/onerror=alert|<script/);
      for (const header of [subject, preheader]) expect(header).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(html + part).not.toMatch(/[\u0000\r\u202e]|\p{Surrogate}/u);
      expect(html.split(PLACEHOLDERS.unsubscribeUrl)).toHaveLength(2);
      expect(part.split(PLACEHOLDERS.unsubscribeUrl)).toHaveLength(2);
    }),
    { numRuns: 40 },
  );
});

const links = {
  unsubscribeUrl: 'MARK-UNSUBSCRIBE',
  preferencesUrl: 'MARK-PREFERENCES',
  viewUrl: 'MARK-VIEW',
};
const marksIn = (part: string) => personalise(part, links).match(/MARK-[A-Z]+/g);
/** The articles with a text in each field that an outlet writes. */
const articlesSaying = (text: string) =>
  articles.map((article) => ({
    ...article,
    headline: text,
    author: [{ name: text }],
    publisher: { name: text },
    url: `https://news.example/?u=${text}`,
    articleBody: `${article.articleBody} ${text}`,
  }));
const composed = (text: string) => {
  const said = articlesSaying(text);
  const built = buildBriefing({
    topic,
    slot: '2026-11-16',
    comparison: comparison(),
    articles: said,
    previousArticleIds: [],
  });
  return gateBriefing(built, said).briefing;
};

test('a reader’s own links stand where the template puts them and nowhere else, whatever articles say', () => {
  const own = renderBriefing(briefing, brand);
  fc.assert(
    fc.property(tokenLikeText, (text) => {
      for (const each of [filledWith(text), composed(text)]) {
        const { html, text: part } = renderBriefing(each, brand);
        expect(marksIn(html)).toEqual(marksIn(own.html));
        expect(marksIn(part)).toEqual(marksIn(own.text));
      }
    }),
    { numRuns: 60, examples: [['https://parley.invalid.invalid/unsubscribe-url']] },
  );
});

test('a headline with the host of personal links is printed with the host broken and without a link', () => {
  const { text } = renderBriefing(composed('https://parley.invalid.invalid/view-url'), brand);
  expect(text).toContain('https://parley[.]invalid.invalid/view-url');
  expect(text).not.toContain('https://news.example');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Briefing, Citation } from '#lib/briefing/briefing.ts';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { gateBriefing } from '#lib/briefing/gate.ts';
import { wordCount } from '#lib/outlook/word-count.ts';
import { articleOf, articles, comparison, topic } from './borovia.ts';

const briefing = buildBriefing({
  topic,
  slot: '2026-11-16',
  comparison: comparison(),
  articles,
  previousArticleIds: null,
});

/** The briefing with another citation in place of the one on contacts in 2020. */
function withCitation(more: Partial<Citation>): Briefing {
  const changes = briefing.changes.map((change) =>
    change.factor === 'channels'
      ? { ...change, then: change.then.map((citation) => ({ ...citation, ...more })) }
      : change,
  );
  return { ...briefing, changes };
}

const contacts = (of: Briefing) => of.changes.find(({ factor }) => factor === 'channels');

test('a briefing made of its articles passes whole', () => {
  expect(gateBriefing(briefing, articles)).toEqual({ briefing, dropped: [], enough: true });
});

test('a passage that its article does not hold is dropped, and a verdict without passages with it', () => {
  const evidence = { articleId: 'herald-2020', start: 0, end: 5, text: 'Never' };
  const gated = gateBriefing(withCitation({ evidence }), articles);
  expect(contacts(gated.briefing)).toBeUndefined();
  expect(gated.dropped[0]).toEqual({
    line: 'Never',
    reason: 'herald-2020 does not read so at 0–5',
  });
});

test('a passage longer than may be quoted is dropped', () => {
  const article = articleOf('herald-2020');
  const text = article.articleBody;
  const evidence = { articleId: article.id, start: 0, end: text.length, text };
  const { dropped } = gateBriefing(withCitation({ evidence }), articles);
  expect(dropped[0]?.reason).toContain('longer than 40 words');
});

test('a speaker whom the article does not name becomes nobody, with role and affiliation', () => {
  const gated = gateBriefing(withCitation({ speaker: 'Ivo Stern' }), articles);
  expect(contacts(gated.briefing)?.then[0]).toMatchObject({
    speaker: null,
    role: null,
    affiliation: null,
  });
  expect(gated.dropped).toEqual([{ line: 'Ivo Stern', reason: 'not named in herald-2020' }]);
});

test('a name in another spelling of hyphens, spaces and case is the same name', () => {
  const gated = gateBriefing(withCitation({ speaker: 'Mara-lind' }), articles);
  expect(gated.dropped).toEqual([]);
});

test('an address that is neither http nor https is taken away, the passage stays', () => {
  const gated = gateBriefing(withCitation({ url: 'javascript:alert(1)' }), articles);
  expect(contacts(gated.briefing)?.then[0]?.url).toBeNull();
  expect(gated.dropped).toHaveLength(1);
});

test('an address with a password is taken away, the passage stays', () => {
  const gated = gateBriefing(withCitation({ url: 'https://a:b@news.example/' }), articles);
  expect(contacts(gated.briefing)?.then[0]?.url).toBeNull();
  expect(gated.dropped[0]?.reason).toBe('its address holds a user name or password');
});

test('quoted words and lines with the host of personal links are dropped, never rewritten', () => {
  const [first, ...others] = articles;
  if (first === undefined) throw new Error('no article');
  const text = 'Write to parley.invalid.invalid today.';
  const evidence = { articleId: first.id, start: 0, end: text.length, text };
  const line = { text: 'parley.invalid is better', evidence: [] };
  const gated = gateBriefing({ ...withCitation({ evidence }), bottomLine: [line] }, [
    { ...first, articleBody: `${text} ${first.articleBody}` },
    ...others,
  ]);
  expect(contacts(gated.briefing)).toBeUndefined();
  expect(gated.briefing.bottomLine).toEqual([]);
  const about = gated.dropped.filter(({ reason }) => reason.includes('names the host'));
  expect(about.map((each) => each.line)).toEqual([text, line.text]);
});

test('a bracket falls where the article does not hold the name, or the passage the word', () => {
  const glosses = [
    { words: 'we', name: 'Mara Lind' },
    { words: 'we', name: 'Ivo Stern' },
    { words: 'he', name: 'Mara Lind' },
  ];
  const { briefing, dropped } = gateBriefing(withCitation({ glosses }), articles);
  expect(contacts(briefing)?.then[0]?.glosses).toEqual([{ words: 'we', name: 'Mara Lind' }]);
  expect(dropped.map(({ reason }) => reason)).toEqual([
    'not named in herald-2020',
    'not in its passage',
  ]);
});

test('a speaker whom the article names by the family name alone is shown so', () => {
  const gated = gateBriefing(withCitation({ speaker: 'Marianne Lind' }), articles);
  expect(contacts(gated.briefing)?.then[0]?.speaker).toBe('Lind');
  expect(gated.dropped).toEqual([
    { line: 'Marianne Lind', reason: 'named in herald-2020 as Lind only' },
  ]);
});

test('a line with a name that its evidence lacks is dropped', () => {
  const line = { text: 'The outlook of Zembla is better.', evidence: [] };
  const gated = gateBriefing({ ...briefing, bottomLine: [line] }, articles);
  expect(gated.briefing.bottomLine).toEqual([]);
  expect(gated.dropped).toEqual([
    { line: line.text, reason: 'the name "Zembla" is not in its evidence' },
  ]);
});

test('a line with a number that its evidence lacks is dropped', () => {
  const line = { text: 'The outlook is better by 77.', evidence: [] };
  const { dropped } = gateBriefing({ ...briefing, bottomLine: [line] }, articles);
  expect(dropped[0]?.reason).toBe('the number 77 is not in its evidence');
});

test('names and numbers of its evidence may stand in a line', () => {
  const text = 'Envoys met three times in March.';
  const evidence = [{ articleId: 'herald-2025', start: 0, end: text.length, text }];
  const line = { text: 'In March the envoys met.', evidence };
  expect(gateBriefing({ ...briefing, bottomLine: [line] }, articles).dropped).toEqual([]);
});

test('a subject that fails gives way to one that says no more than topic and eras', () => {
  const subject = { text: 'Zembla signs', evidence: [] };
  expect(gateBriefing({ ...briefing, subject }, articles).briefing.subject.text).toBe(
    'Aldia–Borovia talks: 2020 beside 2025',
  );
});

test('an era with fewer than two passages is not enough', () => {
  const changes = briefing.changes.filter(({ factor }) => factor === 'outlook');
  const voices = { then: [], now: briefing.voices.now };
  expect(gateBriefing({ ...briefing, changes, voices }, articles).enough).toBe(false);
});

test('what passes reads so in its article, whatever slices a briefing brings', () => {
  const slice = fc.record({
    articleId: fc.constantFrom('herald-2020', 'courier-2020', 'nowhere'),
    start: fc.integer({ min: -5, max: 400 }),
    end: fc.integer({ min: -5, max: 400 }),
    honest: fc.boolean(),
  });
  fc.assert(
    fc.property(slice, ({ articleId, start, end, honest }) => {
      const body = articles.find(({ id }) => id === articleId)?.articleBody ?? '';
      const text = honest ? body.slice(start, end) : 'Something else was said.';
      const gated = gateBriefing(
        withCitation({ evidence: { articleId, start, end, text } }),
        articles,
      );
      for (const citation of gated.briefing.changes.flatMap(({ then, now }) => [...then, ...now])) {
        const source = articles.find(({ id }) => id === citation.evidence.articleId);
        const { evidence } = citation;
        expect(source?.articleBody.slice(evidence.start, evidence.end)).toBe(evidence.text);
        expect(wordCount(evidence.text)).toBeLessThanOrEqual(40);
      }
    }),
  );
});

import { expect, test } from 'vitest';
import type { Citation } from '#lib/briefing/briefing.ts';
import { quoteView } from '#lib/briefing/quote-view.ts';
import { wordingFor } from '#lib/briefing/wording.ts';

const citation: Citation = {
  evidence: { articleId: 'a', start: 0, end: 20, text: 'A treaty is unlikely' },
  marks: { before: '', after: '' },
  cut: { before: false, after: false },
  speaker: null,
  role: null,
  affiliation: null,
  voice: 'narration',
  reportedBy: null,
  summarised: false,
  outlet: 'The Herald',
  date: '2020-05-05',
  dateInferred: false,
  url: 'https://news.example/a',
  likelihood: [],
  glosses: [],
  sideNegotiation: null,
};
const view = (more: Partial<Citation>, markSummary = true) =>
  quoteView({ ...citation, ...more }, wordingFor('en'), { source: 3, language: 'en', markSummary });
const evidence = (text: string) => ({ ...citation.evidence, text });

test('a speaker stands with role and affiliation, then outlet and date', () => {
  const speaker = { speaker: 'Mara Lind', role: 'foreign minister', affiliation: 'Aldia' };
  expect(view(speaker)).toMatchObject({
    speaker: 'Mara Lind, foreign minister, Aldia',
    credit: 'The Herald, 5 May 2020',
    source: 3,
  });
});

test('what a pronoun means stands in brackets outside of the quoted words', () => {
  const shown = view({
    evidence: evidence('Then he called for a treaty.'),
    glosses: [{ words: 'he', name: 'Otto Brandt' }],
  });
  expect(shown.words).toBe('Then he called for a treaty.');
  expect(shown.notes).toEqual(['[“he”: Otto Brandt]']);
});

test('narration is the outlet’s own, and that of a summary is not', () => {
  expect(view({})).toMatchObject({ speaker: 'The Herald reports', credit: '5 May 2020' });
  expect(view({ summarised: true }).speaker).toBe('The Herald, in summary');
});

test('a quotation without a known speaker is nobody’s', () => {
  expect(view({ voice: 'direct' }).speaker).toBe('Speaker not named');
});

test('second-hand words, side negotiations and inferred dates say so', () => {
  const { notes, credit } = view({
    reportedBy: 'Radio Four',
    sideNegotiation: 'the grain talks',
    dateInferred: true,
  });
  expect(notes).toEqual(['second-hand, citing Radio Four', 'about the grain talks']);
  expect(credit).toBe('5 May 2020, inferred');
});

test('the article’s estimative word stands beside its band, and one that the list lacks says so', () => {
  const word = { band: 'unlikely', talksBand: null, ofTalks: true, listed: true } as const;
  expect(view({ likelihood: [{ ...word, word: 'improbable' }] }).notes).toEqual([
    '“improbable” = unlikely, 20–45%',
  ]);
  expect(view({ likelihood: [{ ...word, word: 'unlikely' }] }).notes).toEqual([
    '“unlikely” = 20–45%',
  ]);
  expect(view({ likelihood: [{ ...word, word: 'I doubt', listed: false }] }).notes[0]).toMatch(
    /not on the ICD 203 list$/,
  );
});

test('words left out are marked, within the quotation marks that the article sets around them', () => {
  const cut = { before: false, after: true };
  const open = { before: '', after: '"' } as const;
  expect(view({ evidence: evidence('"We will talk'), cut, marks: open }).words).toBe(
    '"We will talk …"',
  );
});

test.each([`Brandt said the 5'10" envoy was late.`, 'He agreed." ', '""Yes,"" she said.'])(
  'nothing is added to %s of itself',
  (text) => {
    expect(view({ evidence: evidence(text) }).words).toBe(text.trim());
  },
);

import { describe, expect, it } from 'vitest';
import { judge, readFloors } from './floors.ts';
import { readSentenceSets } from './labelled-sentences.ts';
import { measureSentences } from './measure-sentences.ts';
import { measureVoices } from './measure-voices.ts';
import { accuracy, microF1 } from './measure.ts';
import { missLines, tableOf } from './report.ts';
import { scoreGold } from './score-gold.ts';

const sets = readSentenceSets();
const measures = [...sets.flatMap((set) => measureSentences(set)), ...measureVoices()];

describe('the analysis on labelled texts', () => {
  it.each(judge(measures, readFloors()))('$set, $name holds its floor', ({ percent, floor }) => {
    expect(floor).not.toBeNull();
    expect(percent).toBeGreaterThanOrEqual(floor ?? 100);
  });

  it('has a figure for every floor', () => {
    const named = Object.entries(readFloors()).flatMap(([set, { floors }]) =>
      Object.keys(floors).map((name) => `${set}, ${name}`),
    );
    expect(named.sort()).toEqual(measures.map(({ set, name }) => `${set}, ${name}`).sort());
  });

  it('reads several hundred sentences, and none twice', () => {
    const texts = sets.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(750);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is labelled with words that stand in the sentence', () => {
    const labels = sets.flatMap(({ sentences }) =>
      sentences.flatMap(({ text, likelihood = [] }) => likelihood.map((one) => [text, one.text])),
    );
    expect(labels.filter(([text, words]) => !text?.includes(words ?? ''))).toEqual([]);
  });
});

describe('the figures', () => {
  const named = [
    { text: 'right', expected: ['terms', 'intent'], got: ['intent', 'terms'] },
    { text: 'too much', expected: ['terms'], got: ['terms', 'rapport'] },
    { text: 'missed', expected: ['rapport'], got: [] },
  ];

  it('are the harmonic mean of precision and recall over all labels', () => {
    const { percent, n, misses } = microF1('a set', 'factors F1', named);
    expect(percent).toBeCloseTo((100 * 2 * 0.75 * 0.75) / (0.75 + 0.75));
    expect(n).toBe(4);
    expect(misses).toEqual([
      { text: 'too much', expected: 'terms', got: 'terms, rapport' },
      { text: 'missed', expected: 'rapport', got: 'nothing' },
    ]);
  });

  it('count an answer in another order as another answer', () => {
    expect(accuracy('a set', 'order', named)).toMatchObject({ percent: 0, n: 3 });
  });

  it('are full where there is nothing to find', () => {
    expect(microF1('a set', 'none', []).percent).toBe(100);
    expect(accuracy('a set', 'none', []).percent).toBe(100);
  });
});

describe('the report', () => {
  const measure = accuracy('news', 'direction', [
    { text: 'A sentence.', expected: ['favours'], got: ['against'] },
  ]);
  const judgedBy = (floors: Record<string, number>) =>
    judge([measure], { news: { about: 'For this test.', floors } });

  it('marks what lies under its floor', () => {
    expect(tableOf(judgedBy({ direction: 50 }))[1]).toMatch(/news .*direction .*0\.0 .*50 .*BELOW/);
    expect(judgedBy({ direction: 50 })[0]?.holds).toBe(false);
    expect(judgedBy({ direction: 0 })[0]?.holds).toBe(true);
  });

  it('marks a figure without a floor', () => {
    expect(tableOf(judgedBy({}))[1]).toContain('NO FLOOR');
    expect(judgedBy({})[0]?.holds).toBe(false);
  });

  it('lists the sentences that were read otherwise than labelled', () => {
    expect(missLines(judgedBy({}))).toContain('  A sentence.\n    labelled favours; read against');
  });

  it('says where no labelled articles of others are', () => {
    expect(scoreGold({ gold: 'tests/no-such-folder', texts: null }, false)).toEqual([
      'labelled articles: none scored, there is no tests/no-such-folder/score.mjs',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { annotate, readGolden, readNeutralGolden, readNewsGolden, topicOf } from './read-golden.ts';

const labelled = readGolden().map((gold) => ({
  gold,
  got: annotate(gold.text, topicOf(gold.topic)),
}));

/** Harmonic mean of precision and recall over all sentences. */
function f1(pairs: { gold: string[]; got: string[] }[]): number {
  let right = 0;
  let named = 0;
  for (const { gold, got } of pairs) {
    right += got.filter((each) => gold.includes(each)).length;
    named += gold.length + got.length;
  }
  return (2 * right) / named;
}

function share(values: boolean[]): number {
  return values.filter(Boolean).length / values.length;
}

/** Floors lie a little under what is reached: they catch a step back, and are raised with a step forward. */
describe('on sentences of our own', () => {
  it('there are enough of them, and none twice', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(150);
    expect(new Set(labelled.map(({ gold }) => gold.text)).size).toBe(labelled.length);
  });

  it('finds the factors', () => {
    const pairs = labelled.map(({ gold, got }) => ({ gold: gold.factors, got: got.factors }));
    expect(f1(pairs)).toBeGreaterThanOrEqual(0.88);
  });

  it('finds the direction', () => {
    const directed = labelled.filter(({ gold }) => gold.direction !== null);
    expect(
      share(directed.map(({ gold, got }) => gold.direction === got.direction)),
    ).toBeGreaterThanOrEqual(0.85);
  });

  it('leaves alone what is not about the talks', () => {
    const unrelated = labelled.filter(({ gold }) => gold.factors.length === 0);
    expect(unrelated.filter(({ got }) => got.factors.length > 0)).toEqual([]);
  });

  it('finds the estimates, with the band of the clause and of the talks', () => {
    const key = (all: { text: string; band: string; talksBand: string | null }[] = []) =>
      all.map(({ text, band, talksBand }) => `${text}: ${band}, ${talksBand}`);
    const pairs = labelled.map(({ gold, got }) => ({
      gold: key(gold.likelihood),
      got: key(got.likelihood),
    }));
    expect(f1(pairs)).toBeGreaterThanOrEqual(0.95);
  });

  it('tells which sentences compare the eras', () => {
    expect(
      labelled.filter(({ gold, got }) => (gold.comparesEras ?? false) !== got.comparesEras),
    ).toEqual([]);
  });

  it('tells the side negotiation from the main talks', () => {
    expect(labelled.filter(({ gold, got }) => (gold.axis ?? null) !== got.axis)).toEqual([]);
  });
});

it('gives the same result on every run', () => {
  const again = labelled.map(({ gold }) => annotate(gold.text, topicOf(gold.topic)));
  expect(JSON.stringify(again)).toBe(JSON.stringify(labelled.map(({ got }) => got)));
});

describe('on sentences that state facts or leave matters open', () => {
  const pairs = readNeutralGolden().map((gold) => ({
    gold,
    got: annotate(gold.text, topicOf(gold.topic)),
  }));

  it('finds the direction', () => {
    expect(
      share(pairs.map(({ gold, got }) => gold.direction === got.direction)),
    ).toBeGreaterThanOrEqual(0.68);
  });

  it('seldom takes one side for the other', () => {
    const opposed = pairs.filter(
      ({ gold, got }) => [gold.direction, got.direction].sort().join() === 'against,favours',
    );
    expect(opposed.length).toBeLessThanOrEqual(5);
  });
});

describe('on sentences as reports have them', () => {
  const pairs = readNewsGolden().map(({ topic, text, factors }) => ({
    gold: factors,
    got: annotate(text, topicOf(topic)).factors,
  }));

  it('finds the factors', () => {
    expect(f1(pairs)).toBeGreaterThanOrEqual(0.74);
  });

  it('puts first what the sentence is about', () => {
    const right = pairs.map(({ gold, got }) => gold[0] === got[0]);
    expect(share(right)).toBeGreaterThanOrEqual(0.7);
  });
});

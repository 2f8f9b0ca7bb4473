import { describe, expect, it } from 'vitest';
import { annotate, readGolden, readNeutralGolden, topicOf } from './read-golden.ts';

/** How many sentences are found as labelled is measured by tests/evaluate; here stands what must hold without exception. */
const labelled = readGolden().map((gold) => ({
  gold,
  got: annotate(gold.text, topicOf(gold.topic)),
}));

describe('on sentences of our own', () => {
  it('leaves alone what is not about the talks', () => {
    const unrelated = labelled.filter(({ gold }) => gold.factors.length === 0);
    expect(unrelated.filter(({ got }) => got.factors.length > 0)).toEqual([]);
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

it('seldom takes one side for the other where a sentence states facts or leaves matters open', () => {
  const opposed = readNeutralGolden().filter(({ topic, text, direction }) => {
    const got = annotate(text, topicOf(topic)).direction;
    return [direction, got].sort().join() === 'against,favours';
  });
  expect(opposed.length).toBeLessThanOrEqual(5);
});

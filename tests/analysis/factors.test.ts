import { describe, expect, it } from 'vitest';
import { chooseFactors, scoreFactors, type FactorScore } from '#lib/analysis/factors.ts';
import { readInContext } from '#lib/analysis/context.ts';
import { readSentence } from '#lib/analysis/reading.ts';
import { FACTOR_RULES } from '#lib/analysis/rules/factor-rules.ts';
import { annotate, NORTH_KOREA } from './read-golden.ts';
import { IRAN, TRADE } from './other-topics.ts';

function firedRules(text: string): string[] {
  const draft = { start: 0, end: text.length, text, paragraph: 0 };
  return readSentence(draft, NORTH_KOREA).scores.flatMap(({ rules }) => rules);
}

describe.each(FACTOR_RULES)('the rule $id', ({ id, factor, yes, no }) => {
  it('fires on its own sentence', () => expect(firedRules(yes)).toContain(id));
  it('keeps silent where its subject is missing', () => expect(firedRules(no)).not.toContain(id));
  it('is named after its factor', () => expect(id.startsWith(`${factor}/`)).toBe(true));
});

it('gives every rule an id of its own', () => {
  expect(new Set(FACTOR_RULES.map(({ id }) => id)).size).toBe(FACTOR_RULES.length);
});

describe('the factors of a sentence', () => {
  it('are none where it says nothing about the talks', () => {
    expect(annotate('The museum opened on a rainy morning.').factors).toEqual([]);
    expect(annotate('').factors).toEqual([]);
  });

  it('are none where it only explains a word', () => {
    const text = 'A mediator is a person who talks to both sides.';
    expect(annotate(text).factors).toEqual([]);
  });

  it('do not come from the office of the speaker', () => {
    const text =
      'Anna Berg, a former negotiator and professor of missile engineering, said the mood was good.';
    expect(annotate(text).factors).not.toContain('capability');
    expect(annotate(text).factors).not.toContain('channels');
  });

  it('are not third parties where a state is only the venue', () => {
    expect(annotate('The talks in Sweden have stalled.').factors[0]).toBe('outlook');
  });

  it('do not come from an office before the name of the speaker', () => {
    const text = 'The mood was good, the chief negotiator, Ri Chol Su, said.';
    expect(annotate(text).factors).not.toContain('channels');
  });

  it('are not those of a namesake of an actor', () => {
    expect(annotate('Moon Chung-in praised the museum.').axis).toBeNull();
    expect(annotate('Moon praised the museum.').axis).toBe('inter-korean');
  });

  it('take over the factor of the sentence before where they point back', () => {
    const texts = [
      'Russia has deepened its military alliance with the North.',
      'This has been going on for years.',
    ];
    const drafts = texts.map((text) => ({ start: 0, end: text.length, text, paragraph: 0 }));
    const [, second] = readInContext(drafts, NORTH_KOREA);
    expect(second?.scores).toMatchObject([{ factor: 'partners', rules: ['context/silent'] }]);
  });

  it('do not depend on the actors of the shipped topic', () => {
    expect(annotate('Tehran rejected direct talks.', IRAN).factors).toContain('intent');
    expect(annotate('Beijing imposed new tariffs.', TRADE).factors).toEqual(['sanctions']);
  });

  it('come from the words that the topic gives to them', () => {
    expect(firedRules('The complex at Yongbyon was named.')).toContain('terms/topic-word');
    expect(annotate('The complex at Yongbyon was named.', IRAN).factors).toEqual([]);
  });

  it('put first what the sentence itself compares with the past', () => {
    const text = 'Its arsenal has grown compared to the past, and Russia backs it.';
    expect(annotate(text)).toMatchObject({
      comparesEras: true,
      factors: ['capability', 'partners'],
    });
  });
});

describe('the choice of factors', () => {
  const score = (factor: FactorScore['factor'], value: number): FactorScore => ({
    factor,
    score: value,
    rules: [],
  });

  it('leaves out a mere mention', () => {
    expect(chooseFactors([score('terms', 0.25)])).toEqual([]);
  });

  it('takes the strongest hint where nothing plainer is said, and no second one', () => {
    const hints = [score('terms', 1), score('intent', 1)];
    expect(chooseFactors(hints)).toEqual([score('terms', 1)]);
    expect(chooseFactors([score('rapport', 2), ...hints])).toEqual([score('rapport', 2)]);
  });

  it('names at most three', () => {
    const equal = [score('terms', 3), score('intent', 3), score('outlook', 3), score('rapport', 3)];
    expect(chooseFactors(equal)).toHaveLength(3);
  });

  it('drops what is weak beside the first', () => {
    expect(chooseFactors([score('terms', 6), score('intent', 2)])).toHaveLength(1);
  });
});

it('reads a sentence of 100,000 words without stalling', () => {
  const text = 'Kim will not talk to Trump about sanctions, '.repeat(12_500);
  expect(annotate(text).factors.length).toBeGreaterThan(0);
  expect(annotate('a'.repeat(1_000_000)).factors).toEqual([]);
  expect(scoreFactors([])).toEqual([]);
});

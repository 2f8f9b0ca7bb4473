import { expect, it } from 'vitest';
import { DIRECTION_RULES } from '#lib/analysis/rules/direction-rules.ts';
import { FACTOR_RULES } from '#lib/analysis/rules/factor-rules.ts';
import { reasonOfRule } from '#lib/analysis/rules/reason-of-rule.ts';
import { compareEras } from '#lib/outlook/compare-eras.ts';
import { explainFactor } from '#lib/outlook/explain.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';
import { analysed } from './analysed.ts';

const refusal = {
  text: 'Pyongyang has refused to return to the table.',
  factors: ['intent' as const],
  direction: 'against' as const,
  rules: ['intent/party-refuses', 'outlook/progress', 'direction/words'],
};
const side = {
  text: 'The South has put forward an offer for inter-Korean projects.',
  factors: ['intent' as const],
  direction: 'favours' as const,
  axis: 'inter-korean',
};

const background = {
  text: 'The two sides signed an accord in 1994 after long talks in a hotel.',
  factors: ['intent' as const],
  direction: 'favours' as const,
};
const explain = (...items: Parameters<typeof compareEras>[1]) =>
  explainFactor(compareEras(NORTH_KOREA, items), items, 'intent');

it('tells the verdict, the rules behind each finding with their reasons, and what was left out', () => {
  const { decision, eras } = explain(analysed('a', '2020-05-05', [refusal, side, background]));
  expect(decision).toMatchObject({ verdict: 'gone', reason: { code: 'only-then' } });
  expect(eras.then).toMatchObject({ balance: -1, pull: { favours: 0 }, articles: 1 });
  expect(eras.then.findings).toMatchObject([
    { leftOut: null, isChosen: true, id: expect.stringMatching(/^[0-9a-f]{10}$/) },
    { leftOut: 'side negotiation', isChosen: false },
    { leftOut: 'past event', isChosen: false },
  ]);
  expect(eras.then.findings[0]?.rules).toEqual([
    { id: 'intent/party-refuses', because: expect.stringMatching(/\.$/) },
    { id: 'direction/words', because: 'Its own words tell which way it speaks.' },
  ]);
  expect(eras.now.findings).toEqual([]);
});

it('tells the figures by which a verdict was decided', () => {
  const { measures, decision } = explain(
    analysed('a', '2020-05-05', [refusal]),
    analysed('b', '2025-05-05', [{ ...refusal, text: 'Kim wants to talk.', direction: 'favours' }]),
  );
  expect(decision?.verdict).toBe('improved');
  expect(measures).toMatchObject({ counterShare: 0, cautious: { then: -0.394, now: 0.394 } });
  expect(measures.difference).toBeCloseTo(0.788);
});

it('says that nothing is decided where no article speaks of the factor', () => {
  expect(explain().decision).toBeNull();
});

it('has a reason for every rule that fires', () => {
  for (const { id } of [...FACTOR_RULES, ...DIRECTION_RULES])
    expect(reasonOfRule(id)).toMatch(/\.$/);
  expect(reasonOfRule('terms/topic-word')).not.toBeNull();
  expect(reasonOfRule('no/rule')).toBeNull();
});

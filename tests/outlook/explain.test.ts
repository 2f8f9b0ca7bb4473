import { expect, it } from 'vitest';
import { explainFactor } from '#lib/outlook/explain.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';
import { analysed } from './analysed.ts';

const refusal = {
  text: 'Pyongyang has refused to return to the table.',
  factors: ['intent' as const],
  direction: 'against' as const,
  rules: ['intent/party-refuses', 'outlook/progress'],
};
const side = {
  text: 'The South has put forward an offer for inter-Korean projects.',
  factors: ['intent' as const],
  direction: 'favours' as const,
  axis: 'inter-korean',
};

it('tells the verdict, the rules behind each finding and what was left out', () => {
  const items = [analysed('a', '2020-05-05', [refusal, side])];
  const { decision, eras } = explainFactor(NORTH_KOREA, items, 'intent');
  expect(decision).toMatchObject({ verdict: 'gone', reason: { code: 'only-then' } });
  expect(eras.then).toMatchObject({ balance: -1, pull: { favours: 0 } });
  expect(eras.then.findings).toMatchObject([
    { rules: ['intent/party-refuses'], leftOut: null, isShown: true },
    { leftOut: 'side negotiation', isShown: false },
  ]);
  expect(eras.now.findings).toEqual([]);
});

it('says that nothing is decided where no article speaks of the factor', () => {
  expect(explainFactor(NORTH_KOREA, [], 'rapport').decision).toBeNull();
});

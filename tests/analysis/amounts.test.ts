import { describe, expect, it } from 'vitest';
import { directionOfAmounts } from '#lib/analysis/amounts.ts';
import { readSentence } from '#lib/analysis/reading.ts';
import { annotate, NORTH_KOREA } from './read-golden.ts';

const told = (text: string) =>
  directionOfAmounts(
    readSentence({ start: 0, end: text.length, text, paragraph: 0 }, NORTH_KOREA).words,
  );

describe('less of what talks need, or more of what stands in their way, speaks against them', () => {
  it.each([
    'Trust between the two sides is lower than in 2020, the professor added.',
    'Trust between Washington and Pyongyang is much weaker now.',
    'There is less trust than there was in 2019.',
    'The two sides have fewer contacts than five years ago.',
    'Hopes for a deal have faded.',
    'Goodwill has dried up since the summer.',
    'Contacts are down from last year.',
    'The willingness to compromise has shrunk.',
    'The chances of a summit are smaller than in 2020.',
    'The chances of war have grown.',
    'The risk of conflict is greater than it was.',
    'Mistrust runs deeper than in 2020.',
    'The distance between the parties has widened.',
    'Relations are worse than in 2018.',
    'Tensions have not eased.',
    'The lack of trust has grown.',
    'The envoy said that trust has been eroded by years of silence.',
    'Ties are more fragile than in 2020.',
    'Trust, the professor said, is lower than in 2020.',
    'Trust was higher in 2020 than it is now.',
    'Fewer contacts exist than in 2020.',
    'Hostility toward Washington has deepened.',
    'The patience is gone, and trust has been lost.',
    'Confidence between the two capitals is at its lowest since 2017.',
  ])('%s', (text) => expect(told(text)).toBe('against'));
});

describe('more of what talks need, or less of what stands in their way, speaks for them', () => {
  it.each([
    'Trust between the two sides is higher than in 2020.',
    'There is more goodwill than in 2019.',
    'Interest in talks has grown.',
    'Hopes are up sharply.',
    'Contacts are up from last year.',
    'The prospects for a deal are better than in 2020.',
    'Tensions have eased.',
    'Mistrust is lower than it was in 2020.',
    'The gap between the parties has narrowed.',
    'The obstacles are fewer than five years ago.',
    'The risk of war has receded.',
    'Hopes have not faded.',
    'The level of trust has risen since 2020.',
    'Ties between the two capitals grew stronger.',
    'Relations are less strained than in 2020.',
    'The chances of a summit have never been better.',
  ])('%s', (text) => expect(told(text)).toBe('favours'));
});

describe('a comparison denied speaks neither way', () => {
  it.each([
    'Trust is no lower than in 2020.',
    'Tensions are not higher than five years ago.',
    'The prospects of a deal are no better than in 2020.',
  ])('%s', (text) => expect(told(text)).toBe('neutral'));
});

describe('it is left open', () => {
  it.each([
    ['where something is only wished or supposed', 'Trust would be higher than in 2020.'],
    ['where something is only wished or supposed', 'Trust must grow.'],
    ['where something is only wished or supposed', 'Tensions on the peninsula could rise.'],
    ['where something is only wished or supposed', 'Trust between them may not grow.'],
    ['where something is only wished or supposed', 'If trust is lower, the talks will fail.'],
    ['where something is only wished or supposed', 'Unless the gap between them shrinks it ends.'],
    ['in a question', 'Is trust lower than in 2020?'],
    ['where the thing does something to another', 'Mistrust has eroded the ties.'],
    ['where another word is the subject', 'The price of trust is higher than in 2020.'],
    ['where only the past is told', 'Trust was higher then.'],
    ['where others than the parties are meant', 'Ties with Russia are stronger than in 2020.'],
    ['where it is no matter of talks', 'Investor confidence has fallen.'],
    ['where it is no matter of talks', 'Interest in missiles has grown.'],
    ['where it is no matter of talks', 'The distance of the flight was greater than in 2020.'],
    ['where the words are no comparison', 'Relations are up to Kim.'],
    ['where the words are no comparison', 'Trust is more important than speed.'],
    ['where two things contradict each other', 'Trust has grown and tensions have risen.'],
  ])('%s: %s', (_, text) => expect(told(text)).toBeNull());
});

it('outranks what the words weigh', () => {
  const text = 'Trust between the two sides is lower than in 2020, the professor added.';
  expect(annotate(text)).toMatchObject({
    direction: 'against',
    comparesEras: true,
    rules: expect.arrayContaining(['direction/amount']) as string[],
  });
});

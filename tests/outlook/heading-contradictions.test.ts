import { expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import { contradictingHeadings } from '#lib/outlook/heading-contradictions.ts';
import { articleOf } from '../analysis/article-of.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';

function contradictions(subheading: string, body: string) {
  const subheadings = [{ text: subheading, beforeParagraph: 0 }];
  const article = articleOf(body, { subheadings });
  return contradictingHeadings(NORTH_KOREA, [{ article, analysis: analyse(article, NORTH_KOREA) }]);
}

const BODY =
  'It is unlikely that Pyongyang would accept the terms of Washington on denuclearization, diplomats said.';

it('a heading that gives the odds of the other party is told', () => {
  const heading = 'Unlikely for Washington to Accept Terms on Denuclearization';
  expect(contradictions(heading, BODY)).toEqual([
    {
      articleId: 'article-of-a-test',
      outlet: 'The Harbour Post',
      heading,
      sentence: BODY,
    },
  ]);
});

it('a heading that gives the other odds is told', () => {
  const body =
    'The summit of the presidents in November is unlikely, diplomats in the capital said.';
  const heading = 'Summit of the presidents likely in November, diplomats in capital say';
  const found = contradictions(heading, body);
  expect(found.map(({ sentence }) => sentence)).toHaveLength(1);
});

it.each([
  ['says the same', 'Unlikely for Pyongyang to Accept Terms on Denuclearization'],
  ['gives no odds', 'Terms of Washington'],
  ['is about something else', 'Washington Unlikely to Raise Tariffs'],
])('a heading that %s is not', (_what, heading) => {
  expect(contradictions(heading, BODY)).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '#lib/analysis/analysis.ts';
import type { Factor } from '#lib/topic/factor.ts';
import { compareEras } from '#lib/outlook/compare-eras.ts';
import type { Comparison } from '#lib/outlook/comparison.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';
import { analysed } from './analysed.ts';

const compare = (...items: Parameters<typeof compareEras>[1]) => compareEras(NORTH_KOREA, items);
const of = (comparison: Comparison, factor: Factor) =>
  comparison.factors.find((each) => each.factor === factor);

let count = 0;
/** A sentence like no other, on one factor. */
function on(factor: Factor, direction: Direction, speaker?: string) {
  const text = `Sentence number ${++count} speaks of the matter at some length.`;
  return { text, factors: [factor], direction, ...(speaker ? { by: { speaker } } : {}) };
}

describe('the verdict', () => {
  it('is new or gone where only one era speaks of a factor', () => {
    const result = compare(
      analysed('a', '2020-05-05', [on('sanctions', 'against')]),
      analysed('b', '2025-05-05', [on('leverage', 'against')]),
    );
    expect(of(result, 'sanctions')).toMatchObject({ verdict: 'gone', now: [] });
    expect(of(result, 'leverage')).toMatchObject({ verdict: 'new', then: [] });
    expect(result.silent).toContain('rapport');
  });

  it.each([
    ['improved', 'against', 'favours'],
    ['worsened', 'favours', 'against'],
    ['worsened', 'neutral', 'against'],
    ['unchanged', 'favours', 'favours'],
  ] as const)('is %s from %s to %s', (verdict, past, present) => {
    const result = compare(
      analysed('a', '2020-05-05', [on('intent', past)]),
      analysed('b', '2025-05-05', [on('intent', present)]),
    );
    expect(of(result, 'intent')?.verdict).toBe(verdict);
  });

  it('is mixed where the present evidence points both ways', () => {
    const result = compare(
      analysed('a', '2020-05-05', [on('outlook', 'against', 'A')]),
      analysed('b', '2025-05-05', [on('outlook', 'against', 'B'), on('outlook', 'favours', 'C')]),
    );
    expect(of(result, 'outlook')).toMatchObject({
      verdict: 'mixed',
      reason: { code: 'now-conflicts' },
    });
  });

  it('is decided by a sentence that compares the eras itself', () => {
    const comparing = { ...on('capability', 'against'), comparesEras: true };
    const result = compare(
      analysed('a', '2020-05-05', [on('capability', 'against', 'A')]),
      analysed('b', '2025-05-05', [comparing]),
    );
    expect(of(result, 'capability')).toMatchObject({
      verdict: 'worsened',
      reason: { code: 'compares-itself' },
    });
  });

  it('is mixed where the rest of the present evidence clearly goes against such a sentence', () => {
    const comparing = { ...on('intent', 'against'), comparesEras: true };
    const willing = ['B', 'C', 'D', 'E'].map((name) => on('intent', 'favours', name));
    const result = compare(
      analysed('a', '2020-05-05', [on('intent', 'against', 'A')]),
      analysed('b', '2025-05-05', [comparing, ...willing]),
    );
    expect(of(result, 'intent')).toMatchObject({
      verdict: 'mixed',
      reason: { code: 'comparison-against-balance' },
    });
  });

  it('lets several sources outweigh one that says much', () => {
    const often = [1, 2, 3, 4].map(() => on('intent', 'favours', 'One Expert'));
    const many = ['B', 'C', 'D'].map((name) => on('intent', 'against', name));
    const result = compare(
      analysed('a', '2020-05-05', [...often, ...many]),
      analysed('b', '2025-05-05', [on('intent', 'favours', 'E')]),
    );
    expect(result.then.factors.find(({ factor }) => factor === 'intent')?.balance).toBeLessThan(0);
  });

  it('leaves the side negotiation out of the balance', () => {
    const side = { ...on('partners', 'against'), axis: 'inter-korean' };
    const result = compare(
      analysed('a', '2020-05-05', [side, on('partners', 'favours')]),
      analysed('b', '2025-05-05', [on('partners', 'favours')]),
    );
    expect(of(result, 'partners')?.verdict).toBe('unchanged');
    expect(result.then.factors.find(({ factor }) => factor === 'partners')).toMatchObject({
      balance: 1,
      against: 0,
    });
  });

  it('counts an estimate of what a party will do for the outlook as well', () => {
    const text = 'Kim is unlikely to accept the terms of the offer this year.';
    const likelihood = [
      {
        start: 7,
        end: 15,
        text: 'unlikely',
        band: 'unlikely' as const,
        talksBand: null,
        ofTalks: false,
        listed: true,
      },
    ];
    const result = compare(
      analysed('b', '2025-05-05', [{ text, factors: ['terms'], direction: 'neutral', likelihood }]),
    );
    expect(of(result, 'outlook')?.now[0]).toMatchObject({
      direction: 'against',
      evidence: { text },
    });
  });
});

describe('what counts', () => {
  it('is nothing outside the eras', () => {
    const result = compare(analysed('a', '2022-05-05', [on('intent', 'favours')]));
    expect(result).toMatchObject({ factors: [], then: { articles: 0 }, now: { articles: 0 } });
    expect(result.silent).toHaveLength(11);
  });

  it('is a copied sentence only once', () => {
    const said = [on('intent', 'favours')];
    const once = compare(analysed('a', '2020-05-05', said));
    const twice = compare(analysed('a', '2020-05-05', said), analysed('b', '2020-05-06', said));
    expect(of(twice, 'intent')).toEqual(of(once, 'intent'));
  });

  it('is never a heading', () => {
    const item = analysed('a', '2020-05-05', [on('intent', 'favours')]);
    const [paragraph] = item.analysis.paragraphs;
    if (paragraph) paragraph.kind = 'subhead';
    expect(compare(item).factors).toEqual([]);
  });
});

describe('the evidence shown', () => {
  const findings = ['A', 'B', 'C', 'D', 'E'].map((name) => on('intent', 'favours', name));

  it('is at most three of an era, of different speakers where there are', () => {
    const twice = [...findings, on('intent', 'favours', 'A'), on('intent', 'favours', 'A')];
    const shown = of(compare(analysed('a', '2020-05-05', twice)), 'intent')?.then ?? [];
    expect(new Set(shown.map(({ speaker }) => speaker)).size).toBe(3);
  });

  it('lets the other side be heard', () => {
    const item = analysed('a', '2020-05-05', [...findings, on('intent', 'against', 'F')]);
    const against = analysed('b', '2020-05-06', [on('intent', 'against', 'G')]);
    const shown = of(compare(item, against), 'intent')?.then ?? [];
    expect(shown.map(({ direction }) => direction)).toContain('against');
  });

  it('prefers a sentence that stands alone to one that points back', () => {
    const back = {
      text: 'These factors make a return to the table harder.',
      factors: ['intent' as const],
      direction: 'against' as const,
    };
    const alone = {
      text: 'Pyongyang has refused to return to the table.',
      factors: ['intent' as const],
      direction: 'against' as const,
    };
    const shown = of(compare(analysed('a', '2020-05-05', [back, alone])), 'intent')?.then ?? [];
    expect(shown[0]?.evidence.text).toBe(alone.text);
  });

  it('is the speaker’s own words where the sentence is too long to quote', () => {
    const words = 'Kim will wait until the election is over before he moves again';
    const text = `${words}, ${'and so on '.repeat(15)}said the professor.`;
    const item = analysed('a', '2020-05-05', [
      { text, factors: ['intent'], direction: 'against', by: { speaker: 'P' } },
    ]);
    const [attribution] = item.analysis.attributions;
    if (attribution) attribution.content = [{ start: 0, end: words.length, text: words }];
    expect(of(compare(item), 'intent')?.then[0]).toMatchObject({
      speaker: 'P',
      evidence: { start: 0, end: words.length, text: words },
    });
  });

  it('is always verbatim', () => {
    const item = analysed('a', '2020-05-05', findings);
    for (const { evidence } of of(compare(item), 'intent')?.then ?? [])
      expect(item.article.articleBody.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });
});

it('does not depend on the order of the articles', () => {
  const items = ['2020-05-05', '2020-06-01', '2025-04-28', '2025-05-01'].map((date, index) =>
    analysed(`article-${index}`, date, [
      on('intent', index % 2 ? 'favours' : 'against', `S${index}`),
      on('outlook', 'against'),
    ]),
  );
  const expected = JSON.stringify(compareEras(NORTH_KOREA, items));
  fc.assert(
    fc.property(fc.shuffledSubarray(items, { minLength: 4 }), (shuffled) => {
      expect(JSON.stringify(compareEras(NORTH_KOREA, shuffled))).toBe(expected);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { gateBriefing } from '#lib/briefing/gate.ts';
import { VERDICTS, type Finding, type Verdict } from '#lib/outlook/comparison.ts';
import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import {
  articles,
  comparison,
  lineOpen,
  meetingUnlikely,
  needLess,
  noPlans,
  noTreaty,
  rocket,
  tariffsFell,
  topic,
  treatyLikely,
} from './borovia.ts';

const THEN = [meetingUnlikely, noPlans, noTreaty, rocket];
const NOW = [treatyLikely, lineOpen, tariffsFell, needLess];
type Row = [Factor, Verdict, Finding[], Finding[]];

/** A factor with a verdict and evidence of the eras that the verdict speaks of, in any directions. */
const rowOf = (factor: Factor): fc.Arbitrary<Row> => {
  const some = (from: Finding[]) =>
    fc
      .subarray(from, { minLength: 1 })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((each) =>
            fc
              .constantFrom('favours' as const, 'against' as const, 'neutral' as const)
              .map((direction) => ({ ...each, factor, direction })),
          ),
        ),
      );
  return fc
    .constantFrom(...VERDICTS)
    .chain((verdict) =>
      fc.tuple(
        fc.constant(factor),
        fc.constant(verdict),
        verdict === 'new' ? fc.constant([]) : some(THEN),
        verdict === 'gone' ? fc.constant([]) : some(NOW),
      ),
    );
};
const anyRows = fc
  .subarray([...FACTORS])
  .chain((factors) => fc.tuple(...factors.map((factor) => rowOf(factor))));
const someArticles = fc.subarray(articles, { minLength: 1 });

function briefingOf(rows: Row[], previousArticleIds: string[] | null, of = articles) {
  const input = { topic, slot: '2026-11-16', articles: of, previousArticleIds };
  return buildBriefing({ ...input, comparison: comparison(rows) });
}

const previous = fc.option(fc.subarray(articles.map(({ id }) => id)), { nil: null });

/** What no sentence may show: a hole, a plural of one, a doubled word or mark. */
const FLAWS =
  /[{}]|undefined|null|NaN| {2}| [,.;:]|[,;:][,.;:]|\.\.|\b(\w+) \1\b|\b1 (?:articles|estimates)\b|\bone (?:articles|estimates)\b|\bon (?:is|and|it)\b|, (?:and )?[.;]|\b(?:is|are) (?:is|are)\b/i;

test('every sentence that can be made is whole, in singular and plural', () => {
  fc.assert(
    fc.property(anyRows, previous, someArticles, (rows, before, of) => {
      const { bottomLine, changes, preheader, caveats } = briefingOf(rows, before, of);
      const sentences = [
        ...bottomLine.map(({ text }) => text),
        ...changes.map(({ line }) => line.text),
        ...(preheader.text === '' ? [] : [preheader.text]),
        ...caveats,
      ];
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(FLAWS);
        expect(sentence).toMatch(/^[\p{Lu}\p{Nd}“].*[.”]$/u);
      }
    }),
    { numRuns: 100 },
  );
});

test('every subject is whole and begins with a capital', () => {
  fc.assert(
    fc.property(anyRows, previous, (rows, before) => {
      const { text } = briefingOf(rows, before).subject;
      expect(text).not.toMatch(FLAWS);
      expect(text).toMatch(/^\p{Lu}.*[^.\s]$/u);
    }),
    { numRuns: 60 },
  );
});

test('the gate never has to drop a line for a name or number: the grammar has none of its own', () => {
  fc.assert(
    fc.property(anyRows, previous, (rows, before) => {
      const { dropped } = gateBriefing(briefingOf(rows, before), articles);
      expect(dropped.filter(({ reason }) => /^the (?:name|number)/.test(reason))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a line with a name or a number from elsewhere never passes the gate', () => {
  const name = fc.stringMatching(/^Zq[a-z]{2,8}$/);
  const figure = fc.integer({ min: 3_000, max: 999_999 }).map(String);
  fc.assert(
    fc.property(anyRows, fc.oneof(name, figure), (rows, foreign) => {
      const briefing = briefingOf(rows, null);
      const bottomLine = briefing.bottomLine.map((line) => ({
        ...line,
        text: line.text.replace('.', ` for ${foreign}.`),
      }));
      const gated = gateBriefing({ ...briefing, bottomLine }, articles).briefing;
      expect(gated.bottomLine.map(({ text }) => text).join(' ')).not.toContain(foreign);
    }),
    { numRuns: 40 },
  );
});

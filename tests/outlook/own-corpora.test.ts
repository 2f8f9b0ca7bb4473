import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { compareEras } from '#lib/outlook/compare-eras.ts';
import type { Verdict } from '#lib/outlook/comparison.ts';
import { articleOf } from '../analysis/article-of.ts';
import { IRAN, TRADE } from '../analysis/other-topics.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';

/** Paragraphs of articles, by the year of their era. */
type Corpus = { then: string[]; now: string[] };

let count = 0;
function compare(topic: Topic, corpus: Corpus) {
  const items = (['then', 'now'] as const).flatMap((era) =>
    corpus[era].map((body) => {
      const id = `article-${++count}`;
      const article = articleOf(body, { id, datePublished: topic.eras[era].from });
      return { article, analysis: analyse(article, topic) };
    }),
  );
  return compareEras(topic, items);
}

const verdictOn = (topic: Topic, factor: Factor, corpus: Corpus): Verdict | undefined =>
  compare(topic, corpus).factors.find((each) => each.factor === factor)?.verdict;

describe('verdicts on articles of our own', () => {
  it.each<[string, Topic, Factor, Verdict, Corpus]>([
    [
      'refusals then, offers now',
      NORTH_KOREA,
      'intent',
      'improved',
      {
        then: [
          'Pyongyang has no interest in talks, said Clara Holm, an analyst at Lake College.',
          'North Korea will not return to the table, a senior official said on Monday.',
        ],
        now: [
          'Pyongyang is ready to return to talks, said Peter Vance, a professor at Lake College.',
          'Kim Jong Un wants to meet the president, a senior official said on Friday.',
        ],
      },
    ],
    [
      'hope then, doubt now',
      IRAN,
      'outlook',
      'worsened',
      {
        then: [
          'A deal is likely this year, diplomats said.',
          '"An agreement is very likely," said Clara Holm, an analyst at Lake College.',
        ],
        now: [
          'A deal is unlikely this year, diplomats said.',
          '"A breakthrough in the talks is very unlikely," said Peter Vance, a professor at Lake College.',
        ],
      },
    ],
    [
      'the same doubt',
      TRADE,
      'outlook',
      'unchanged',
      {
        then: [
          'A trade deal is unlikely this year, diplomats said.',
          '"A deal is unlikely," said Clara Holm, an analyst at Lake College.',
        ],
        now: [
          'A trade deal is unlikely this year, officials said.',
          '"An agreement is unlikely," said Peter Vance, a professor at Lake College.',
        ],
      },
    ],
    [
      'experts who contradict each other',
      NORTH_KOREA,
      'outlook',
      'mixed',
      {
        then: ['A summit is unlikely this year, diplomats said.'],
        now: [
          'A summit is unlikely this year, said Clara Holm, an analyst at Lake College.',
          'A summit is very likely this year, said Peter Vance, a professor at Lake College.',
        ],
      },
    ],
    [
      'one dissenter among many',
      NORTH_KOREA,
      'outlook',
      'improved',
      {
        then: ['A summit is unlikely this year, diplomats said.'],
        now: [
          'A summit is very likely this year, said Clara Holm, an analyst at Lake College.',
          'A deal is likely by summer, said Peter Vance, a professor at Lake College.',
          'A breakthrough is likely, said Nora Lund, a researcher at Hill College.',
          'A summit is unlikely this year, a retired diplomat said.',
        ],
      },
    ],
    [
      'sanctions that only the present discusses',
      IRAN,
      'sanctions',
      'new',
      {
        then: ['A deal is likely this year, diplomats said.'],
        now: ['Washington imposed new sanctions on Iranian banks, officials said on Monday.'],
      },
    ],
    [
      'sanctions that only the past discussed',
      IRAN,
      'sanctions',
      'gone',
      {
        then: ['Washington imposed new sanctions on Iranian banks, officials said on Monday.'],
        now: ['A deal is likely this year, diplomats said.'],
      },
    ],
    [
      'a sentence that compares by itself',
      NORTH_KOREA,
      'leverage',
      'worsened',
      {
        then: ['Washington has little leverage over Kim, said Clara Holm, an analyst.'],
        now: [
          'Washington has less leverage over Kim than it had in 2020, said Peter Vance, a professor at Lake College.',
        ],
      },
    ],
  ])('%s', (_case, topic, factor, verdict, corpus) => {
    expect(verdictOn(topic, factor, corpus)).toBe(verdict);
  });
});

const DOUBT = 'A summit is unlikely this year, said Clara Holm, an analyst at Lake College.';
const HOPE = 'A summit is very likely this year, said Peter Vance, a professor at Lake College.';

describe('what does not turn a verdict', () => {
  it('is history, the calendar, or where a place lies', () => {
    const background = [
      'The armistice talks of the Korean War were held in a village at the border.',
      'The first agreement of the two countries was signed in Geneva in October 1994.',
      'The APEC forum convenes in Gyeongju on Oct. 31.',
      'Panmunjom lies in the strip of land between the two Koreas.',
    ].join(' ');
    const plain = compare(NORTH_KOREA, { then: [DOUBT], now: [DOUBT.replace('Clara', 'Nora')] });
    const padded = compare(NORTH_KOREA, {
      then: [DOUBT],
      now: [`${DOUBT.replace('Clara', 'Nora')} ${background}`],
    });
    const verdicts = (comparison: typeof plain) =>
      comparison.factors.map(({ factor, verdict }) => [factor, verdict]);
    expect(verdicts(padded)).toEqual(verdicts(plain));
  });

  it('is an article that quotes another in full', () => {
    const report = `${HOPE} Talks may go on in Oslo, and the envoys are packing.`;
    const full = compare(NORTH_KOREA, {
      then: [DOUBT],
      now: [report, `The Harbour Post wrote on Monday: ${report}`],
    });
    const outlook = full.now.factors.find(({ factor }) => factor === 'outlook');
    expect(outlook?.setAside.some(({ setAside }) => setAside === 'repeat')).toBe(true);
    expect(outlook?.findings.filter(({ speaker }) => speaker === 'Peter Vance')).toHaveLength(1);
  });

  it('is the same sentence in other words of introduction', () => {
    const words = 'a deal on the arsenal will need many more rounds of talks and is unlikely soon';
    const { now } = compare(NORTH_KOREA, {
      then: [],
      now: [`Diplomats said that ${words}.`, `On Friday, diplomats in Seoul said ${words}.`],
    });
    const outlook = now.factors.find(({ factor }) => factor === 'outlook');
    expect(outlook?.findings).toHaveLength(1);
  });
});

describe('what is told of poor material', () => {
  it('is mixed where two articles contradict each other, with both as evidence', () => {
    const { factors } = compare(NORTH_KOREA, {
      then: [DOUBT],
      now: [DOUBT.replace('Clara Holm', 'Nora Lund'), HOPE],
    });
    const outlook = factors.find(({ factor }) => factor === 'outlook');
    expect(outlook?.verdict).toBe('mixed');
    expect(new Set(outlook?.now.map(({ direction }) => direction))).toEqual(
      new Set(['against', 'favours']),
    );
  });

  it('is gone or new, never a change, where an era has no article', () => {
    for (const [corpus, verdict] of [
      [{ then: [DOUBT], now: [] }, 'gone'],
      [{ then: [], now: [DOUBT] }, 'new'],
    ] as const) {
      const { factors } = compare(NORTH_KOREA, { then: [...corpus.then], now: [...corpus.now] });
      expect(factors.length).toBeGreaterThan(0);
      expect(new Set(factors.map((each) => each.verdict))).toEqual(new Set([verdict]));
    }
  });

  it('is silence where no article says anything', () => {
    const { factors, silent } = compare(NORTH_KOREA, {
      then: ['The lake was calm.'],
      now: ['The boats stayed in the harbour.'],
    });
    expect(factors).toEqual([]);
    expect(silent).toHaveLength(11);
  });
});

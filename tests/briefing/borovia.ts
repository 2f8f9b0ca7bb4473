import type { Likelihood } from '#lib/analysis/analysis.ts';
import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import type { Article } from '#lib/article/article.ts';
import { parseArticle } from '#lib/article/parse-article.ts';
import type {
  Comparison,
  Era,
  EraOutlook,
  FactorComparison,
  FactorOutlook,
  Finding,
  Verdict,
} from '#lib/outlook/comparison.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';

/** A negotiation that does not exist, with two articles an era, for the tests of the briefing. */
export const topic: Topic = valid(
  parseTopic(
    {
      schemaVersion: 1,
      id: 'aldia-borovia',
      title: 'Aldia–Borovia talks',
      description: 'The talks of two invented states.',
      language: 'en',
      eras: {
        then: { label: '2020', from: '2020-01-01', to: '2020-12-31' },
        now: { label: '2025', from: '2025-01-01', to: '2025-12-31' },
      },
      parties: ['aldia', 'borovia'],
      actors: [
        { id: 'aldia', kind: 'state', name: 'Aldia', aliases: [] },
        { id: 'borovia', kind: 'state', name: 'Borovia', aliases: [] },
      ],
      sideNegotiations: [{ id: 'grain', name: 'the grain talks', words: ['grain'] }],
      factorWords: {},
      schedule: {
        days: ['monday'],
        time: '07:00',
        timeZone: 'Europe/Berlin',
        latestStartHours: 12,
      },
      approval: false,
      whenNothingNew: 'send',
    },
    'topic',
  ),
);

const bodies = {
  'herald-2020':
    'A meeting of the two presidents this year is unlikely, diplomats say. "We have no plans to send anybody to Borovia before the harvest," said Mara Lind, foreign minister of Aldia.\n\nBorovia tested a rocket in May. Envoys of both sides will likely miss the deadline in June.',
  'courier-2020':
    'Aldia offered to buy timber. "Nobody here expects a treaty while the tariffs stand, and nobody should," Otto Brandt, a lecturer at Lake College, told The Courier.',
  'herald-2025':
    'Envoys met three times in March. "We will keep the line open whatever the hawks say at home," said Mara Lind, foreign minister of Aldia. A treaty is likely by autumn, she added.\n\nThe tariffs fell in January.',
  'courier-2025':
    'Borovia wants the tariffs gone first. A former envoy told Radio Four that a signature this year is unlikely. "They need us much less than they did five years ago," the former envoy said.',
} as const;

export const articles: Article[] = [
  article('herald-2020', 'The Herald', '2020-05-05', 'full'),
  article('courier-2020', 'The Courier', '2020-09-01', 'full'),
  article('herald-2025', 'The Herald', '2025-04-02', 'full'),
  article('courier-2025', 'The Courier', '2025-06-03', 'summary'),
];

/** One of the articles. */
export function articleOf(id: keyof typeof bodies): Article {
  const found = articles.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no article ${id}`);
  return found;
}

/** A finding on words of an article; `likely` marks an estimative word in them. */
export function finding(
  id: keyof typeof bodies,
  text: string,
  more: Partial<Finding> & {
    likely?: Pick<Likelihood, 'text' | 'band'> & Partial<Likelihood>;
  } = {},
): Finding {
  const body = articleOf(id).articleBody;
  const start = body.indexOf(text);
  if (start < 0) throw new Error(`${id} does not read "${text}"`);
  const { likely, ...rest } = more;
  const at = likely ? body.indexOf(likely.text, start) : 0;
  const likelihood = likely
    ? [
        {
          start: at,
          end: at + likely.text.length,
          talksBand: null,
          ofTalks: true,
          listed: true,
          ...likely,
        },
      ]
    : [];
  return {
    evidence: { articleId: id, start, end: start + text.length, text },
    era: id.endsWith('2020') ? 'then' : 'now',
    factor: 'outlook',
    direction: 'neutral',
    likelihood,
    axis: null,
    comparesEras: false,
    speaker: null,
    role: null,
    affiliation: null,
    reportedBy: null,
    voice: 'narration',
    preface: 0,
    basis: 'judgement',
    setAside: null,
    references: [],
    weight: 0.5,
    ...rest,
  };
}

const lind = { speaker: 'Mara Lind', role: 'foreign minister', affiliation: 'Aldia' };
const brandt = { speaker: 'Otto Brandt', role: 'lecturer', affiliation: 'Lake College' };

export const meetingUnlikely = finding(
  'herald-2020',
  'A meeting of the two presidents this year is unlikely, diplomats say.',
  { direction: 'against', voice: 'indirect', likely: { text: 'unlikely', band: 'unlikely' } },
);
export const noPlans = finding(
  'herald-2020',
  '"We have no plans to send anybody to Borovia before the harvest," said Mara Lind, foreign minister of Aldia.',
  { factor: 'channels', direction: 'against', voice: 'direct', weight: 0.9, ...lind },
);
export const rocket = finding('herald-2020', 'Borovia tested a rocket in May.', {
  factor: 'provocation',
  direction: 'against',
});
export const noTreaty = finding(
  'courier-2020',
  '"Nobody here expects a treaty while the tariffs stand, and nobody should," Otto Brandt, a lecturer at Lake College, told The Courier.',
  { factor: 'sanctions', direction: 'against', voice: 'direct', weight: 0.8, ...brandt },
);
export const treatyLikely = finding('herald-2025', 'A treaty is likely by autumn, she added.', {
  direction: 'favours',
  voice: 'indirect',
  ...lind,
  likely: { text: 'likely', band: 'likely' },
});
export const lineOpen = finding(
  'herald-2025',
  '"We will keep the line open whatever the hawks say at home," said Mara Lind, foreign minister of Aldia.',
  { factor: 'channels', direction: 'favours', voice: 'direct', weight: 0.9, ...lind },
);
export const tariffsFell = finding('herald-2025', 'The tariffs fell in January.', {
  factor: 'sanctions',
  direction: 'favours',
});
export const needLess = finding(
  'courier-2025',
  '"They need us much less than they did five years ago," the former envoy said.',
  {
    factor: 'leverage',
    direction: 'against',
    voice: 'direct',
    speaker: 'a former envoy',
    reportedBy: 'Radio Four',
    comparesEras: true,
  },
);

type Row = [factor: Factor, verdict: Verdict, then: Finding[], now: Finding[]];

const rows: Row[] = [
  ['outlook', 'improved', [meetingUnlikely], [treatyLikely]],
  ['leverage', 'new', [], [needLess]],
  ['sanctions', 'improved', [noTreaty], [tariffsFell]],
  ['channels', 'improved', [noPlans], [lineOpen]],
  ['provocation', 'gone', [rocket], []],
];

/** A comparison of the four articles, or of other rows of findings. */
export function comparison(of: Row[] = rows): Comparison {
  return {
    topicId: topic.id,
    then: era('then', of),
    now: era('now', of),
    factors: of.map(([factor, verdict, then, now]): FactorComparison => ({
      factor,
      verdict,
      reason: { code: 'balance', text: 'The balance of the evidence.' },
      then,
      now,
    })),
    silent: FACTORS.filter((factor) => !of.some(([spoken]) => spoken === factor)),
  };
}

function era(name: Era, of: Row[]): EraOutlook {
  return {
    era: name,
    articles: 2,
    factors: of.map(([factor, , then, now]) => outlook(factor, name === 'then' ? then : now)),
  };
}

function outlook(factor: Factor, findings: Finding[]): FactorOutlook {
  const count = (direction: string) =>
    findings.filter((each) => each.direction === direction).length;
  const [favours, against, neutral] = [count('favours'), count('against'), count('neutral')];
  const balance = findings.length === 0 ? null : (favours - against) / findings.length;
  const counted = { favours, against, neutral, articles: findings.length };
  return { factor, balance, ...counted, findings, setAside: [] };
}

function article(
  id: keyof typeof bodies,
  outlet: string,
  date: string,
  bodyKind: 'full' | 'summary',
): Article {
  return valid(
    parseArticle(
      {
        schemaVersion: 1,
        id,
        headline: `Headline of ${id}`,
        author: [],
        publisher: { name: outlet },
        url: `https://news.example/${id}`,
        inLanguage: 'en',
        datePublished: date,
        topics: ['aldia-borovia'],
        bodyKind,
        articleBody: bodies[id],
      },
      id,
    ),
  );
}

function valid<T>(parsed: { ok: true; value: T } | { ok: false; faults: unknown }): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

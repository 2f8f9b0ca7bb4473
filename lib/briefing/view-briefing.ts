import type { Era, Verdict } from '#lib/outlook/comparison.ts';
import type { Brand } from './brand.ts';
import type { Briefing, Change, Citation, Source } from './briefing.ts';
import type { ColumnView, EditionView, SourceView } from './edition-view.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { printableDeep } from './printable.ts';
import { datedOf, href, quoteView } from './quote-view.ts';
import { scaleView } from './scale-view.ts';
import { sentenceCase } from './sentence-case.ts';
import { listOf, say, slotInWords, wordingFor, type Wording } from './wording.ts';

const ERAS = ['then', 'now'] as const;
/** What moved comes first. */
const VERDICTS_AT_A_GLANCE: Verdict[] = [
  'improved',
  'worsened',
  'mixed',
  'new',
  'gone',
  'unchanged',
];

/** A gated briefing in strings for the templates: every fixed word, date and number put into its language. */
export function viewBriefing(briefing: Briefing, brand: Brand): EditionView {
  const wording = wordingFor(briefing.language);
  const numbers = new Map(briefing.sources.map(({ articleId }, index) => [articleId, index + 1]));
  const sides = { briefing, wording, numbers };
  const view = printableDeep({
    language: briefing.language,
    direction: wording.direction === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    brand,
    subject: briefing.subject.text,
    preheader: briefing.preheader.text,
    headline: headlineOf(briefing),
    topic: briefing.topicTitle,
    date: slotInWords(wording, briefing.slot),
    basis: basisOf(briefing, wording),
    headings: wording.headings,
    bottomLine: briefing.bottomLine.map(({ text }) => text),
    glance: glanceOf(briefing, wording),
    scale: scaleView(briefing, wording),
    changes: briefing.changes.map((change) => changeView(change, sides)),
    voices: voicesOf(sides),
    fresh: freshOf(sides),
    gaps: gapsOf(briefing, wording),
    caveats: briefing.caveats,
    sources: ERAS.map((era) => ({
      era,
      label: wording.labels[era],
      title: briefing.eras[era],
      items: sourcesOf(sides, (source) => source.era === era),
    })),
  });
  return { ...view, footer: footerOf(briefing, brand, wording) };
}

interface Sides {
  briefing: Briefing;
  wording: Wording;
  /** Number of an article under Sources, by id. */
  numbers: ReadonlyMap<string, number>;
}

/** The subject without the topic, which stands above it on the page. */
function headlineOf({ subject, topicTitle }: Briefing): string {
  const news = subject.text.startsWith(`${topicTitle}: `)
    ? subject.text.slice(topicTitle.length + 2)
    : subject.text;
  return sentenceCase(news);
}

function basisOf(briefing: Briefing, wording: Wording): string {
  const { sources, eras } = briefing;
  const count = (era: Era) => sources.filter((source) => source.era === era).length;
  return say(wording, wording.labels.basis, {
    then: count('then'),
    now: count('now'),
    thenLabel: eras.then,
    nowLabel: eras.now,
    summaries: onlySummaries(briefing) ? 'yes' : 'no',
  });
}

/** Then it is said once, at the top, instead of at each passage. */
function onlySummaries({ sources }: Briefing): boolean {
  return sources.length > 0 && sources.every(({ summarised }) => summarised);
}

function glanceOf({ changes, eras }: Briefing, wording: Wording): EditionView['glance'] {
  return VERDICTS_AT_A_GLANCE.flatMap((verdict) => {
    const titles = changes
      .filter((change) => change.verdict === verdict)
      .map(({ factor }) => wording.factors[factor].short);
    const { label, mark } = wording.verdicts[verdict];
    const factors = sentenceCase(listOf(wording, titles));
    return titles.length === 0 ? [] : [{ mark, verdict: say(wording, label, eras), factors }];
  });
}

function changeView(change: Change, sides: Sides): EditionView['changes'][number] {
  const { wording, briefing } = sides;
  const { label, mark } = wording.verdicts[change.verdict];
  return {
    title: wording.factors[change.factor].title,
    mark,
    verdict: say(wording, label, briefing.eras),
    line: change.line.text,
    reason: change.reason ?? '',
    columns: ERAS.map((era) => {
      const tally = say(wording, wording.labels.tally, { ...change.tally[era] });
      const none = say(wording, wording.labels.noPassage, { era: briefing.eras[era] });
      return column(era, change[era], change[era].length > 0 ? tally : '', none, sides);
    }),
  };
}

function column(
  era: Era,
  citations: Citation[],
  tally: string,
  none: string,
  { wording, briefing, numbers }: Sides,
): ColumnView {
  return {
    era,
    label: wording.labels[era],
    title: briefing.eras[era],
    tally,
    quotes: citations.map((citation) =>
      quoteView(citation, wording, {
        source: numbers.get(citation.evidence.articleId) ?? 0,
        markSummary: !onlySummaries(briefing),
      }),
    ),
    none,
  };
}

/** None at all where nobody is quoted in either era. */
function voicesOf(sides: Sides): ColumnView[] {
  const { voices } = sides.briefing;
  if (voices.then.length + voices.now.length === 0) return [];
  return ERAS.map((era) => column(era, voices[era], '', sides.wording.labels.noVoice, sides));
}

function freshOf(sides: Sides): EditionView['fresh'] {
  if (sides.briefing.freshArticles === null) return null;
  const items = sourcesOf(sides, ({ fresh }) => fresh);
  return { items, none: sides.wording.labels.freshNone };
}

function sourcesOf(
  { briefing, wording, numbers }: Sides,
  chosen: (source: Source) => boolean,
): SourceView[] {
  return briefing.sources.filter(chosen).map((source) => ({
    number: numbers.get(source.articleId) ?? 0,
    headline: source.headline,
    credit: [...source.author, source.outlet, datedOf(source, wording)].join(', '),
    url: href(source.url),
    marks: [
      ...(source.summarised && !onlySummaries(briefing) ? [wording.labels.summaryMark] : []),
      ...(source.fresh ? [wording.labels.freshMark] : []),
    ],
  }));
}

function gapsOf({ silent, eras }: Briefing, wording: Wording): string[] {
  const phrases = (chosen: Era[]) =>
    silent
      .filter((gap) => gap.eras.join() === chosen.join())
      .map(({ factor }) => wording.factors[factor].phrase);
  const gap = (chosen: Era[], message: string, values: Record<string, string>) => {
    const factors = phrases(chosen);
    if (factors.length === 0) return [];
    return [say(wording, message, { ...values, factors: listOf(wording, factors) })];
  };
  const { silent: both, silentEra } = wording.caveats;
  return [
    ...gap(['then', 'now'], both, {}),
    ...gap(['then'], silentEra, { era: eras.then }),
    ...gap(['now'], silentEra, { era: eras.now }),
  ];
}

function footerOf({ topicTitle }: Briefing, brand: Brand, wording: Wording): EditionView['footer'] {
  const { method, why, unsubscribe, view } = wording.footer;
  return {
    ...printableDeep({
      method: say(wording, method, { brand: brand.name }),
      why: say(wording, why, { topic: topicTitle }),
      unsubscribe,
      view,
    }),
    ...PLACEHOLDERS,
  };
}

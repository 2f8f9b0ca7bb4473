import type { Era, Verdict } from '#lib/outlook/comparison.ts';
import type { Brand } from './brand.ts';
import type { Briefing } from './briefing.ts';
import { changeView, voicesView } from './change-view.ts';
import { editorNoteView } from './editor-note-view.ts';
import type { EditionView } from './edition-view.ts';
import { gapViews } from './gap-views.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { printableDeep } from './printable.ts';
import { scaleView } from './scale-view.ts';
import { sentenceCase } from './sentence-case.ts';
import { shownSources } from './shown-sources.ts';
import { freshView, onlySummaries, sourcesView } from './source-views.ts';
import { listOf, say, slotInWords, wordingFor, type Wording } from './wording.ts';

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
export function viewBriefing(
  briefing: Briefing,
  brand: Brand,
  wording = wordingFor(briefing.language),
): EditionView {
  const numbers = new Map(
    shownSources(briefing).map(({ articleId }, index) => [articleId, index + 1]),
  );
  const sides = { briefing, wording, numbers };
  const view = printableDeep({
    language: wording.language,
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
    editorNotes: briefing.editorNotes.map((note) => editorNoteView(note, wording)),
    glance: glanceOf(briefing, wording),
    scale: scaleView(briefing, wording),
    changes: briefing.changes.map((change) => changeView(change, sides)),
    voices: voicesView(sides),
    fresh: freshView(sides),
    gaps: gapViews(briefing, wording),
    caveats: briefing.caveats,
    sources: sourcesView(sides),
  });
  return { ...view, footer: footerOf(briefing, brand, wording) };
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

function footerOf(
  { topicTitle, chosenBy }: Briefing,
  brand: Brand,
  wording: Wording,
): EditionView['footer'] {
  const { method, methodChosen, why, unsubscribe, view } = wording.footer;
  return {
    ...printableDeep({
      method:
        chosenBy === undefined
          ? say(wording, method, { brand: brand.name })
          : say(wording, methodChosen, { brand: brand.name, model: chosenBy }),
      why: say(wording, why, { topic: topicTitle }),
    }),
    links: [
      { label: unsubscribe, url: PLACEHOLDERS.unsubscribeUrl },
      { label: wording.mails.preferences, url: PLACEHOLDERS.preferencesUrl },
      { label: view, url: PLACEHOLDERS.viewUrl },
    ],
  };
}

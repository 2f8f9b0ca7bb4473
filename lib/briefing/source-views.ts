import type { Briefing, Source } from './briefing.ts';
import type { EditionView, SourceView } from './edition-view.ts';
import { datedOf, href, langOf } from './quote-view.ts';
import { shownSources } from './shown-sources.ts';
import { ERAS, type Sides } from './sides.ts';
import { say } from './wording.ts';

/** New articles listed, the latest: the rest are counted. */
const FRESH_SHOWN_MAX = 12;

/** What is new since the last edition; null for a first one. */
export function freshView(sides: Sides): EditionView['fresh'] {
  if (sides.briefing.freshArticles === null) return null;
  const fresh = sides.briefing.sources.filter((source) => source.fresh);
  const newest = fresh.slice(-FRESH_SHOWN_MAX);
  return {
    items: sourceViews(sides, newest),
    more: moreLine(sides, fresh.length - newest.length),
    none: sides.wording.labels.freshNone,
  };
}

/** Under Sources: the articles of an era that are listed, and how many more were read. */
export function sourcesView(sides: Sides): EditionView['sources'] {
  const { briefing, wording } = sides;
  const shown = shownSources(briefing);
  return ERAS.map((era) => {
    const listed = shown.filter((source) => source.era === era);
    const all = briefing.sources.filter((source) => source.era === era);
    return {
      era,
      label: wording.labels[era],
      title: briefing.eras[era],
      items: sourceViews(sides, listed),
      more: moreLine(sides, all.length - listed.length),
    };
  });
}

const moreLine = ({ wording }: Sides, count: number): string | null =>
  count > 0 ? say(wording, wording.labels.sourcesMore, { count }) : null;

/** Sources with the numbers that the text part refers to. */
function sourceViews({ briefing, wording, numbers }: Sides, sources: Source[]): SourceView[] {
  return sources.map((source) => ({
    number: numbers.get(source.articleId) ?? null,
    headline: source.headline,
    lang: langOf(source.language),
    credit: [...source.author, source.outlet, datedOf(source, wording)].join(', '),
    url: href(source.url),
    marks: [
      ...(source.summarised && !onlySummaries(briefing) ? [wording.labels.summaryMark] : []),
      ...(source.fresh ? [wording.labels.freshMark] : []),
    ],
  }));
}

/** Whether every source is a summary: then it is said once, at the top, instead of at each passage. */
export function onlySummaries({ sources }: Briefing): boolean {
  return sources.length > 0 && sources.every(({ summarised }) => summarised);
}

import type { Briefing, Source } from './briefing.ts';
import type { EditionView, SourceView } from './edition-view.ts';
import { datedOf, href } from './quote-view.ts';
import type { Sides } from './sides.ts';

/** What is new since the last edition; null for a first one. */
export function freshView(sides: Sides): EditionView['fresh'] {
  if (sides.briefing.freshArticles === null) return null;
  const items = sourceViews(sides, ({ fresh }) => fresh);
  return { items, none: sides.wording.labels.freshNone };
}

/** The sources chosen, with the numbers that the text part refers to. */
export function sourceViews(
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

/** Whether every source is a summary: then it is said once, at the top, instead of at each passage. */
export function onlySummaries({ sources }: Briefing): boolean {
  return sources.length > 0 && sources.every(({ summarised }) => summarised);
}

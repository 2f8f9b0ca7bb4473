import type { Briefing, Citation, Source } from './briefing.ts';

/** With more articles than this a list of all would be longer than the briefing; Gmail clips a mail at 102 kB. */
export const SOURCES_SHOWN_MAX = 30;

/** The sources that an edition lists: all of them, or where they are many those that it cites. */
export function shownSources(briefing: Briefing): Source[] {
  const { sources } = briefing;
  if (sources.length <= SOURCES_SHOWN_MAX) return sources;
  const cited = new Set(citationsOf(briefing).map(({ evidence }) => evidence.articleId));
  return sources.filter(({ articleId }) => cited.has(articleId));
}

function citationsOf({ changes, voices, scale }: Briefing): Citation[] {
  return [
    ...changes.flatMap(({ then, now }) => [...then, ...now]),
    ...voices.then,
    ...voices.now,
    ...(scale.then?.citations ?? []),
    ...(scale.now?.citations ?? []),
  ];
}

import type { Era } from '#lib/outlook/comparison.ts';
import type { HeadingContradiction } from '#lib/outlook/heading-contradictions.ts';
import type { Change, Citation, Source } from './briefing.ts';
import { sentenceCase } from './sentence-case.ts';
import { dateInWords, listOf, say, type Wording } from './wording.ts';

/** With fewer articles an era is a sample of itself. */
const FEW_ARTICLES = 3;

export interface CaveatsInput {
  wording: Wording;
  eras: Record<Era, string>;
  sources: Source[];
  changes: Change[];
  voices: Record<Era, Citation[]>;
  headings: HeadingContradiction[];
  /** Passages that the editor left out. */
  leftOut: number;
}

/** What a careful reader must know of this edition's material, gravest first. */
export function caveats(input: CaveatsInput): string[] {
  return [
    ...leftOut(input),
    ...fewArticles(input),
    ...summaries(input),
    ...secondHand(input),
    ...contradictingHeadings(input),
    ...inferredDates(input),
  ];
}

function leftOut({ wording, leftOut: count }: CaveatsInput): string[] {
  return count === 0 ? [] : [say(wording, wording.editor.leftOut, { count })];
}

function fewArticles({ wording, eras, sources }: CaveatsInput): string[] {
  const counts = (['then', 'now'] as const).map((era) => ({
    era: eras[era],
    count: sources.filter((source) => source.era === era).length,
  }));
  const { noArticles, fewArticles: few, fewInBoth } = wording.caveats;
  if (counts.every(({ count }) => count > 0 && count < FEW_ARTICLES)) return [fewInBoth];
  return counts
    .filter(({ count }) => count < FEW_ARTICLES)
    .map(({ era, count }) => say(wording, count === 0 ? noArticles : few, { era, count }));
}

function summaries({ wording, sources }: CaveatsInput): string[] {
  if (!sources.some(({ summarised }) => summarised)) return [];
  const all = sources.every(({ summarised }) => summarised) ? 'yes' : 'no';
  return [say(wording, wording.caveats.summaries, { all })];
}

/** Which outlets pass on the words of which others, in one caveat however many quotations came that way. */
function secondHand({ wording, changes, voices }: CaveatsInput): string[] {
  const viaByOutlet = new Map<string, Set<string>>();
  for (const { outlet, reportedBy: via } of shownIn(changes, voices))
    if (via !== null && via !== outlet)
      viaByOutlet.set(outlet, (viaByOutlet.get(outlet) ?? new Set()).add(via));
  const { cites, secondHand: caveat } = wording.caveats;
  const pairs = [...viaByOutlet].map(([outlet, via]) =>
    say(wording, cites, { outlet, via: listOf(wording, [...via]) }),
  );
  return pairs.length === 0 ? [] : [say(wording, caveat, { pairs: pairs.join('; ') })];
}

function shownIn(changes: Change[], voices: Record<Era, Citation[]>): Citation[] {
  return [...changes.flatMap(({ then, now }) => [...then, ...now]), ...voices.then, ...voices.now];
}

/** Headings are no evidence; where one disagrees with its text, a reader who follows the link should know. */
function contradictingHeadings({ wording, headings }: CaveatsInput): string[] {
  return headings.map(({ outlet, heading }) =>
    say(wording, wording.caveats.heading, { outlet, heading }),
  );
}

function inferredDates({ wording, sources }: CaveatsInput): string[] {
  return sources.flatMap(({ dateInferred, outlet, headline, date }) =>
    dateInferred === null
      ? []
      : [
          say(wording, wording.caveats.inferredDate, {
            outlet,
            headline,
            date: dateInWords(wording, date),
            method: asSentence(dateInferred.method),
            evidence: dateInferred.evidence.replace(/[.\s]+$/, ''),
          }),
        ],
  );
}

function asSentence(text: string): string {
  const capital = sentenceCase(text.trim());
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

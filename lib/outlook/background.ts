import type { Sentence } from '#lib/analysis/analysis.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Finding } from './comparison.ts';

/** Why a sentence is no evidence for either era, though it names a factor. */
export type Background = 'past event' | 'calendar' | 'definition';

/** Wars that are over: whoever narrates them speaks of history. */
const CLOSED_CHAPTER =
  /\b(?:(?:First|Second) World War|World War (?:I|II|One|Two)|(?:Korean|Vietnam|Cold|Gulf|Iraq|Iran[–-]Iraq|Six-Day) War)\b/;
/** A year as the time of what is told; "the summits of 2018" only says which. */
const TIME =
  /\b(?:in|on|since|until|by|from|during|early|late|mid|[A-Z][a-z]{2,8}\.?|\d{1,2},?) ((?:1[5-9]|20)\d\d)\b/g;
/** Ties what was to what is: "have been stalled since 2019". */
const PRESENT =
  /\b(?:has|have|is|are|isn['’]t|aren['’]t|still|now|today|since|will|would|could|may|might|remains?|currently|again|yet|longer)\b/i;

/** Dates of a year at home and among states that come about with or without talks. */
const DATED_EVENT =
  /\b(?:elections?|primary|primaries|midterms|inauguration|anniversary|holidays?|congress|parliament|assembly|convention|forum|conference|session|Olympics|Games|APEC|ASEAN|BRICS|NATO|G-?7|G-?20)\b/;
const TAKES_PLACE =
  /\b(?:convenes?|opens?|begins?|starts?|meets?|takes? place|falls? on|runs? from|(?:is|are) (?:scheduled|set|slated|due|planned|held|to (?:be held|take place|open|begin|convene))|will (?:be held|take place|open|begin|start|convene|meet))\b/;
const DATE =
  /\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec|January|February|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:this|next|every|later this) (?:week|month|year|spring|summer|autumn|fall|winter)|tomorrow)\b/;
/** Longer sentences say more than a date. */
const CALENDAR_MAX_CHARS = 160;

const LIES_SOMEWHERE =
  /\b(?:is|are|was|were) (?:located|situated)\b|\blies? (?:in|on|at|near|some|about)\b/;

/**
 * Whether a sentence that the article itself narrates is only background: an event outside of both eras
 * without a word on today, a date of the calendar, a description of a place. Estimates and comparisons
 * of the eras never are.
 */
export function backgroundOf(
  { text, comparesEras, likelihood }: Sentence,
  voice: Finding['voice'],
  topic: Topic,
): Background | null {
  if (voice !== 'narration' || comparesEras || likelihood.length > 0) return null;
  if (CLOSED_CHAPTER.test(text) || isOfAnotherTime(text, topic)) return 'past event';
  if (isCalendarEntry(text, topic)) return 'calendar';
  return LIES_SOMEWHERE.test(text) && partiesNamed(text, topic) < 2 ? 'definition' : null;
}

/** All years that it names lie outside of both eras, and no word ties them to the present. */
function isOfAnotherTime(text: string, { eras }: Topic): boolean {
  const years = [...text.matchAll(TIME)].map(([, year]) => Number(year));
  if (years.length === 0 || PRESENT.test(text)) return false;
  const isInEra = (year: number) =>
    [eras.then, eras.now].some(
      ({ from, to }) => year >= Number(from.slice(0, 4)) && year <= Number(to.slice(0, 4)),
    );
  return !years.some(isInEra);
}

function isCalendarEntry(text: string, topic: Topic): boolean {
  if (text.length > CALENDAR_MAX_CHARS || partiesNamed(text, topic) > 1) return false;
  const verb = TAKES_PLACE.exec(text);
  const event = DATED_EVENT.exec(text);
  return verb !== null && event !== null && event.index < verb.index && DATE.test(text);
}

/** How many of the parties to the talks a text names, by the names of their states. */
function partiesNamed(text: string, { actors, parties }: Topic): number {
  return parties.filter((party) =>
    actors.some(
      ({ id, name, aliases, demonyms = [] }) =>
        id === party && [name, ...aliases, ...demonyms].some((each) => text.includes(each)),
    ),
  ).length;
}

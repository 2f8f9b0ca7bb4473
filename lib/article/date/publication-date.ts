import type { ArticleDraft } from '../article-draft.ts';
import { addressDate, type AddressDate } from './address-date.ts';
import { dayNumber, isoDay } from './day.ts';
import { inferDate, type InferredDate } from './infer-date.ts';
import { settleFigures, toIso, type StatedDate } from './stated-date.ts';

/** When an article was published: as its page states it, or inferred and then saying from what. */
export interface PublicationDate {
  datePublished: string;
  inferred: InferredDate | null;
}

export interface DateClues {
  /** IANA zone of the outlet; null where it is unknown. */
  timeZone: string | null;
  /** File name or address of the input. */
  source: string;
  /** The last day possible. */
  now?: Date | undefined;
  /** The ISO day that somebody gives for a page that does not state it. */
  given?: string | undefined;
}

/** An undated line or a file name counts only where it fits what the text says, within a week. */
const FIT_DAYS = 7;

/**
 * The publication date of a page. In this order: what the page states; the day that is given for it;
 * figures of the page that can be read day first and month first (the range covers both); the day in
 * its address; its date of change, where that is all it states; a date above the headline and one in
 * the file name, where they fit the text and the month in the address; what text and address allow to
 * be inferred. Null where nothing dates it.
 */
export function publicationDate(draft: ArticleDraft, clues: DateClues): PublicationDate | null {
  const published = draft.published && settleFigures(draft.published, clues.timeZone);
  if (published && published.dayFirst === undefined)
    return { datePublished: toIso(published, clues.timeZone), inferred: null };
  if (clues.given !== undefined) return { datePublished: clues.given, inferred: null };
  const inferred = published ? inFigures(published) : inferredDate(draft, clues);
  return inferred ? { datePublished: inferred.value, inferred } : null;
}

function inferredDate(
  draft: ArticleDraft,
  { source, now, timeZone }: DateClues,
): InferredDate | null {
  const address = draft.url ? addressDate(draft.url) : null;
  if (address && address.earliest === address.latest) return inAddress(address, 'day');
  const [modified, unlabelledDate] = [draft.modified, draft.unlabelledDate].map(
    (date) => date && settleFigures(date, timeZone),
  );
  if (modified) return onDay(modified, 'the page states only when it was updated');
  const fromText = inferDate(draft.paragraphs, now);
  const range = address ? inAddress(address, 'month') : fromText;
  if (unlabelledDate && fits(unlabelledDate.day, range))
    return onDay(unlabelledDate, 'a date above the headline, which may be the day of the visit');
  if (fromText?.precision === 'day' && fits(fromText.value, range)) return fromText;
  const fileName = addressDate(source);
  if (fileName && fileName.earliest === fileName.latest && fits(fileName.earliest, range))
    return onDay({ day: fileName.earliest, words: fileName.words }, 'the date in the file name');
  return range;
}

type Day = Pick<StatedDate, 'day' | 'dayFirst' | 'words'>;

function onDay({ day, dayFirst, words }: Day, method: string): InferredDate {
  const [earliest = day, latest = day] = [day, dayFirst ?? day].sort();
  return { value: day, precision: 'day', earliest, latest, method, evidence: words };
}

function inFigures(published: StatedDate): InferredDate {
  const method = 'the date stands in figures that can be read two ways; it was read month first';
  return onDay(published, method);
}

function inAddress(
  { earliest, latest, words }: AddressDate,
  precision: 'day' | 'month',
): InferredDate {
  const method = `the ${precision} in the address of the page`;
  return { value: earliest, precision, earliest, latest, method, evidence: words };
}

function fits(day: string, range: InferredDate | null): boolean {
  if (!range) return true;
  const widened = isoDay(dayNumber(range.latest) + FIT_DAYS);
  return day >= range.earliest && day <= widened;
}

import { readStatedDate } from '../date/stated-date.ts';
import type { Line } from './line.ts';
import { CREDIT_END, ENDS, FURNITURE, INSERTS, OTHER_STORIES, PICTURE_WORDS } from './wording.ts';

/**
 * What a line is, judged by itself:
 * `prose` a paragraph, or the cut beginning of one; `sentence` a short one; `phrase` words without
 * a full stop (headline, sub-heading, menu entry); the others are what their names say.
 */
export type LineKind =
  | 'prose'
  | 'sentence'
  | 'phrase'
  | 'caption'
  | 'date'
  | 'byline'
  | 'dateline'
  | 'insert'
  | 'furniture'
  | 'other-stories'
  | 'end';

/** Longer lines are paragraphs whatever words they hold; it also bounds the time of the patterns. */
const WORDING_MAX_CHARS = 1_500;
/** A longer line that begins with © is a paragraph under its picture's credit. */
const END_MAX_CHARS = 300;
const PROSE_MIN_WORDS = 8;
const CUT_PROSE_MIN_WORDS = 22;
const DATE_LINE_MAX_CHARS = 120;

/** Words beside the date on its line: section, label, zone; with a label also the author and buttons. */
const DATE_OTHER_WORDS = 6;
const LABELLED_DATE_OTHER_WORDS = 12;
const AGO =
  /^(?:(?:last )?(?:updated|published|posted):?\s+)?(?:about |over |an? )?\d{1,3} ?(?:m|h|d|min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago$/i;
const DATE_LABEL = /^(?:published|posted|updated|by )/i;

const BYLINE =
  /^(?:\(?(?:by|written by|story by|words by)[: ]\s*)(?=\p{Lu})(?:[\p{L}.'’-]+[\s,&|]*){1,12}\)?$/iu;

/** "SEOUL (Reuters) -", "Seoul, South Korea CNN —": place and agency with nothing after them. */
const DATELINE = /^\p{Lu}[\p{L} .,'()/-]{2,60}(?:--|[–—-])\s*$/u;

const ENDS_AS_SENTENCE = /[.!?…。][\])"'”’»\s]*$/u;

/** Judges a line by itself; the lines around it are `articleRegion`'s and `sortRegion`'s business. */
export function lineKind(line: Line): LineKind {
  const { text } = line;
  if (line.markup === 'caption') return 'caption';
  if (line.markup === 'heading') return matches(OTHER_STORIES, text) ? 'other-stories' : 'phrase';
  if (text.length > WORDING_MAX_CHARS) return 'prose';
  return wordedKind(text) ?? (isDateLine(text) ? 'date' : proseKind(text));
}

/** Words of a text, as runs between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether a text ends as a sentence does. */
export function endsAsSentence(text: string): boolean {
  return ENDS_AS_SENTENCE.test(text);
}

function wordedKind(text: string): LineKind | null {
  if (text.length <= END_MAX_CHARS && matches(ENDS, text)) return 'end';
  if (matches(OTHER_STORIES, text)) return 'other-stories';
  if (matches(INSERTS, text)) return 'insert';
  // An article may speak of cookies or newsletters; the page's own notices quote nobody.
  if (matches(FURNITURE, text) && !quotesSomebody(text)) return 'furniture';
  // A button and its alternative text: "Print PreviewPrint Preview".
  const half = text.slice(0, text.length / 2);
  if (text === half + half) return 'furniture';
  if (BYLINE.test(text)) return 'byline';
  if (DATELINE.test(text)) return 'dateline';
  return isCaption(text) ? 'caption' : null;
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

function quotesSomebody(text: string): boolean {
  return /["“][^"”]{20,}["”]/.test(text);
}

/** "Kim at the podium on Sunday  [State TV]": words without a full stop and who gave the picture. */
const BRACKETED_CREDIT = /^[^.!?]{40,}\s(?:\[[^[\]]{2,50}\]|\([^()]{2,50}\))$/;

/** "… on Oct. 14. [ANN LEE]", "… on Sunday. (Ann Lee/The Herald)": who gave the picture, after its sentence. */
const CREDIT_AFTER_SENTENCE = /[.!?]["”]?\s+(?:\[[^[\]]{2,60}\]|\([^()/]{2,40}\/[^()]{2,40}\))$/;

/** A credit and words of a picture, a credit after a sentence that lacks its own end, or two words of a picture. */
function isCaption(text: string): boolean {
  const picture = PICTURE_WORDS.filter((pattern) => pattern.test(text)).length;
  const credit = CREDIT_END.test(text);
  if (quotesSomebody(text) && picture === 0) return false;
  if (BRACKETED_CREDIT.test(text) || CREDIT_AFTER_SENTENCE.test(text)) return true;
  return (credit && (picture > 0 || !/\((?:Yonhap|AP|AFP|Reuters)\)$/.test(text))) || picture >= 2;
}

/** A line that is a date and little else: time, zone, a label, the name of a section. */
function isDateLine(text: string): boolean {
  if (text.length > DATE_LINE_MAX_CHARS || !/\d/.test(text)) return false;
  if (AGO.test(text)) return true;
  const date = readStatedDate(text);
  if (!date) return false;
  const others = DATE_LABEL.test(text) ? LABELLED_DATE_OTHER_WORDS : DATE_OTHER_WORDS;
  return (
    countWords(text.replace(date.words, ' ')) <= others &&
    !endsAsSentence(text.replace(/[ap]\.m\./gi, ''))
  );
}

function proseKind(text: string): LineKind {
  const words = countWords(text);
  // Scripts written without spaces have few words; their letters count instead.
  const size = Math.max(
    words,
    Math.floor((text.match(/[\u3040-\u9FFF\uAC00-\uD7A3]/g)?.length ?? 0) / 3),
  );
  if (endsAsSentence(text) || /[:,;][”"’']?$/.test(text)) {
    if (size >= PROSE_MIN_WORDS) return 'prose';
    return endsAsSentence(text) && size >= 2 ? 'sentence' : 'phrase';
  }
  return size >= CUT_PROSE_MIN_WORDS ? 'prose' : 'phrase';
}

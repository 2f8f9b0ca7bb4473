import { printable } from '#lib/briefing/printable.ts';
import type { Wording } from '#lib/briefing/wording.ts';
import type { PhrasedLine } from './analyst.ts';

/** As long as the longest line of the embedded engine, and some. */
const LINE_MAX_CHARS = 320;
/** Signs of HTML, Markdown and templates. */
const MARKUP = /[<>{}[\]`|\\*_#~^]|&[#\w]+;/u;
/** An address, with or without a scheme, or a mailbox. */
const LINK = /:\/\/|@|\bwww\.|[\p{L}\p{Nd}-]\.\p{L}{2,}/u;
/** Any mark of quotation; an apostrophe inside a word is none. */
const QUOTED = /[“"«]([^“”"«»]*)[”"»]/gu;
const STRAY_QUOTE = /[“”"«»‘„‚‹›]|(?<!\p{L})['’]|['’](?!\p{L})/u;

/** Words that join others and say nothing by themselves. */
const CONNECTIVES = new Set(
  `a about after again all along also although among an and are as at be because been before being both but by
  compared did do does during each either era eras far for from had has have here how however if in is it its less
  more most much neither no nor not now of on once only or other over own rather same side sides since so some still
  such than that the their them then there these they this those though to too towards under until was were what when
  where whether which while who whose with within without yet article articles coverage evidence passage passages`.split(
    /\s+/,
  ),
);

/** The words that a line of an analyst may use whatever it cites. */
export function sharedVocabulary(lines: PhrasedLine[], wording: Wording): Set<string> {
  const { bottomLine, change, factors } = wording;
  const texts = [JSON.stringify([bottomLine, change, factors]), ...lines.map(({ text }) => text)];
  return new Set([...CONNECTIVES, ...texts.flatMap(wordsIn)]);
}

/**
 * Why a line that an analyst worded may not be printed, or null. Beyond what the gate asks of every
 * line, each of its words must stand in the passages that it cites, in the engine's own lines or among
 * the words that Parley uses anyhow; so nothing can be claimed in words that no article has.
 */
export function phraseFault(
  text: string,
  cited: string[],
  vocabulary: ReadonlySet<string>,
): string | null {
  if (text.length > LINE_MAX_CHARS) return `a line is longer than ${LINE_MAX_CHARS} characters`;
  if (text === '' || text !== printable(text)) return 'a line is not one line of plain text';
  if (MARKUP.test(text)) return 'a line holds markup';
  if (LINK.test(text)) return 'a line holds an address';
  return quotationFault(text, cited) ?? vocabularyFault(text, cited, vocabulary);
}

function quotationFault(text: string, cited: string[]): string | null {
  for (const [, words = ''] of text.matchAll(QUOTED))
    if (words.trim() === '' || !cited.some((passage) => passage.includes(words)))
      return `it quotes “${words}”, which no passage that it cites says`;
  return STRAY_QUOTE.test(text.replace(QUOTED, '')) ? 'a quotation mark has no partner' : null;
}

function vocabularyFault(
  text: string,
  cited: string[],
  vocabulary: ReadonlySet<string>,
): string | null {
  const said = new Set(cited.flatMap(wordsIn));
  const strange = wordsIn(text).find((word) => !said.has(word) && !vocabulary.has(word));
  return strange === undefined ? null : `the word "${strange}" is in no passage that it cites`;
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’]*/gu) ?? [];
}

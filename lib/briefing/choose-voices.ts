import type { Slice } from '#lib/analysis/analysis.ts';
import type { EraOutlook, Finding } from '#lib/outlook/comparison.ts';
import type { Change, Citation } from './briefing.ts';
import { cite, type CiteContext } from './cite.ts';
import { overlaps, withoutOverlaps } from './passages.ts';
import { quotedPieces, wordCount } from './quoted-pieces.ts';

/** Voices an era: enough to disagree. */
export const VOICES_AN_ERA = 2;
/** The strongest voices among which speakers and outlets are told apart. */
const VOICES_WEIGHED = 60;
/** A shorter quotation is a catchword, not a voice. */
const VOICE_MIN_WORDS = 8;

/**
 * The quotations in which people speak for themselves: attributed, direct, one a speaker, from
 * different outlets first, and not those that the changes show already unless there are no others.
 */
export function chooseVoices(era: EraOutlook, changes: Change[], context: CiteContext): Citation[] {
  const shown = changes.flatMap(({ then, now }) => [...then, ...now]);
  const findings = era.factors
    .flatMap((factor) => factor.findings)
    .sort((a, b) => b.weight - a.weight);
  const heard = withoutOverlaps(firstVoices(findings, context));
  const unseen = heard.filter(
    ({ evidence }) => !shown.some((other) => overlaps(other.evidence, evidence)),
  );
  const oneEach = firstOfEach(unseen.length > 0 ? unseen : heard, ({ speaker }) => speaker);
  const oneAnOutlet = firstOfEach(oneEach, ({ outlet }) => outlet);
  return [...new Set([...oneAnOutlet, ...oneEach])].slice(0, VOICES_AN_ERA);
}

/** The strongest voices; an era of a thousand articles has thousands, of which a reader hears two. */
function firstVoices(findings: Finding[], context: CiteContext): Citation[] {
  const voices: Citation[] = [];
  for (const finding of findings) {
    if (voices.length === VOICES_WEIGHED) break;
    const voice = voiceOf(finding, context);
    if (voice !== null) voices.push(voice);
  }
  return voices;
}

/** The quoted words of a finding without the sentence around them; null where nobody known speaks in it. */
function voiceOf(finding: Finding, context: CiteContext): Citation | null {
  if (finding.speaker === null || finding.axis !== null) return null;
  const words = wordsSpoken(finding);
  if (words === null || wordCount(words.text) < VOICE_MIN_WORDS) return null;
  // A voice begins where its sentence does.
  if (!/^[\p{Lu}\p{Nd}]/u.test(words.text)) return null;
  const { articleId, start } = finding.evidence;
  const evidence = {
    articleId,
    start: start + words.start,
    end: start + words.end,
    text: words.text,
  };
  return cite({ ...finding, voice: 'direct', evidence }, context);
}

/** The longest piece between quotation marks; a direct finding without a pair of them lies in a longer quotation. */
function wordsSpoken({ voice, evidence }: Finding): Slice | null {
  if (voice !== 'direct' && voice !== 'mixed') return null;
  const pieces = quotedPieces(evidence.text).sort((a, b) => b.text.length - a.text.length);
  const longest = pieces[0];
  if (longest !== undefined) return withoutMarks(longest);
  return voice === 'direct' ? withoutMarks(longerSideOfMark(evidence.text)) : null;
}

/** What a lone mark parts is the speech and the words around it (`… in the end," she said`). */
function longerSideOfMark(text: string): Slice {
  const mark = text.search(/["“”]/u);
  if (mark < 0) return { start: 0, end: text.length, text };
  return mark >= text.length / 2
    ? { start: 0, end: mark, text: text.slice(0, mark) }
    : { start: mark, end: text.length, text: text.slice(mark) };
}

/** Leaves out the marks, and the comma that American typesetting puts before the closing one. */
function withoutMarks({ start, text }: Slice): Slice {
  const before = /^["“\s]*/u.exec(text)?.[0].length ?? 0;
  const words = text.slice(before).replace(/,?["”\s]*$/u, '');
  return { start: start + before, end: start + before + words.length, text: words };
}

function firstOfEach<T>(items: T[], keyOf: (item: T) => unknown): T[] {
  const keys = new Set<unknown>();
  return items.filter((item) => {
    const known = keys.has(keyOf(item));
    keys.add(keyOf(item));
    return !known;
  });
}

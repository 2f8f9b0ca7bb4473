import type { Slice } from '#lib/analysis/analysis.ts';
import type { EraOutlook, Finding } from '#lib/outlook/comparison.ts';
import { wordCount } from '#lib/outlook/word-count.ts';
import type { Change, Citation } from './briefing.ts';
import { cite, type CiteContext } from './cite.ts';
import { wordsInQuotation } from './marks-around.ts';
import { overlaps, withoutOverlaps } from './passages.ts';

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
  const { articleId } = finding.evidence;
  const body = context.articles.get(articleId)?.articleBody;
  const words = body === undefined ? null : wordsSpoken(finding, body);
  if (words === null || wordCount(words.text) < VOICE_MIN_WORDS) return null;
  // A voice begins where its sentence does.
  if (!/^[\p{Lu}\p{Nd}]/u.test(words.text)) return null;
  const evidence = { articleId, ...words };
  return cite({ ...finding, voice: 'direct', evidence }, context);
}

/**
 * The longest words between quotation marks. A direct finding without any mark lies in a longer
 * quotation; one whose marks do not pair, or with a mark inside, could be cut short unseen.
 */
function wordsSpoken({ voice, evidence }: Finding, body: string): Slice | null {
  if (voice !== 'direct' && voice !== 'mixed') return null;
  const isBare = voice === 'direct' && !/["“”]/u.test(evidence.text);
  const words = isBare ? evidence : wordsInQuotation(evidence, body);
  return words === null || words.text.includes('"') ? null : withoutEdges(words);
}

/** Leaves out blanks, and the comma that American typesetting puts before a closing mark. */
function withoutEdges({ start, text }: Slice): Slice {
  const before = /^\s*/u.exec(text)?.[0].length ?? 0;
  const words = text.slice(before).replace(/,?\s*$/u, '');
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

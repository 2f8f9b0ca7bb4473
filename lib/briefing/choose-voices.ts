import type { EraOutlook, Finding } from '#lib/outlook/comparison.ts';
import type { Change, Citation } from './briefing.ts';
import { cite, type CiteContext } from './cite.ts';
import { overlaps, withoutOverlaps } from './passages.ts';
import { quotedPieces, wordCount } from './quoted-pieces.ts';

/** Voices an era: enough to disagree. */
export const VOICES_AN_ERA = 3;
/** A shorter quotation is a catchword, not a voice. */
const VOICE_MIN_WORDS = 5;

/**
 * The quotations in which people speak for themselves: attributed, direct, one a speaker, from
 * different outlets first, and not those that the changes show already unless there are no others.
 */
export function chooseVoices(era: EraOutlook, changes: Change[], context: CiteContext): Citation[] {
  const shown = changes.flatMap(({ then, now }) => [...then, ...now]);
  const findings = era.factors
    .flatMap((factor) => factor.findings)
    .sort((a, b) => b.weight - a.weight);
  const heard = withoutOverlaps(findings.flatMap((finding) => voiceOf(finding, context) ?? []));
  const unseen = heard.filter(
    ({ evidence }) => !shown.some((other) => overlaps(other.evidence, evidence)),
  );
  const oneEach = firstOfEach(unseen.length > 0 ? unseen : heard, ({ speaker }) => speaker);
  const oneAnOutlet = firstOfEach(oneEach, ({ outlet }) => outlet);
  return [...new Set([...oneAnOutlet, ...oneEach])].slice(0, VOICES_AN_ERA);
}

/** The quoted words of a finding without the sentence around them; null where nobody known speaks in it. */
function voiceOf(finding: Finding, context: CiteContext): Citation | null {
  const quoted = finding.voice === 'direct' || finding.voice === 'mixed';
  if (!quoted || finding.speaker === null || finding.axis !== null) return null;
  const { evidence } = finding;
  const pieces = quotedPieces(evidence.text).sort((a, b) => b.text.length - a.text.length);
  const longest = pieces[0];
  // Without a pair of marks a direct finding is one sentence out of a longer quotation.
  if (longest === undefined && finding.voice === 'mixed') return null;
  const words = longest ?? { start: 0, end: evidence.text.length, text: evidence.text };
  if (wordCount(words.text) < VOICE_MIN_WORDS) return null;
  const start = evidence.start + words.start;
  const slice = { articleId: evidence.articleId, start, end: start + words.text.length };
  return cite({ ...finding, voice: 'direct', evidence: { ...slice, text: words.text } }, context);
}

function firstOfEach<T>(items: T[], keyOf: (item: T) => unknown): T[] {
  const keys = new Set<unknown>();
  return items.filter((item) => {
    const known = keys.has(keyOf(item));
    keys.add(keyOf(item));
    return !known;
  });
}

import type { Analysis, Attribution, Sentence, Slice } from '#lib/analysis/analysis.ts';
import type { Finding } from './comparison.ts';

/** Who speaks in a sentence, and the piece of it that is theirs; narration where nobody does. */
export type Voice = Pick<Finding, 'speaker' | 'role' | 'affiliation' | 'reportedBy' | 'voice'> & {
  actor: string | null;
  words: Slice | null;
  /** Share of the sentence that stands before this speaker's words, 0–1. */
  preface: number;
};

const NARRATION: Voice = {
  speaker: null,
  role: null,
  affiliation: null,
  reportedBy: null,
  voice: 'narration',
  actor: null,
  words: null,
  preface: 0,
};

/** An attribution has a sentence where it covers at least this share of it. */
const COVER_MIN_SHARE = 0.25;

/** The attribution that covers most of the sentence; of equal ones a direct, then the first. */
export function voiceOfSentence({ attributions }: Analysis, sentence: Sentence): Voice {
  let best: { attribution: Attribution; words: Slice; chars: number } | null = null;
  for (const attribution of attributions)
    for (const words of attribution.content) {
      if (words.end <= sentence.start || words.start >= sentence.end) continue;
      const chars = overlap(words, sentence);
      if (chars < COVER_MIN_SHARE * sentence.text.length) continue;
      if (!best || rank(attribution, chars) > rank(best.attribution, best.chars))
        best = { attribution, words, chars };
    }
  if (!best) return NARRATION;
  const { speaker, role, affiliation, reportedBy, actor, type } = best.attribution;
  const preface = prefaceOf(attributions, speaker, sentence);
  return { speaker, role, affiliation, reportedBy, actor, voice: type, words: best.words, preface };
}

function prefaceOf(
  attributions: Attribution[],
  speaker: string | null,
  { start, end, text }: Sentence,
): number {
  const starts = attributions
    .filter((each) => each.speaker === speaker)
    .flatMap(({ content }) => content)
    .filter((words) => words.end > start && words.start < end)
    .map((words) => words.start);
  return Math.max(0, Math.min(...starts) - start) / text.length;
}

function rank({ type }: Attribution, chars: number): number {
  return chars + (type === 'direct' ? 0.5 : 0);
}

function overlap(a: Slice, b: Slice): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

import type { Analysis, Attribution, Sentence, Slice } from '#lib/analysis/analysis.ts';
import type { Finding } from './comparison.ts';

/** Who speaks in a sentence, and the piece of it that is theirs; narration where nobody does. */
export type Voice = Pick<Finding, 'speaker' | 'role' | 'affiliation' | 'reportedBy' | 'voice'> & {
  actor: string | null;
  words: Slice | null;
  /** Share of the sentence's characters that are this speaker's, 0–1. */
  spoken: number;
};

const NARRATION: Voice = {
  speaker: null,
  role: null,
  affiliation: null,
  reportedBy: null,
  voice: 'narration',
  actor: null,
  words: null,
  spoken: 0,
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
  const spoken = spokenShare(attributions, speaker, sentence);
  return { speaker, role, affiliation, reportedBy, actor, voice: type, words: best.words, spoken };
}

function spokenShare(
  attributions: Attribution[],
  speaker: string | null,
  sentence: Sentence,
): number {
  const chars = attributions
    .filter((each) => each.speaker === speaker)
    .flatMap(({ content }) => content)
    .reduce((sum, words) => sum + Math.max(0, overlap(words, sentence)), 0);
  return Math.min(1, chars / sentence.text.length);
}

function rank({ type }: Attribution, chars: number): number {
  return chars + (type === 'direct' ? 0.5 : 0);
}

function overlap(a: Slice, b: Slice): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

import type { Factor, Slice } from '#lib/analysis/analysis.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Evidence, Finding } from './comparison.ts';
import { countedSentences, type AnalysedArticle, type CountedSentence } from './era-articles.ts';
import { findingWeight, SECONDARY_SHARE } from './finding-weight.ts';
import { voiceOfSentence, type Voice } from './voice-of-sentence.ts';

/** Every finding of the articles, in the order of the articles and of their sentences. */
export function findingsOf(topic: Topic, items: AnalysedArticle[]): Finding[] {
  return countedSentences(topic, items).flatMap((counted) => {
    const voice = voiceOfSentence(counted.analysis, counted.sentence);
    return sharesOf(counted).map(({ factor, share }) =>
      toFinding(topic, counted, voice, factor, share),
    );
  });
}

interface FactorShare {
  factor: Factor;
  share: number;
}

/**
 * The factors of a sentence: the first in full, the others in part. An estimate in figures of what
 * becomes of the main talks speaks of their outlook too, whatever it turns on.
 */
function sharesOf({ sentence }: CountedSentence): FactorShare[] {
  const shares = sentence.factors.map((factor, place) => ({
    factor,
    share: place === 0 ? 1 : SECONDARY_SHARE,
  }));
  return estimatesTheTalks(sentence)
    ? [...shares, { factor: 'outlook', share: SECONDARY_SHARE }]
    : shares;
}

const ABOUT_THE_TALKS: ReadonlySet<Factor> = new Set(['intent', 'terms', 'channels']);

function estimatesTheTalks({ factors, likelihood, axis }: CountedSentence['sentence']): boolean {
  const primary = factors[0];
  return (
    axis === null &&
    primary !== undefined &&
    ABOUT_THE_TALKS.has(primary) &&
    !factors.includes('outlook') &&
    likelihood.some(({ band }) => band !== 'unquantified')
  );
}

function toFinding(
  topic: Topic,
  { article, sentence, era }: CountedSentence,
  voice: Voice,
  factor: Factor,
  share: number,
): Finding {
  const { direction, axis, comparesEras, likelihood } = sentence;
  const { actor, words, ...told } = voice;
  const evidence = evidenceOf(article.id, sentence, words);
  const partyOfSpeaker = topic.actors.find(({ id }) => id === actor)?.party ?? null;
  return {
    evidence,
    era,
    factor,
    direction: direction ?? 'neutral',
    likelihood: likelihood.filter(
      ({ start, end }) => start >= evidence.start && end <= evidence.end,
    ),
    axis,
    comparesEras,
    ...told,
    weight: findingWeight({
      share,
      voice: voice.voice,
      isParty: partyOfSpeaker !== null,
      comparesEras,
    }),
  };
}

/** A briefing quotes at most 40 words in one piece. */
const QUOTED_MAX_WORDS = 40;
const QUOTED_MIN_WORDS = 8;

/** The sentence; where it is too long to quote, the words ascribed to the speaker. */
function evidenceOf(articleId: string, sentence: Slice, words: Slice | null): Evidence {
  const { start, end, text } = sentence;
  const isShorter =
    words !== null &&
    words.start >= start &&
    words.end <= end &&
    wordCount(text) > QUOTED_MAX_WORDS &&
    wordCount(words.text) >= QUOTED_MIN_WORDS;
  const slice = isShorter ? words : { start, end, text };
  return { articleId, start: slice.start, end: slice.end, text: slice.text };
}

/** Words of a text, as white space parts them. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

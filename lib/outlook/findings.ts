import type { Band, Direction, Sentence, Slice } from '#lib/analysis/analysis.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Evidence, Finding } from './comparison.ts';
import { backgroundOf } from './background.ts';
import { basisOf } from './basis.ts';
import { sentencesOfEras, type AnalysedArticle, type EraSentence } from './era-articles.ts';
import { findingWeight, SECONDARY_SHARE } from './finding-weight.ts';
import { voiceOfSentence, type Voice } from './voice-of-sentence.ts';
import { wordCount } from './word-count.ts';

/** Every finding of the articles, in the order of the articles and of their sentences. */
export function findingsOf(topic: Topic, items: AnalysedArticle[]): Finding[] {
  return sentencesOfEras(topic, items).flatMap((each) => {
    const voice = voiceOfSentence(each.analysis, each.sentence);
    return aspectsOf(each.sentence).map((aspect) => toFinding(topic, each, voice, aspect));
  });
}

/** One factor of a sentence, and what the sentence says on it. */
interface Aspect {
  factor: Factor;
  /** Share of the sentence's weight. */
  share: number;
  direction: Direction;
  comparesEras: boolean;
}

/**
 * The factors of a sentence, the first in full, the others in part; and the outlook it estimates. A
 * comparison by the sentence's own words is on its first factor.
 */
function aspectsOf(sentence: Sentence): Aspect[] {
  const aspects = sentence.factors.map((factor, place) => ({
    factor,
    share: (place === 0 ? 1 : SECONDARY_SHARE) * certainty(factor, sentence),
    direction: sentence.direction ?? 'neutral',
    comparesEras: sentence.comparesEras && place === 0,
  }));
  const estimate = estimateOfTalks(sentence);
  return estimate ? [...aspects, estimate] : aspects;
}

/** "A deal is possible" tells less of the outlook than "unlikely" does: Kent gave "possible" no number. */
const BARE_POSSIBILITY_SHARE = 0.5;

function certainty(factor: Factor, { likelihood }: Sentence): number {
  const isBare =
    factor === 'outlook' &&
    likelihood.length > 0 &&
    likelihood.every(({ band }) => band === 'unquantified');
  return isBare ? BARE_POSSIBILITY_SHARE : 1;
}

const ABOUT_THE_TALKS: ReadonlySet<Factor> = new Set(['intent', 'terms', 'channels']);
const IMPROBABLE: ReadonlySet<Band> = new Set(['unlikely', 'very-unlikely', 'almost-no-chance']);

/**
 * An estimate, in one of the seven bands, of what becomes of the main talks speaks of their outlook too,
 * whatever it turns on; its band for the talks says which way.
 */
function estimateOfTalks({ factors, likelihood, axis, direction }: Sentence): Aspect | null {
  const [primary] = factors;
  const estimate = likelihood.find(({ band }) => band !== 'unquantified');
  if (!estimate || !primary || axis !== null) return null;
  if (!ABOUT_THE_TALKS.has(primary) || factors.includes('outlook')) return null;
  const isAgainst = IMPROBABLE.has(estimate.talksBand ?? estimate.band);
  return {
    factor: 'outlook',
    share: SECONDARY_SHARE,
    direction: isAgainst ? 'against' : (direction ?? 'neutral'),
    comparesEras: false,
  };
}

function toFinding(
  topic: Topic,
  { article, analysis, sentence, era, isRepeat }: EraSentence,
  voice: Voice,
  { factor, share, direction, comparesEras }: Aspect,
): Finding {
  const { axis, likelihood } = sentence;
  const { actor, words, preface, ...told } = voice;
  const evidence = evidenceOf(article.id, sentence, words);
  const basis = basisOf(sentence, factor, voice.voice);
  const partyOfSpeaker = topic.actors.find(({ id }) => id === actor)?.party ?? null;
  return {
    evidence,
    era,
    factor,
    direction,
    likelihood: likelihood.filter((word) => isInside(word, evidence)),
    axis,
    comparesEras,
    references: analysis.references.filter((reference) => isInside(reference, evidence)),
    ...told,
    preface: evidence.text === words?.text ? 0 : preface,
    basis,
    setAside: isRepeat ? 'repeat' : backgroundOf(sentence, voice.voice, topic),
    weight: findingWeight({
      share,
      voice: voice.voice,
      basis,
      isParty: partyOfSpeaker !== null,
      comparesEras,
    }),
  };
}

function isInside({ start, end }: Slice, outer: Slice): boolean {
  return start >= outer.start && end <= outer.end;
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

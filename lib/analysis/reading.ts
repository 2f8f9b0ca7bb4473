import type { Topic } from '#lib/topic/topic.ts';
import type { Sentence } from './analysis.ts';
import { findAxis } from './axis.ts';
import { scoreFactors, type FactorScore } from './factors.ts';
import { findEstimates, markEstimates, type Estimated } from './likelihood.ts';
import { withObjects } from './odds-of-talks.ts';
import { withoutSourceWords } from './source-words.ts';
import { tagWords, type TaggedWord } from './tagged-words.ts';
import { topicLexicon } from './topic-lexicon.ts';

/** A sentence as the rules see it, before its neighbours are looked at. */
export interface Reading {
  draft: Pick<Sentence, 'start' | 'end' | 'text' | 'paragraph'>;
  words: TaggedWord[];
  estimates: (Estimated & { ofTalks: boolean })[];
  /** Strongest first. */
  scores: FactorScore[];
  axis: string | null;
  /** It explains a word, and says nothing about the talks. */
  definesAWord: boolean;
  /** It begins with a word that stands for something said before it. */
  pointsBack: boolean;
}

const POINTS_BACK = new Set(
  `it this that these those they he she we such both all the_three the_two the_pair the_move the_former the_latter
  there another there's it's that's the_same`
    .split(/\s+/)
    .map((word) => word.replace('_', ' ')),
);

/** "A protecting power is a country that …" */
const DEFINES_A_WORD = /^An? [\p{L} -]{3,40} (?:is|are) an? /u;
/** "Natanz is the country's main site." */
const DEFINES_A_NAME =
  /^\p{Lu}[\p{L}’' -]{2,40} (?:is|are|was|were) (?:the|an?|\p{Lu}[\p{L} ]{2,20}['’]s) /u;
/** What the definition of a name may mention without judging it. */
const MENTIONED = /^(?:capability|terms|topic:.*|party(?::.*)?)$/;

/** Reads one sentence by itself. */
export function readSentence(draft: Reading['draft'], topic: Topic): Reading {
  const plain = tagWords(draft.text, topicLexicon(topic));
  const estimates = withObjects(findEstimates(draft.text, draft.start), plain, draft.start);
  const tagged = markEstimates(plain, estimates, draft.start);
  const words = withoutSourceWords(tagged);
  const definesAWord = defines(draft.text, words);
  return {
    draft,
    words,
    estimates,
    definesAWord,
    scores: definesAWord ? [] : scoreFactors(words),
    axis: findAxis(words, topic),
    pointsBack: pointsBack(words),
  };
}

/** Whether a sentence only says what something is: no actor is its subject, nothing is judged. */
function defines(text: string, words: TaggedWord[]): boolean {
  if (DEFINES_A_WORD.test(text)) return true;
  if (!DEFINES_A_NAME.test(text)) return false;
  const actsFirst = words.slice(0, 2).some(({ classes }) => classes.has('party'));
  return (
    !actsFirst && words.every(({ classes }) => [...classes].every((name) => MENTIONED.test(name)))
  );
}

function pointsBack(words: TaggedWord[]): boolean {
  const spoken = words.filter(({ text }) => /[\p{L}]/u.test(text)).slice(0, 2);
  const [first = '', second = ''] = spoken.map(({ text }) => text);
  return POINTS_BACK.has(first) || POINTS_BACK.has(`${first} ${second}`);
}

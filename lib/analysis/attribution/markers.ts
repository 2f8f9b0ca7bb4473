import type { Phrase } from './phrase-core.ts';
import { phraseEndingAt, phraseStartingAt } from './phrases.ts';
import { possessorAt } from './possessors.ts';
import { nameAfter } from './subjects.ts';
import type { Token } from './tokens.ts';
import { isViewNoun } from './vocabulary.ts';

/** Words that ascribe the clause around them without a verb of saying: "according to Lee", "as Lee put it". */
export interface Marker {
  /** First and last token. */
  from: number;
  to: number;
  /** Last token of what is shown as the cue. */
  cueTo: number;
  source: Phrase;
}

/** The markers of a statement, outside quotations. */
export function findMarkers(tokens: Token[]): Marker[] {
  return tokens.flatMap((token, at) => {
    if (token.isQuoted) return [];
    switch (token.lower) {
      case 'according':
        return tokens[at + 1]?.lower === 'to' ? (named(tokens, at, at + 1) ?? []) : [];
      case 'as':
        return reportedBy(tokens, at) ?? put(tokens, at) ?? [];
      case 'in':
        return inTheWordsOf(tokens, at) ?? inTheViewOf(tokens, at) ?? [];
      default:
        return [];
    }
  });
}

/** The source stands behind the cue. */
function named(tokens: Token[], from: number, cueTo: number): Marker | null {
  const phrase = phraseStartingAt(tokens, cueTo + 1);
  const source = phrase && (nameAfter(tokens, phrase) ?? phrase);
  return source && { from, to: source.to, cueTo, source };
}

/** "as reported by Axios", "as quoted by two agencies" */
function reportedBy(tokens: Token[], at: number): Marker | null {
  const isReported = /^(?:reported|told|quoted|cited|recounted)$/u.test(
    tokens[at + 1]?.lower ?? '',
  );
  const isBehind = at > 0 && tokens[at - 1]?.text === ',';
  return isReported && isBehind && tokens[at + 2]?.lower === 'by'
    ? named(tokens, at, at + 2)
    : null;
}

const PUT_MAX_TOKENS = 14;

/** "as Lee, the envoy, put it" */
function put(tokens: Token[], at: number): Marker | null {
  for (let verb = at + 2; verb < Math.min(tokens.length, at + PUT_MAX_TOKENS); verb++) {
    if (!/^puts?$/u.test(tokens[verb]?.lower ?? '') || tokens[verb + 1]?.lower !== 'it') continue;
    const inFront = phraseStartingAt(tokens, at + 1);
    const source = inFront ?? phraseEndingAt(tokens, verb - 1);
    return source && { from: at, to: verb + 1, cueTo: verb + 1, source };
  }
  return null;
}

/** "in the words of Lee", "in the view of two officials" */
function inTheWordsOf(tokens: Token[], at: number): Marker | null {
  const [article, noun, link] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  const isMarker =
    article?.lower === 'the' && isViewNoun(noun?.lower ?? '') && link?.lower === 'of';
  return isMarker ? named(tokens, at, at + 3) : null;
}

/** "in Lee's view" */
function inTheViewOf(tokens: Token[], at: number): Marker | null {
  for (let noun = at + 2; noun < Math.min(tokens.length, at + PUT_MAX_TOKENS); noun++) {
    if (!isViewNoun(tokens[noun]?.lower ?? '')) continue;
    const source = possessorAt(tokens, noun - 1);
    return source?.from === at + 1 ? { from: at, to: noun, cueTo: noun, source } : null;
  }
  return null;
}

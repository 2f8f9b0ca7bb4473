import type { DirectionHint } from './direction-hints.ts';
import type { TaggedWord } from './tagged-words.ts';

const YEAR = /^(?:19|20)\d\d$/;
/** A sentence with one of these is about now or later, also where it names a year. */
const PRESENT =
  /^(?:will|would|is|are|am|may|might|could|can|cannot|should|must|now|today|currently|remains?|seeks?|wants?|says?|believes?|still|won't|isn't|aren't|can't)$/;
const QUOTE = /^[“”"]$/;
const SHORT_MAX_WORDS = 8;
/** "will depend on", "declined to comment" */
const UNDECIDED = ['contingent', 'no_comment'];
const HELD = ['meeting', 'contact', 'envoy', 'preparation', 'travel'];
/** Where one of these stands, a meeting is more than something that was held. */
const AHEAD = ['probable', 'improbable', 'possible', 'want', 'commit', 'resume', 'progress'];
const OPEN = ['open', 'unclear', 'condition'];

/**
 * What makes a sentence tell neither way: that it asks, leaves open, declines to comment, or only
 * recounts what was, and when, or is about another negotiation. Quotations and short sentences rather judge.
 */
export function factHints(words: TaggedWord[]): DirectionHint[] {
  const has = (names: string[]) =>
    words.some(({ classes }) => names.some((name) => classes.has(name)));
  const says = (pattern: RegExp) => words.some(({ text }) => pattern.test(text));
  const isDated = words.some(({ text }, at) => YEAR.test(text) && !isSince(words, at));
  const facts: [string, boolean][] = [
    ['fact/base', true],
    ['fact/asks', words.at(-1)?.text === '?'],
    ['fact/undecided', has(UNDECIDED)],
    ['fact/dated', isDated],
    ['fact/dated-past', isDated && !says(PRESENT)],
    ['fact/held', has(HELD) && !has(AHEAD)],
    ['fact/open', has(OPEN)],
    ['fact/side', has(['side'])],
    ['fact/market', has(['market'])],
    ['fact/quoted', says(QUOTE)],
    ['fact/short', words.length <= SHORT_MAX_WORDS],
  ];
  return facts.filter(([, holds]) => holds).map(([id]) => ({ id, value: 1 }));
}

/** "since late 2019": up to now. */
function isSince(words: TaggedWord[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some(({ text }) => text === 'since');
}

import { changeAt, type Change, type Told } from './amount-changes.ts';
import { worthOf } from './amount-worth.ts';
import type { Direction } from './analysis.ts';
import { clausesOf } from './clauses.ts';
import { BAD_THING, GOOD_THING, SUPERLATIVE } from './rules/words-of-amounts.ts';
import type { TaggedWord } from './tagged-words.ts';

const SUBJECT_MAX_WORDS = 12;
/** Matters of others than the parties, or of one of them alone. */
const ELSEWHERE = ['third', 'third_role', 'market', 'domestic', 'election'];

/**
 * How a plain sentence about the amount of something reads: "Trust is lower than in 2020" speaks against
 * talks, "Tensions have eased" for them. A comparison denied ("no lower than") is neutral, a verb denied turns
 * round. Null where no such statement is the sentence's main one, or two contradict each other.
 */
export function directionOfAmounts(words: TaggedWord[]): Direction | null {
  if (words.at(-1)?.text === '?') return null;
  const found = new Set(mainClauses(words).flatMap((texts) => directionsIn(texts)));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/**
 * The words of each clause that counts in full, one by one: a phrase that the lexicon knows is parted. What
 * goes on with its verb behind an inset ("Trust, she said, is lower") is joined to its beginning.
 */
function mainClauses(words: TaggedWord[]): string[][] {
  const clauses = new Map<number, { texts: string[]; isElsewhere: boolean }>();
  clausesOf(words).forEach(({ clause, share, isCondition }, at) => {
    const word = words[at];
    if (!word || share < 1 || isCondition) return;
    const known = clauses.get(clause) ?? { texts: [], isElsewhere: false };
    if (/[\p{L}\p{N}]/u.test(word.text)) known.texts.push(...word.text.split(' '));
    known.isElsewhere ||= ELSEWHERE.some((name) => word.classes.has(name));
    clauses.set(clause, known);
  });
  const plain = new Map(
    [...clauses].flatMap(([clause, { texts, isElsewhere }]) =>
      isElsewhere ? [] : [[clause, texts] as const],
    ),
  );
  return [...plain].map(([clause, texts]) =>
    AUXILIARY.test(texts[0] ?? '') ? [...(plain.get(clause - 2) ?? []), ...texts] : texts,
  );
}

function directionsIn(texts: string[]): Direction[] {
  return texts.flatMap((_, at) => {
    const told = changeAt(texts, at);
    const direction = told && (ofSubject(texts, told) ?? ofObject(texts, told));
    return direction ? [direction] : [];
  });
}

const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|been|being|remains?|remained|will|be|seems?|looks?|appears?|became|becomes?|become|grows?|grown|grew|growing|gets?|got|gotten|stands?|runs?|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't)$/u;
const ADVERB =
  /^(?:much|far|even|still|now|today|again|also|yet|somewhat|further|since|ever|all|just|both|only|already|largely|no|not|never|hardly|little|bit|lot|any|\p{L}+ly)$/u;
const DENIED = /^(?:no|not|never|hardly|\p{L}+n't)$/u;
/** Words behind a change that begin no object of it. */
const ENDS =
  /^(?:than|since|over|in|at|on|after|before|during|from|by|to|as|between|under|because|amid|and|but|while|when|with|across|for|even|ever|again|further|now|today|somewhat|too|this|that|year|among|level|levels|point|ebb|it|they|markedly|\p{L}+ly)$/u;

/** "Trust … is lower", "hopes have faded". */
function ofSubject(texts: string[], { change, from, to, isVerb }: Told): Direction | null {
  const next = texts[to + 1];
  if (next !== undefined && !ENDS.test(next)) return null;
  if (texts[to] === 'up' && /^(?:to|in|for|with|and)$/u.test(next ?? '')) return null;
  const start = startOfGroup(texts, from);
  const group = texts.slice(start, from);
  const isLinked = group.some((word) => AUXILIARY.test(word));
  if (!isLinked && !isVerb) return null;
  const subject = subjectBefore(texts, start);
  const worth = subject ? worthOf(subject) : 0;
  if (worth === 0) return null;
  const sign = isVerb ? 1 : signOfTime(group, texts.slice(to + 1));
  if (sign === 0) return null;
  const direction = directionOf(change, worth);
  if (sign < 0) return opposite(direction);
  const denied = group.find((word) => DENIED.test(word));
  // "has never been better" is best.
  if (!denied || (denied === 'never' && !isVerb)) return direction;
  if (!isVerb) return 'neutral';
  return opposite(direction);
}

function opposite(direction: Direction): Direction {
  return direction === 'favours' ? 'against' : 'favours';
}

/** "was higher than it is now" tells the opposite of now; "was higher" alone tells of the past only: 0. */
function signOfTime(group: string[], behind: string[]): 1 | -1 | 0 {
  if (!group.some((word) => /^(?:was|were)$/u.test(word))) return 1;
  const than = behind.indexOf('than');
  if (than < 0) return 0;
  return behind.slice(than).some((word) => /^(?:is|are|now|today)$/u.test(word)) ? -1 : 1;
}

/** Where auxiliaries and adverbs before a change begin; before a superlative also "at its". */
function startOfGroup(texts: string[], from: number): number {
  const isExtreme = SUPERLATIVE.test(texts[from] ?? '');
  let start = from;
  while (start > 0) {
    const word = texts[start - 1] ?? '';
    const isLittle = word === 'a' && /^(?:little|bit|lot)$/u.test(texts[start] ?? '');
    const isAt = isExtreme && /^(?:at|its|their|the)$/u.test(word);
    if (!AUXILIARY.test(word) && !ADVERB.test(word) && !isLittle && !isAt) return start;
    start--;
  }
  return start;
}

const MODAL =
  /^(?:would|could|should|may|might|must|can|cannot|can't|couldn't|wouldn't|to|needs?|needn't)$/u;
const SUPPOSED = /^(?:if|unless|until|whether|once)$/u;
const BOUND =
  /^(?:and|or|but|that|which|who|because|while|when|as|than|if|unless|until|whether|once|how|\p{L}+n't)$/u;

/** The words of the subject that ends there; null where it is only supposed. */
function subjectBefore(texts: string[], end: number): string[] | null {
  const least = Math.max(0, end - SUBJECT_MAX_WORDS);
  let start = end;
  while (start > least && !isBound(texts, start - 1)) start--;
  const isSupposed = SUPPOSED.test(texts[start - 1] ?? '') || MODAL.test(texts[end - 1] ?? '');
  return isSupposed ? null : texts.slice(start, end);
}

/** "the two sides and Kim" is one subject still: "and" between the parties behind "between" bounds nothing. */
function isBound(texts: string[], at: number): boolean {
  const word = texts[at] ?? '';
  if (word === 'and' && texts.slice(Math.max(0, at - 4), at).includes('between')) return false;
  return BOUND.test(word) || AUXILIARY.test(word);
}

/** "There is less trust than …", "The parties have fewer contacts than …". */
function ofObject(texts: string[], { change, from, to, isVerb }: Told): Direction | null {
  if (isVerb || SUPERLATIVE.test(texts[from] ?? '')) return null;
  const start = startOfGroup(texts, from);
  const group = texts.slice(start, from);
  const behind = texts.slice(to + 1);
  const end = behind.findIndex((word) => /^(?:than|now|today|exists?|remains?)$/u.test(word));
  const isHeld = group.some((word) => /^(?:is|are|was|were|remains?|has|have|had)$/u.test(word));
  const isThere = isHeld && texts[start - 1] === 'there';
  const isSubject = start === 0 && /^(?:exist|remain)/u.test(behind[end] ?? '');
  if (!isThere && !isSubject && !(isHeld && end >= 0)) return null;
  const sign = signOfTime(group, behind);
  const thing = end === -1 ? behind : behind.slice(0, end);
  const isFirst = GOOD_THING.test(thing[0] ?? '') || BAD_THING.test(thing[0] ?? '');
  const worth = isFirst ? worthOf(thing) : 0;
  if (worth === 0 || sign === 0) return null;
  if (sign < 0) return opposite(directionOf(change, worth));
  return group.some((word) => DENIED.test(word)) ? 'neutral' : directionOf(change, worth);
}

function directionOf(change: Change, worth: number): Direction {
  if (change === 'better') return 'favours';
  if (change === 'worse') return 'against';
  return (change === 'more') === worth > 0 ? 'favours' : 'against';
}

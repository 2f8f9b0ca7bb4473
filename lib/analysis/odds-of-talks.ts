import type { Slice } from './analysis.ts';
import type { TaggedWord } from './tagged-words.ts';

/** What talks consist of, or lead to. */
const TALKS = ['talks', 'meeting', 'deal', 'progress', 'resume'];
/** Where one of these comes first, the estimate is about it ("a test during the talks is unlikely"). */
const OTHER_EVENTS = ['provocation', 'capability', 'sanctions', 'election', 'third_role'];
/** A clause ends here; quotation marks and brackets only part the words of one. */
const END = /^(?:[,;:?!—–―…]|--)$/;
const SUBJECT_ENDS = ['turn', 'concession', 'condition', 'exception'];
const OBJECT_ENDS = [...SUBJECT_ENDS, 'background'];
const CLAUSE_MAX_WORDS = 14;
/** After an estimate, its object follows these; anything else is only where or when ("unlikely at the summit"). */
const OBJECT = /^(?:to|that|of|for|in|about|on|over|whether|a|an|the|any|no|if)$/;
const ADJECTIVE =
  /(?:likely|probable|possible|plausible|potential|certain|expected|doubtful|s[ck]eptical)$/i;
const DETERMINER = /^(?:the|an?|its|their|his|her|our|any|most|no|another)$/;

/** Estimates, each told whether it is about the talks; without demands that only sound like one. */
export function withObjects<T extends Slice>(
  estimates: T[],
  words: TaggedWord[],
  offset: number,
): (T & { ofTalks: boolean })[] {
  return estimates
    .filter((estimate) => !isDemand(estimate, words, offset))
    .map((estimate) => ({ ...estimate, ofTalks: isOfTalks(estimate, words, offset) }));
}

/**
 * Whether an estimate is about the talks: its object is ("unlikely that they will meet"), or its subject
 * where it has one ("a deal is likely"). "The likely venue of the talks" puts odds on a venue only.
 */
function isOfTalks(estimate: Slice, words: TaggedWord[], offset: number): boolean {
  const from = words.findIndex(({ end }) => end + offset > estimate.start);
  const next = words.findIndex(({ start }) => start + offset >= estimate.end);
  const after = next < 0 ? [] : clauseFrom(words.slice(next, next + CLAUSE_MAX_WORDS), OBJECT_ENDS);
  const before = clauseBefore(words.slice(Math.max(0, from - CLAUSE_MAX_WORDS), from));
  const own = words.slice(from, next < 0 ? words.length : next);
  const [noun] = after;
  const isAttributive = ADJECTIVE.test(estimate.text) && DETERMINER.test(before.at(-1)?.text ?? '');
  if (noun && isAttributive && !OBJECT.test(noun.text)) return names(noun, TALKS);
  return firstEvent(own) ?? firstEvent(before) ?? firstEvent(objectOf(after)) ?? false;
}

/** Words up to the end of their clause. */
function clauseFrom(words: TaggedWord[], openers: string[]): TaggedWord[] {
  const end = words.findIndex((word) => END.test(word.text) || names(word, openers));
  return end < 0 ? words : words.slice(0, end);
}

/** The subject keeps what stands beside it: "a test before the talks is unlikely". */
function clauseBefore(words: TaggedWord[]): TaggedWord[] {
  return clauseFrom([...words].reverse(), SUBJECT_ENDS).reverse();
}

function objectOf(after: TaggedWord[]): TaggedWord[] {
  const at = after.findIndex(({ text }) => text === 'at');
  return at < 0 ? after : after.slice(0, at);
}

/** Whether the first event among the words is one of the talks; null where there is none. */
function firstEvent(words: TaggedWord[]): boolean | null {
  const event = words.find((word) => names(word, TALKS) || names(word, OTHER_EVENTS));
  return event ? names(event, TALKS) : null;
}

function names({ classes }: TaggedWord, wanted: string[]): boolean {
  return classes.size > 0 && wanted.some((name) => classes.has(name));
}

const EXPECTS = /^(?:(?:they|we|he|she) )?expect(?:s|ed)?$/i;
/** "The United States expects North Korea to disarm": the other party stands between verb and "to". */
const DEMAND_MAX_WORDS = 4;

/** "… expects North Korea to disarm": a party that asks another one to act estimates nothing. */
function isDemand(estimate: Slice, words: TaggedWord[], offset: number): boolean {
  if (!EXPECTS.test(estimate.text)) return false;
  const at = words.findIndex(({ start }) => start + offset >= estimate.end);
  const after = at < 0 ? [] : words.slice(at, at + DEMAND_MAX_WORDS);
  const to = Math.max(
    0,
    after.findIndex(({ text }) => text === 'to'),
  );
  const namesParty = ({ classes }: TaggedWord) => classes.has('party');
  return after.slice(0, to).some(namesParty) && words.slice(0, at).some(namesParty);
}

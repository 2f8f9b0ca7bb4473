import { isCapital, isNameParticle, isPossessive, type Token } from './tokens.ts';
import {
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isFiniteVerb,
  isPreposition,
  isTime,
  isTitle,
  roleOf,
  singularOf,
  cueForm,
  isBodyWord,
  mayBeNoun,
} from './vocabulary.ts';

/** Words that may name a speaker: a pronoun, a name with its titles, or a description ("a senior official"). */
export interface Phrase {
  /** First and last token. */
  from: number;
  to: number;
  kind: 'pronoun' | 'name' | 'role' | 'joint';
  /** First and last token of the name without what stands before it; of the head noun for descriptions. */
  coreFrom: number;
  coreTo: number;
  /** Noun that says what the person or body is ("official"), in the singular; "" for bare names. */
  noun: string;
  isPlural: boolean;
  /** The two phrases that "and" joins. */
  parts?: [Phrase, Phrase];
}

export const PRONOUNS = new Set(['he', 'him', 'she', 'they', 'it']);
const MODIFIERS_MAX = 9;
/** Marks inside which a phrase does not reach. */
const BOUNDARY = new Set([',', ';', ':', '(', '—', '–', '―', '--', '.', '!', '?', '…']);

/** Whether a token ends the stretch in which a phrase can stand. */
export function isBoundary(token: Token | undefined): boolean {
  return !token || token.kind === 'speech' || BOUNDARY.has(token.text);
}

/** Name or description whose head stands at `to`, with titles, adjectives and determiner before it. */
export function coreEndingAt(tokens: Token[], to: number, floor = 0): Phrase | null {
  const last = tokens[to];
  if (last?.text === ')') return acronymEndingAt(tokens, to, floor);
  if (!last || last.kind !== 'word' || isPossessive(last)) return null;
  if (isNameWord(tokens, to)) return nameEndingAt(tokens, to, floor);
  const noun = roleOf(last);
  if (!noun || isFunctionWord(last)) return null;
  const from = withoutThat(tokens, modifiersStart(tokens, to, floor), to);
  const isPlural = singularOf(last.lower) !== last.lower || noun === 'people' || noun === 'other';
  return { from, to, kind: 'role', coreFrom: to, coreTo: to, noun, isPlural };
}

/** "the National Security Council (NSC)" */
function acronymEndingAt(tokens: Token[], to: number, floor: number): Phrase | null {
  for (let at = to - 1; at > Math.max(floor, to - 6); at--) {
    if (tokens[at]?.text !== '(') continue;
    const core = coreEndingAt(tokens, at - 1, floor);
    return core && { ...core, to };
  }
  return null;
}

function isNameWord(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!isCapital(token) || !token) return false;
  if (
    (isTime(token) && !isBodyWord(token)) ||
    isDeterminer(token) ||
    (isFunctionWord(token) && !isFamilyNameHe(tokens, at))
  )
    return false;
  if (isBodyWord(token) && isCapital(tokens[at - 1])) return true;
  return !(roleOf(token) && !isCapital(tokens[at - 1]));
}

function nameEndingAt(tokens: Token[], to: number, floor: number): Phrase {
  let coreFrom = to;
  while (coreFrom > floor && joinsName(tokens, coreFrom - 1)) coreFrom--;
  coreFrom = withOrganisationHead(tokens, coreFrom, floor);
  const noun = roleOf(tokens[to]) ?? roleOf(tokens[coreFrom - 1]) ?? '';
  const from = withoutThat(tokens, modifiersStart(tokens, coreFrom, floor), coreFrom);
  return { from, to, kind: 'name', coreFrom, coreTo: to, noun, isPlural: false };
}

/** "reported [that] Lee had told", "[that] the North's envoy had": a conjunction; but "that envoy". */
function withoutThat(tokens: Token[], from: number, head: number): number {
  if (tokens[from]?.lower !== 'that') return from;
  const next = tokens[from + 1];
  const isName = head > from && (isCapital(next) || isPossessive(next) || isDeterminer(next));
  return isName ? from + 1 : from;
}

/** "He Lifeng": a Chinese family name, no pronoun. */
export function isFamilyNameHe(tokens: Token[], at: number): boolean {
  return tokens[at]?.text === 'He' && isCapital(tokens[at + 1]);
}

function joinsName(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || isPossessive(token)) return false;
  if (isTime(token)) return isTimeInName(tokens, at);
  if (isFunctionWord(token) && !isFamilyNameHe(tokens, at)) return false;
  return isCapital(token) || isNameParticle(token);
}

/** "the [Evening] Ledger", "[38] North": no time of day and no date. */
function isTimeInName(tokens: Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!isCapital(next) || isTime(next)) return false;
  if (isCapital(token)) return isPartOfDay(token) && (before?.lower === 'the' || isCapital(before));
  return /^\d{1,3}$/u.test(token?.text ?? '') && !isTime(before) && !isPreposition(before);
}

function isPartOfDay(token: Token | undefined): boolean {
  return /^(?:morning|evening|daily|night|midday|today|time)$/u.test(token?.lower ?? '');
}

/** "Ministry of Foreign Affairs", "Center for Strategic and International Studies", "Secretary of State Ann Lee". */
function withOrganisationHead(tokens: Token[], from: number, floor: number): number {
  for (let at = from - 1; at > floor && at > from - 6; at--) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || isBoundary(token) || isPossessive(token)) return from;
    if (/^(?:of|for)$/u.test(token.lower) && isCapital(before) && !isPossessive(before)) {
      if (!roleOf(before) && !isTitle(before) && !isBodyWord(before)) return from;
      let start = at - 1;
      while (start > floor && joinsName(tokens, start - 1)) start--;
      return start;
    }
    if (!isCapital(token) && !/^(?:of|for|and|the|&)$/u.test(token.lower)) return from;
  }
  return from;
}

/** Leftmost adjective, noun or determiner that belongs to the head at `head`. */
function modifiersStart(tokens: Token[], head: number, floor: number): number {
  let from = head;
  while (from > floor && head - from < MODIFIERS_MAX) {
    const before = tokens[from - 1];
    if (isDeterminer(before)) return from - 1;
    if (!before || !isModifier(before)) break;
    from--;
  }
  return from;
}

function isModifier(token: Token): boolean {
  if (token.kind !== 'word' || isFunctionWord(token) || isTime(token)) return false;
  return (
    isCapital(token) ||
    ((!cueForm(token) || mayBeNoun(token)) &&
      !/^[a-z]+ing$/u.test(token.text) &&
      !isFiniteVerb(token)) ||
    isAdjective(token)
  );
}

/** Participles that describe speakers: "the so-called", "a US-based", "a retired general". */
function isAdjective({ lower }: Token): boolean {
  return (
    /-(?:based|level|ranking|run|controlled|backed)$/u.test(lower) ||
    /^(?:leading|retired|unnamed|unidentified|informed|renowned|ruling|presiding|working|united)$/u.test(
      lower,
    )
  );
}

export function isFunctionWord(token: Token): boolean {
  return (
    isPreposition(token) ||
    isConjunction(token) ||
    isAuxiliary(token) ||
    (isDeterminer(token) && !/^(?:one|two|three)$/u.test(token.lower)) ||
    PRONOUNS.has(token.lower) ||
    /^(?:i|we|you|us|him|them|me)$/u.test(token.text)
  );
}

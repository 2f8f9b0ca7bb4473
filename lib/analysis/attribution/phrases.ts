import { isCapital, isPossessive, type Token } from './tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isFiniteVerb,
  isInstitution,
  isPreposition,
  isTime,
  isTitle,
  roleOf,
  singularOf,
  startsPostmodifier,
  cueForm,
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

const PRONOUNS = new Set(['he', 'him', 'she', 'they', 'it']);
const SPAN_MAX_TOKENS = 26;
const MODIFIERS_MAX = 9;
/** Marks inside which a phrase does not reach. */
const BOUNDARY = new Set([',', ';', ':', '(', '—', '–', '―', '--', '.', '!', '?', '…']);

/** Whether a token ends the stretch in which a phrase can stand. */
export function isBoundary(token: Token | undefined): boolean {
  return !token || token.kind === 'speech' || BOUNDARY.has(token.text);
}

/** The phrase that ends right at token `to`, or null where the words before it name nobody. */
export function phraseEndingAt(tokens: Token[], to: number): Phrase | null {
  const at = skipTimeLeft(tokens, to);
  const last = tokens[at];
  if (!last || at < 0) return null;
  if (PRONOUNS.has(last.lower)) return pronounAt(at, last);
  const core = coreEndingAt(tokens, at);
  const outer = core ? outerOf(tokens, core) : null;
  return outer ?? core ?? describedBefore(tokens, at, at);
}

/** The phrase that begins at token `from`, as after "said" and "according to". */
export function phraseStartingAt(tokens: Token[], from: number): Phrase | null {
  const first = tokens[from];
  if (!first) return null;
  if (PRONOUNS.has(first.lower) && !isFamilyNameHe(tokens, from)) return pronounAt(from, first);
  const end = regionEnd(tokens, from);
  const core = end > from ? coreEndingAt(tokens, end - 1, from) : null;
  if (!core || core.from > from + 1) return null;
  const joint = jointAfter(tokens, core);
  if (joint) return joint;
  return core.kind === 'role' ? { ...core, to: postmodifierEnd(tokens, core.to) } : core;
}

function pronounAt(at: number, { lower }: Token): Phrase {
  const isPlural = lower === 'they';
  return { from: at, to: at, kind: 'pronoun', coreFrom: at, coreTo: at, noun: '', isPlural };
}

/** Name or description whose head stands at `to`, with titles, adjectives and determiner before it. */
function coreEndingAt(tokens: Token[], to: number, floor = 0): Phrase | null {
  const last = tokens[to];
  if (last?.text === ')') return acronymEndingAt(tokens, to, floor);
  if (!last || last.kind !== 'word' || isPossessive(last)) return null;
  if (isNameWord(tokens, to)) return nameEndingAt(tokens, to, floor);
  const noun = roleOf(last);
  if (!noun || isFunctionWord(last)) return null;
  const from = modifiersStart(tokens, to, floor);
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
    isTime(token) ||
    isDeterminer(token) ||
    (isFunctionWord(token) && !isFamilyNameHe(tokens, at))
  )
    return false;
  return !(roleOf(token) && !isCapital(tokens[at - 1]));
}

function nameEndingAt(tokens: Token[], to: number, floor: number): Phrase {
  let coreFrom = to;
  while (coreFrom > floor && joinsName(tokens, coreFrom - 1)) coreFrom--;
  coreFrom = withOrganisationHead(tokens, coreFrom, floor);
  const noun = roleOf(tokens[to]) ?? roleOf(tokens[coreFrom - 1]) ?? '';
  const from = modifiersStart(tokens, coreFrom, floor);
  return { from, to, kind: 'name', coreFrom, coreTo: to, noun, isPlural: false };
}

/** "He Lifeng": a Chinese family name, no pronoun. */
function isFamilyNameHe(tokens: Token[], at: number): boolean {
  return tokens[at]?.text === 'He' && isCapital(tokens[at + 1]);
}

function joinsName(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || isPossessive(token) || isTime(token)) return false;
  if (isFunctionWord(token) && !isFamilyNameHe(tokens, at)) return false;
  return isCapital(token) || /^(?:al|bin|de|del|der|van|von|&)$/u.test(token.text);
}

/** "Ministry of Foreign Affairs", "Center for Strategic and International Studies", "Secretary of State Ann Lee". */
function withOrganisationHead(tokens: Token[], from: number, floor: number): number {
  for (let at = from - 1; at > floor && at > from - 6; at--) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || isBoundary(token) || isPossessive(token)) return from;
    if (/^(?:of|for)$/u.test(token.lower) && isCapital(before) && !isPossessive(before)) {
      if (!roleOf(before) && !isTitle(before)) return from;
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

function isFunctionWord(token: Token): boolean {
  return (
    isPreposition(token) ||
    isConjunction(token) ||
    isAuxiliary(token) ||
    (isDeterminer(token) && !/^(?:one|two|three)$/u.test(token.lower)) ||
    PRONOUNS.has(token.lower) ||
    /^(?:i|we|you|us|him|them|me)$/u.test(token.text)
  );
}

/** The description that a core completes: "officials from [the State Department]". */
function outerOf(tokens: Token[], core: Phrase): Phrase | null {
  const before = tokens[core.from - 1];
  if (!before) return null;
  if (before.lower === 'and') return jointBefore(tokens, core);
  if (isPreposition(before) || startsPostmodifier(before))
    return describedBefore(tokens, core.from - 1, core.to);
  return null;
}

/** "Ann Lee and Bo Berg", "Kyodo and others"; but "officials from A and B" are officials. */
function jointBefore(tokens: Token[], core: Phrase): Phrase | null {
  const left = core.from >= 2 ? coreEndingAt(tokens, core.from - 2) : null;
  if (!left) return null;
  const outer = outerOf(tokens, left);
  if (outer?.kind === 'role') return { ...outer, to: core.to };
  return joint(left, core);
}

function joint(left: Phrase, right: Phrase): Phrase {
  const { to, coreTo } = right;
  return { ...left, to, coreTo, kind: 'joint', isPlural: true, parts: [left, right] };
}

function jointAfter(tokens: Token[], core: Phrase): Phrase | null {
  if (tokens[core.to + 1]?.lower !== 'and') return null;
  const from = core.to + 2;
  const end = regionEnd(tokens, from);
  const right = end > from ? coreEndingAt(tokens, end - 1, from) : null;
  if (!right || right.from !== from) return null;
  return joint(core, right);
}

/** A description with what follows its noun: "a person familiar with the talks", "experts who spoke to us". */
function describedBefore(tokens: Token[], from: number, to: number): Phrase | null {
  let found: Phrase | null = null;
  let hasVerb = false;
  for (let at = from; at > Math.max(0, to - SPAN_MAX_TOKENS); at--) {
    const [noun, next] = [tokens[at - 1], tokens[at]];
    if ((isBoundary(next) && next?.text !== ')') || isBoundary(noun) || next?.lower === 'that')
      break;
    const isRelative = /^(?:who|that)$/u.test(next?.lower ?? '');
    if (isFiniteVerb(next) && !startsPostmodifier(next)) hasVerb = true;
    if (!startsPostmodifier(next) || (hasVerb && !isRelative)) continue;
    const core = coreEndingAt(tokens, at - 1);
    if (core?.kind !== 'role') continue;
    found = { ...core, to };
    if (isRelative) hasVerb = false;
  }
  return found;
}

/** End of the words before the first preposition, verb, conjunction or mark. */
function regionEnd(tokens: Token[], from: number): number {
  let at = from;
  if (isDeterminer(tokens[at]) || isPossessive(tokens[at])) at++;
  while (at < tokens.length && at < from + SPAN_MAX_TOKENS) {
    const token = tokens[at];
    if (!token || isBoundary(token)) break;
    const linksName = /^(?:of|for)$/u.test(token.lower) && linksTitle(tokens, at);
    const isOpen = isFunctionWord(token) && !isFamilyNameHe(tokens, at);
    if (!linksName && (isOpen || isTime(token) || startsPostmodifier(token))) break;
    if (
      !linksName &&
      !isCapital(token) &&
      !isAttributive(tokens, at) &&
      (isFiniteVerb(token) || (cueForm(token) && !roleOf(token)) || isAdverb(token))
    )
      break;
    at++;
  }
  return at;
}

/** "an [unnamed] official", "a [retired] general": after a determiner, a participle describes. */
function isAttributive(tokens: Token[], at: number): boolean {
  return /^[a-z]+ed$/u.test(tokens[at]?.text ?? '') && isDeterminer(tokens[at - 1]);
}

function linksTitle(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1]?.lower === 'the' ? tokens[at + 2] : tokens[at + 1];
  return (
    isCapital(before) &&
    isCapital(after) &&
    (isTitle(before) || isInstitution(roleOf(before) ?? ''))
  );
}

function postmodifierEnd(tokens: Token[], to: number): number {
  const next = tokens[to + 1];
  if (!startsPostmodifier(next) || /^(?:who|speaking|to)$/u.test(next?.lower ?? '')) return to;
  let at = to + 1;
  while (at + 1 < tokens.length && at < to + SPAN_MAX_TOKENS) {
    const token = tokens[at + 1];
    if (
      isBoundary(token) ||
      isFiniteVerb(token) ||
      /^(?:who|that|which|when|as|on)$/u.test(token?.lower ?? '')
    )
      break;
    at++;
  }
  return at;
}

/** Steps back over "Monday", "on Oct. 3", "last week" between a subject and its verb. */
function skipTimeLeft(tokens: Token[], to: number): number {
  let at = to;
  while (at > 0 && isTime(tokens[at])) at--;
  if (at === to) return to;
  while (at > 0 && /^(?:on|in|last|this|late|early)$/u.test(tokens[at]?.lower ?? '')) at--;
  return at;
}

import { isCapital, isPossessive, type Token } from './tokens.ts';
import {
  isAdverb,
  isBodyWord,
  isDeterminer,
  isFiniteVerb,
  isOutletNoun,
  isPreposition,
  isTime,
  isTitle,
  roleOf,
  startsPostmodifier,
  cueForm,
} from './vocabulary.ts';

import {
  coreEndingAt,
  isBoundary,
  isFamilyNameHe,
  isFunctionWord,
  PRONOUNS,
  type Phrase,
} from './phrase-core.ts';

const SPAN_MAX_TOKENS = 26;

/** The phrase that ends right at token `to`, or null where the words before it name nobody. */
export function phraseEndingAt(tokens: Token[], to: number): Phrase | null {
  const at = skipTimeLeft(tokens, to);
  const last = tokens[at];
  if (!last || at < 0) return null;
  if (PRONOUNS.has(last.lower)) return pronounAt(at, last);
  const core = coreEndingAt(tokens, at);
  if (!core) return describedBefore(tokens, at, at);
  return outerOf(tokens, core) ?? (isObject(tokens, core) ? null : core);
}

/** The phrase that begins at token `from`, as after "said" and "according to". */
export function phraseStartingAt(tokens: Token[], from: number): Phrase | null {
  const first = tokens[from];
  if (!first) return null;
  if (PRONOUNS.has(first.lower) && !isFamilyNameHe(tokens, from)) return pronounAt(from, first);
  if (isPartOf(tokens, from)) {
    const whole = phraseStartingAt(tokens, from + 2);
    return whole?.kind === 'role' ? partOf(tokens, whole, from) : null;
  }
  const end = regionEnd(tokens, from);
  const core = end > from ? coreEndingAt(tokens, end - 1, from) : null;
  if (!core || core.from > from + 1) return null;
  const joint = jointAfter(tokens, core) ?? outletNamed(tokens, core);
  if (joint) return joint;
  return core.kind === 'role' ? { ...core, to: postmodifierEnd(tokens, core.to) } : core;
}

/** "[one of] the officials" */
function isPartOf(tokens: Token[], at: number): boolean {
  return (
    /^(?:one|two|three|some|several|many|most|both|none)$/u.test(tokens[at]?.lower ?? '') &&
    tokens[at + 1]?.lower === 'of' &&
    isDeterminer(tokens[at + 2])
  );
}

function partOf(tokens: Token[], whole: Phrase, from: number): Phrase {
  return { ...whole, from, isPlural: tokens[from]?.lower !== 'one' };
}

/** "the outlet [The Ledger]": a name that begins with an article. */
function outletNamed(tokens: Token[], { from, to, noun }: Phrase): Phrase | null {
  if (!isOutletNoun(noun) || tokens[to + 1]?.text !== 'The') return null;
  const name = phraseStartingAt(tokens, to + 1);
  return name?.kind === 'name' ? { ...name, from, noun } : null;
}

function pronounAt(at: number, { lower }: Token): Phrase {
  const isPlural = lower === 'they';
  return { from: at, to: at, kind: 'pronoun', coreFrom: at, coreTo: at, noun: '', isPlural };
}

/** "a forum in [Oslo]": words that a preposition governs are no subject; their head was not understood. */
function isObject(tokens: Token[], core: Phrase): boolean {
  return /^(?:of|in|from|at|with|for|by|near|to|about|against|towards?)$/u.test(
    tokens[core.from - 1]?.lower ?? '',
  );
}

/** The description that a core completes: "officials from [the State Department]". */
function outerOf(tokens: Token[], core: Phrase): Phrase | null {
  const before = tokens[core.from - 1];
  if (!before) return null;
  if (isPartOf(tokens, core.from - 2) && core.kind === 'role')
    return partOf(tokens, core, core.from - 2);
  if (before.lower === 'and') return jointBefore(tokens, core);
  if (isPreposition(before) || startsPostmodifier(before))
    return describedBefore(tokens, core.from - 1, core.to) ?? headBefore(tokens, core);
  return null;
}

/** "[Ann Lee] of the Lake Institute", "[the Chamber of Commerce] in Oslo": the name before the preposition. */
function headBefore(tokens: Token[], core: Phrase): Phrase | null {
  const link = tokens[core.from - 1]?.lower ?? '';
  const owner = tokens[core.from - 2];
  // "Lloyd's of London"
  if (isPossessive(owner) && isCapital(owner) && link === 'of')
    return { ...core, kind: 'name', from: core.from - 2, coreFrom: core.from - 2 };
  const head = core.from >= 2 ? coreEndingAt(tokens, core.from - 2) : null;
  if (head?.kind !== 'name') return null;
  const outer = outerOf(tokens, head);
  if (outer) return { ...outer, to: core.to };
  const isBody = tokens.slice(head.coreFrom, head.coreTo + 1).some((token) => isBodyWord(token));
  if (!(isBody ? /^(?:of|for|in|at)$/u : /^(?:of|from|at|with)$/u).test(link)) return null;
  return { ...head, to: core.to };
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
  return isCapital(before) && isCapital(after) && (isTitle(before) || isBodyWord(before));
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
  while (at > to && isAdverb(tokens[at])) at--;
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

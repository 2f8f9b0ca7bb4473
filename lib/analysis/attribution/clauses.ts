import type { Span } from './claim.ts';
import { findContentAfter } from './content-after.ts';
import type { Cue } from './cues.ts';
import { phraseStartingAt } from './phrases.ts';
import { opensClause } from './that-clause.ts';
import type { Token } from './tokens.ts';
import { isDeterminer, isFiniteVerb, isSubordinator } from './vocabulary.ts';

const CLAUSE_MIN_TOKENS = 3;
const VERB_WITHIN_TOKENS = 40;

/** Whether tokens in `[from, to)` hold a clause: long enough, and with a finite verb. */
export function hasClause(tokens: Token[], from: number, to: number): boolean {
  if (to - from < CLAUSE_MIN_TOKENS) return false;
  const end = Math.min(to, from + VERB_WITHIN_TOKENS);
  for (let at = from; at < end; at++) if (isFiniteVerb(tokens[at])) return true;
  return false;
}

/** End (exclusive) of a clause that cue `index` introduces at `from`: the next cue's words stop it. */
export function clauseEnd(tokens: Token[], cues: Cue[], index: number, from: number): number {
  let end = endOfPart(tokens, cues, index) ?? tokens.length;
  for (const later of cues.slice(index + 1, index + 4)) {
    if (later.from <= from || (later.isInherited && !introduces(tokens, later))) continue;
    const stop = later.isInherited ? inheritedStop(tokens, later) : ownStop(tokens, later, from);
    if (stop !== null && stop > from) {
      end = Math.min(end, stop);
      break;
    }
  }
  const isParticiple = /ing$/u.test(tokens[cues[index]?.from ?? -1]?.lower ?? '');
  for (let at = from; at < end; at++)
    if (
      endsByPhrase(tokens, at) ||
      passesOn(tokens, at) ||
      (isParticiple && joinsParticiple(tokens, at))
    )
      return at;
  return end;
}

/**
 * "[Noting that the door is open], Lee said", "When Lee said [he would come], …", "the offer, which Lee called
 * [an insult], …": a part of the sentence ends before the rest goes on.
 */
function endOfPart(tokens: Token[], cues: Cue[], index: number): number | null {
  const at = cues[index]?.from ?? 0;
  if (isSubordinator(tokens[0]) && commaBehind(tokens, 0) > at) return commaBehind(tokens, at);
  const isRelative = /^(?:which|who)$/u.test(
    tokens[(cues[index]?.subjectFrom ?? 0) - 1]?.lower ?? '',
  );
  if (isRelative) return breakBehind(tokens, at);
  const main = cues.find(({ from, isInherited }) => from > 0 && !isInherited);
  if (cues[index]?.from !== 0 || !main) return null;
  return tokens[main.subjectFrom - 1]?.text === ',' ? main.subjectFrom - 1 : null;
}

/** ", saying it is over [and even leaving]": coordinate with the cue, no part of the clause. */
function joinsParticiple(tokens: Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'and' || tokens[at]?.isQuoted) return false;
  const verb = /^(?:even|also|then)$/u.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const isVerb =
    /^\p{Ll}{2,}ing$/u.test(tokens[verb]?.text ?? '') && isDeterminer(tokens[verb + 1]);
  return isVerb || (verb === at + 2 && /^\p{Ll}{2,}ing$/u.test(tokens[verb]?.text ?? ''));
}

/** Index of the first comma or dash behind a token, outside quotations. */
function breakBehind(tokens: Token[], at: number): number {
  const mark = tokens.findIndex(
    ({ text, isQuoted }, i) => i > at && /^(?:,|—|–|--)$/u.test(text) && !isQuoted,
  );
  return mark < 0 ? tokens.length : mark;
}

/** Index of the first comma behind a token, outside quotations. */
function commaBehind(tokens: Token[], at: number): number {
  const comma = tokens.findIndex(({ text, isQuoted }, i) => i > at && text === ',' && !isQuoted);
  return comma < 0 ? tokens.length : comma;
}

/** "Lee said it is over[, and Berg that it is not]": the verb is left out, the subject is another. */
function passesOn(tokens: Token[], at: number): boolean {
  if (!/^[,;]$/u.test(tokens[at]?.text ?? '') || tokens[at]?.isQuoted) return false;
  const from = /^(?:and|but|while)$/u.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const phrase = phraseStartingAt(tokens, from);
  if (phrase?.kind !== 'name') return false;
  const that = tokens[phrase.to + 1]?.text === ',' ? phrase.to + 2 : phrase.to + 1;
  return tokens[that]?.lower === 'that' && opensClause(tokens, that);
}

function introduces(tokens: Token[], cue: Cue): boolean {
  return /^(?:speech|that|clause)$/u.test(findContentAfter(tokens, cue).kind);
}

/** ", adding that", "and said that". */
function inheritedStop(tokens: Token[], { from }: Cue): number | null {
  const before = tokens[from - 1];
  if (before?.text === ',') return from - 1;
  if (!/^(?:and|but|then)$/u.test(before?.lower ?? '')) return null;
  return tokens[from - 2]?.text === ',' ? from - 2 : from - 1;
}

/** "…, while Berg said": another speaker's clause. */
function ownStop(tokens: Token[], { subjectFrom, isInverted }: Cue, from: number): number | null {
  if (isInverted || subjectFrom - 2 <= from) return null;
  const [comma, joint] = [tokens[subjectFrom - 2], tokens[subjectFrom - 1]];
  const isJoined = /^(?:while|but|and|whereas|though|although|as)$/u.test(joint?.lower ?? '');
  if (comma?.text === ',' && isJoined) return subjectFrom - 2;
  return joint?.text === ';' ? subjectFrom - 1 : null;
}

function endsQuotedComma(tokens: Token[], at: number): boolean {
  return tokens[at]?.text === ',' && !!tokens[at]?.isQuoted && !tokens[at + 1]?.isQuoted;
}

/** ", according to …", ", without giving details" and `… over," raising hopes` are the narrator's. */
function endsByPhrase(tokens: Token[], at: number): boolean {
  if (endsQuotedComma(tokens, at - 1)) return /^\p{Ll}+ing$/u.test(tokens[at]?.text ?? '');
  if (tokens[at]?.text !== ',' || tokens[at]?.isQuoted) return false;
  const [first, second] = [tokens[at + 1]?.lower ?? '', tokens[at + 2]?.lower ?? ''];
  if (first === 'according' && second === 'to') return true;
  return (
    first === 'without' &&
    /^(?:providing|giving|elaborating|offering|specifying|naming|going)$/u.test(second)
  );
}

/** The slice that tokens `[from, to)` cover, with whole quotations and without marks at its edges. */
export function clauseSpan(tokens: Token[], from: number, to: number): Span | null {
  let [first, last] = [from, to - 1];
  while (first <= last && isConnective(tokens, first)) first++;
  while (last >= first && isTrimmed(tokens[last])) last--;
  if (first > last) return null;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** "However," and the like join a claim to its context; they are no part of it. */
function isConnective(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'mark') return !/^[([]$/u.test(token.text);
  if (/^(?:but|yet|and)$/u.test(token?.lower ?? '')) return true;
  return (
    /^(?:however|meanwhile|still|moreover|nevertheless|though|therefore|instead)$/u.test(
      token?.lower ?? '',
    ) &&
    (tokens[at + 1]?.text === ',' || /^(?:though)$/u.test(token?.lower ?? ''))
  );
}

function isTrimmed(token: Token | undefined): boolean {
  return token?.kind === 'mark' && !token.isQuoted && /^[,.;:—–―?!-]+$/u.test(token.text);
}

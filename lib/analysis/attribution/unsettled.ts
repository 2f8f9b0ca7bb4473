import type { Claim, Span } from './claim.ts';
import { isImagined } from './imagined.ts';
import { phraseStartingAt } from './phrases.ts';
import { isPossessive, type Token } from './tokens.ts';
import { isClaimNoun, isConjunction, isFiniteVerb, isSpeechNoun, roleOf } from './vocabulary.ts';

const ASKED = /^(?:asked|asking|questioned|pressed|quizzed)$/u;
const ASKED_FOR = /^(?:whether|if|about|why|how|what|when|where|who)$/u;
const DENY =
  /^(?:deny|denie[ds]|denying|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|rebut(?:s|ted)|contradict(?:s|ed|ing)|disown(?:s|ed|ing)?)$/u;
const UNTRUE = /^(?:false|untrue|fabricated|fake|baseless|invented|incorrect|misleading|wrong)$/u;
const BE = /^(?:is|are|was|were|as)$/u;
/** Verbs that put another's words into a speaker's mouth. */
const REPEAT =
  /^(?:quoting|echoing|repeating|paraphrasing|parroting|reciting|reading|mimicking|citing|retweeting|reposting|forwarding|relaying)$/u;
/** Of these, what leaves no word of a clause to the speaker: "Lee, paraphrasing Berg, said that …". */
const RETELL = /^(?:quoting|paraphrasing|parroting|reciting|mimicking)$/u;
/** In the past they introduce the words themselves: `Lee quoted Berg: "…"`. */
const REPEATED =
  /^(?:quote[sd]|echoe[sd]|repeat(?:s|ed)|paraphrase[sd]|parroted|recite[sd]|reads?|mimicked|cite[sd]|recall(?:s|ed)|retweet(?:s|ed)|repost(?:s|ed)|share[sd]|forward(?:s|ed)|relay(?:s|ed))$/u;
/** Words between such a verb and what it governs. */
const REACH_TOKENS = 12;

/**
 * Takes the speaker from words that nobody is sure to have said: questions ("asked whether …"), conditions and
 * fiction ("if Lee says …"), words that are denied ("denied that Lee said …", "Lee's claim that … was false") and
 * words of another ("quoting Lee, Berg said"). Clauses of that kind are no claims at all.
 */
export function withoutUnsettled(claims: Claim[], tokens: Token[]): Claim[] {
  const asked = tokens.flatMap((_, at) => askedSpan(tokens, at) ?? []);
  const denied = tokens.flatMap((_, at) => deniedSpan(tokens, at) ?? []);
  return claims.flatMap((claim) => {
    const isOpen =
      asked.some((span) => holds(span, claim)) ||
      denied.some((span) => holds(span, claim) && !isOwn(span, claim, tokens)) ||
      isCalledUntrue(claim, tokens) ||
      isImagined(claim, tokens);
    if (isOpen) return claim.isSpeech ? unclaimed(claim) : [];
    if (claim.isSpeech) return repeatsAnother(claim, tokens, REPEAT) ? unclaimed(claim) : claim;
    return repeatsAnother(claim, tokens, RETELL) ? [] : claim;
  });
}

function unclaimed(claim: Claim): Claim {
  return { ...claim, source: null, cue: null, medium: null, isContinued: false };
}

function holds({ start, end }: Span, { content }: Claim): boolean {
  return content.some((span) => span.start >= start && span.start < end);
}

/** The denial is a claim of the one who denies; "rejected [Lee's claim that …]" leaves the claim with Lee. */
function isOwn({ start }: Span, { cue, isSpeech }: Claim, tokens: Token[]): boolean {
  if (!cue) return false;
  return (tokens[cue.from]?.start ?? 0) <= start || (!isSpeech && isOfNoun(cue, tokens));
}

function isOfNoun({ from }: { from: number }, tokens: Token[]): boolean {
  return isClaimNoun(tokens[from]?.lower ?? '') && tokens[from + 1]?.lower === 'that';
}

/** "Asked [whether …]," up to the comma that ends it. */
function askedSpan(tokens: Token[], at: number): Span | null {
  const token = tokens[at];
  if (!token || token.isQuoted || !ASKED.test(token.lower)) return null;
  const from = tokens
    .slice(at + 1, at + REACH_TOKENS)
    .findIndex(({ lower, isQuoted }) => !isQuoted && ASKED_FOR.test(lower));
  if (from < 0) return null;
  const start = at + 1 + from;
  const isBroken = tokens.slice(at + 1, start).some((one) => isMark(one) || one.kind === 'speech');
  return isBroken ? null : spanTo(tokens, at, partEnd(tokens, start));
}

/** "denied [that Lee said …]", "dismissed [reports that …]", "falsely claimed [that Lee said …]". */
function deniedSpan(tokens: Token[], at: number): Span | null {
  const token = tokens[at];
  if (!token || token.isQuoted || !(DENY.test(token.lower) || isUntrueHere(tokens, at)))
    return null;
  return spanTo(tokens, at, denialEnd(tokens, at + 1));
}

/** "[falsely] claimed", "called [false]": but not "was false". */
function isUntrueHere(tokens: Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1]?.lower ?? '', tokens[at]?.lower ?? ''];
  if (/^(?:falsely|wrongly)$/u.test(before)) return /^(?:claim|say|said|alleg|assert)/u.test(token);
  return UNTRUE.test(token) && /^(?:call(?:s|ed|ing))$/u.test(before);
}

function denialEnd(tokens: Token[], from: number): number {
  const end = partEnd(tokens, from);
  let isLedIn = false;
  for (let at = from; at < end; at++) {
    const word = tokens[at]?.lower ?? '';
    if (word === 'that') isLedIn = true;
    if (/^(?:while|but|whereas|although|though)$/u.test(word)) return at;
    if (word === 'and' && !isLedIn && !tokens[at]?.isQuoted) return at;
  }
  return end;
}

/** End of a part of the sentence: its comma, or the comma in the quotation that closes it. */
function partEnd(tokens: Token[], from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'speech') {
      if (/[,.?!]["”’'»]*$/u.test(token.text)) return at + 1;
    } else if (token?.text === ';') return at;
    else if (
      token?.text === ',' &&
      (token.isQuoted ? !tokens[at + 1]?.isQuoted : !leadsIn(tokens, at))
    )
      return at;
  }
  return tokens.length;
}

/** "said[,] "…"": the comma before a quotation. */
function leadsIn(tokens: Token[], comma: number): boolean {
  return tokens[comma + 1]?.kind === 'speech';
}

function spanTo(tokens: Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** "Lee's claim that … [was false]": judged right behind the words, or at their end. */
function isCalledUntrue({ content, cue }: Claim, tokens: Token[]): boolean {
  if (!cue) return false;
  const { start = 0, end = 0 } = content.at(-1) ?? {};
  const behind = tokens.findIndex((token) => token.start >= end);
  if (behind >= 0 && isUntrueAt(tokens, behind)) return true;
  if (!isOfNoun(cue, tokens)) return false;
  const inside = tokens.map((_, at) => at).filter((at) => within(tokens[at], start, end));
  const verbs = inside.filter((at) => isFiniteVerb(tokens[at]));
  return verbs.length > 1 && isUntrueAt(tokens, verbs.at(-1) ?? 0);
}

function within(token: Token | undefined, from: number, to: number): boolean {
  return !!token && token.start >= from && token.end <= to;
}

/** "was entirely false" */
function isUntrueAt(tokens: Token[], at: number): boolean {
  if (tokens[at]?.isQuoted || !BE.test(tokens[at]?.lower ?? '')) return false;
  return tokens.slice(at + 1, at + 4).some(({ lower }) => UNTRUE.test(lower));
}

/** "[Quoting Lee], Berg said: …", "Berg, [reading from Lee's letter], said …", "…," Berg said, [quoting Lee]. */
function repeatsAnother({ content, cue }: Claim, tokens: Token[], repeat: RegExp): boolean {
  const start = content[0]?.start ?? 0;
  const speech = tokens.findIndex((token) => token.start === start);
  const isBefore = (at: number) =>
    at < speech &&
    !tokens.slice(at, speech).some(({ kind, text }) => kind === 'speech' || text === ';');
  const isBehind = (at: number) =>
    !!cue &&
    at > speech &&
    at > cue.to &&
    at <= cue.to + REACH_TOKENS &&
    tokens[at - 1]?.text === ',';
  return tokens.some(
    ({ lower, isQuoted }, at) =>
      !isQuoted &&
      ((repeat.test(lower) && (isBefore(at) || (isBehind(at) && lower !== 'citing'))) ||
        (!cue && REPEATED.test(lower) && isBefore(at))) &&
      namesVoice(tokens, at + 1),
  );
}

/** "from [Lee's] letter", "[Lee]", "the words of [Lee]": somebody, rather than a thing, is repeated. */
function namesVoice(tokens: Token[], from: number): boolean {
  for (let at = from; at < from + REACH_TOKENS && tokens[at] && !isMark(tokens[at]); at++) {
    const token = tokens[at];
    if (token?.kind === 'speech' || isFiniteVerb(token) || isConjunction(token)) return false;
    const phrase = phraseStartingAt(tokens, at);
    if (phrase && phrase.kind !== 'pronoun') return true;
    if (isPossessive(token) || isSpeechNoun(token?.lower ?? '') || roleOf(token)) return true;
  }
  return false;
}

function isMark(token: Token | undefined): boolean {
  return !token || token.kind === 'mark';
}

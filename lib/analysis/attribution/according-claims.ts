import type { Claim, Span } from './claim.ts';
import { clauseEnd, clauseSpan, hasClause } from './clauses.ts';
import { findContentAfter } from './content-after.ts';
import type { Cue } from './cues.ts';
import { isBoundary } from './phrase-core.ts';
import { findMarkers, type Marker } from './markers.ts';
import type { Token } from './tokens.ts';
import { isAuxiliary, isDeterminer, isFiniteVerb, isPreposition, roleOf } from './vocabulary.ts';

const INSERT_MAX_TOKENS = 40;

/** What a statement ascribes by "according to" and its like, before, after or around it. */
export function accordingClaims(tokens: Token[], cues: Cue[]): Claim[] {
  return findMarkers(tokens).flatMap((marker) => {
    const found = contentAround(tokens, cues, marker);
    const { source, from, cueTo } = marker;
    return found
      ? [{ ...found, source, isContinued: false, cue: { from, to: cueTo }, medium: null }]
      : [];
  });
}

type Content = Pick<Claim, 'content' | 'isSpeech'>;

function contentAround(tokens: Token[], cues: Cue[], marker: Marker): Content | null {
  const { from: at, to } = marker;
  if (cues.some((cue) => interrupts(tokens, cue, marker))) return null;
  const before = tokens[at - 1];
  const [quoted, mark] = [tokens[at - 2], before];
  if (before?.kind === 'speech') return { content: [spanOf(before)], isSpeech: true };
  if (mark?.text === ',' && quoted?.kind === 'speech')
    return { content: [spanOf(quoted)], isSpeech: true };
  if (/^(?:which|that)$/u.test(before?.lower ?? ''))
    return clause(tokens, to + 1, boundaryAfter(tokens, to + 1));
  const rest = contentFrom(tokens, marker);
  const next = tokens[rest];
  if (isFirst(tokens, at)) {
    if (next?.kind === 'speech') return { content: [spanOf(next)], isSpeech: true };
    return clause(tokens, rest, clauseEnd(tokens, cues, cuesBefore(cues, rest) - 1, rest));
  }
  const start = clauseStart(tokens, at);
  const end = before?.text === ',' ? at - 1 : at;
  if (belongsToPart(tokens, start, marker)) return null;
  if (isMedial(tokens, start, end, rest))
    return pieces(tokens, [start, end], [rest, tokens.length]);
  const first = hasClause(tokens, start, end) ? clauseSpan(tokens, start, end) : null;
  if (!first) return null;
  const second = goesOn(tokens, marker, rest) ? clauseSpan(tokens, rest, tokens.length) : null;
  return { content: second ? [first, second] : [first], isSpeech: false };
}

/** "Lee told Berg, [according to a book], that …": the words are Lee's. */
function interrupts(tokens: Token[], cue: Cue, { from, to }: Marker): boolean {
  const isInFront = cue.from < from && !cue.isInherited && tokens[from - 1]?.text === ',';
  return isInFront && findContentAfter(tokens, cue).at > to;
}

/**
 * "He left, and in March, according to Lee, a …", "he met them, which was a mistake in Lee's view": the
 * marker is about the last part alone, which cannot stand by itself.
 */
function belongsToPart(tokens: Token[], start: number, { from, cueTo, source }: Marker): boolean {
  const isAccording = tokens[from]?.lower === 'according';
  for (let at = from - 2; at > start; at--) {
    if (tokens[at]?.text !== ',' || tokens[at]?.isQuoted) continue;
    const joint = tokens[at + 1]?.lower ?? '';
    if (/^(?:and|but)$/u.test(joint))
      return (
        at + 2 < from - 1 &&
        !hasClause(tokens, at + 2, from) &&
        source.to >= cueTo &&
        goesAhead(tokens, source.to)
      );
    if (/^(?:which|who)$/u.test(joint)) return !isAccording;
  }
  return false;
}

/** Words follow the source in its statement: "…, and C, according to Lee." ends a list. */
function goesAhead(tokens: Token[], to: number): boolean {
  return tokens.slice(to + 1).some(({ kind }) => kind === 'word');
}

/** "The letters, in Lee's view, are theatre": the clause lacks its verb, or what the verb needs, before the marker. */
function isMedial(tokens: Token[], start: number, end: number, rest: number): boolean {
  if (tokens[end]?.text !== ',' || tokens[rest - 1]?.text !== ',') return false;
  if (!hasWords(tokens, start, end) || !hasWords(tokens, rest, tokens.length)) return false;
  const isOpen = isAuxiliary(tokens[end - 1]);
  if (isOpen) return true;
  if (hasClause(tokens, start, end)) return false;
  return (
    isFiniteVerb(tokens[rest]) ||
    (isPreposition(tokens[start]) && hasClause(tokens, rest, tokens.length))
  );
}

function hasWords(tokens: Token[], from: number, to: number): boolean {
  return to > from && tokens.slice(from, to).some(({ kind }) => kind === 'word');
}

function pieces(tokens: Token[], ...ranges: [number, number][]): Content | null {
  const content = ranges.flatMap(([from, to]) => clauseSpan(tokens, from, to) ?? []);
  return content.length > 0 ? { content, isSpeech: false } : null;
}

function isFirst(tokens: Token[], at: number): boolean {
  return (
    tokens
      .slice(Math.max(0, at - 3), at)
      .every(
        ({ text, lower }) =>
          text === ',' || /^(?:but|and|meanwhile|however|still|yet)$/u.test(lower),
      ) && at <= 3
  );
}

function cuesBefore(cues: Cue[], at: number): number {
  return cues.filter(({ from }) => from < at).length;
}

/** First token after the source with what describes it: "according to Lee, a professor at X, [the]". */
function contentFrom(tokens: Token[], { to }: Marker): number {
  let at = boundaryAfter(tokens, to + 1);
  if (tokens[at]?.text === ',' && describes(tokens, at + 1)) at = commaAfter(tokens, at + 1);
  return at + 1;
}

function describes(tokens: Token[], at: number): boolean {
  if (/^(?:who|which|whose)$/u.test(tokens[at]?.lower ?? '')) return true;
  for (let i = at; i < Math.min(tokens.length, at + 7); i++) {
    if (isFiniteVerb(tokens[i]) || isBoundary(tokens[i])) return false;
    if (roleOf(tokens[i]) && !isFiniteVerb(tokens[i + 1]))
      return isDeterminer(tokens[at]) || !isDeterminer(tokens[i - 1]);
  }
  return false;
}

function boundaryAfter(tokens: Token[], from: number): number {
  let at = from;
  while (
    at < tokens.length &&
    !/^[,;.]$/u.test(tokens[at]?.text ?? '') &&
    tokens[at]?.kind !== 'speech'
  )
    at++;
  return at;
}

function commaAfter(tokens: Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + INSERT_MAX_TOKENS); at++)
    if (tokens[at]?.text === ',') return at;
  return tokens.length;
}

/** Behind the claim, further words belong to it only where the cue stands inside its clause. */
function goesOn(tokens: Token[], { to }: Marker, rest: number): boolean {
  if (tokens[rest - 1]?.text !== ',' || rest - to > 3) return false;
  return (
    !/^(?:who|which|a|an|the|citing|adding|and|but|while|as|when|which)$/u.test(
      tokens[rest]?.lower ?? '',
    ) && hasClause(tokens, rest, tokens.length)
  );
}

/** "…, while X is Y, according to Z": from the statement's start, or after a semicolon. */
function clauseStart(tokens: Token[], at: number): number {
  for (let i = at - 1; i > 0; i--)
    if (tokens[i]?.text === ';' || tokens[i]?.kind === 'speech') return i + 1;
  return 0;
}

function clause(tokens: Token[], from: number, to: number): Content | null {
  const span = to - from >= 2 ? clauseSpan(tokens, from, to) : null;
  return span && { content: [span], isSpeech: false };
}

function spanOf({ start, end }: Token): Span {
  return { start, end };
}

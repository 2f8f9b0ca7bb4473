import type { Claim } from './claim.ts';
import { clauseSpan, hasClause } from './clauses.ts';
import { phraseStartingAt } from './phrases.ts';
import { mainSubject, subjectBefore } from './subjects.ts';
import type { Token } from './tokens.ts';

/** "Yonhap quoted two aides as saying that …", "…, the aide was quoted as saying by Yonhap". */
export function quotedClaims(tokens: Token[]): Claim[] {
  return tokens.flatMap((token, at) => {
    if (token.isQuoted || !/^(?:quot|cit)(?:ed|es|ing)$/u.test(token.lower)) return [];
    return (isPassive(tokens, at) ? passive(tokens, at) : active(tokens, at)) ?? [];
  });
}

function isPassive(tokens: Token[], at: number): boolean {
  return /^(?:was|were|is|are|been)$/u.test(tokens[at - 1]?.lower ?? '');
}

function active(tokens: Token[], at: number): Claim | null {
  const source = phraseStartingAt(tokens, at + 1);
  const saying = source && sayingAfter(tokens, source.to + 1);
  if (!source || !saying) return null;
  const outlet = subjectBefore(tokens, at)?.phrase ?? mainSubject(tokens, at);
  const start = subjectBefore(tokens, at)?.from ?? at;
  return build(tokens, {
    source,
    medium: outlet,
    cue: { from: at, to: saying },
    before: start,
    after: saying + 1,
  });
}

function passive(tokens: Token[], at: number): Claim | null {
  const subject = subjectBefore(tokens, at - 1);
  const saying = sayingAfter(tokens, at + 1);
  if (!subject || !saying) return null;
  const medium = tokens[saying + 1]?.lower === 'by' ? phraseStartingAt(tokens, saying + 2) : null;
  const after = medium ? medium.to + 1 : saying + 1;
  return build(tokens, {
    source: subject.phrase,
    medium,
    cue: { from: at, to: saying },
    before: subject.from,
    after,
  });
}

/** Index of "saying" in "as saying", near `from`. */
function sayingAfter(tokens: Token[], from: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + 12); at++)
    if (
      tokens[at]?.lower === 'as' &&
      /^(?:saying|telling|adding|claiming|warning)$/u.test(tokens[at + 1]?.lower ?? '')
    )
      return at + 1;
  return null;
}

interface Place extends Pick<Claim, 'source' | 'medium' | 'cue'> {
  before: number;
  after: number;
}

function build(tokens: Token[], { before, after, ...named }: Place): Claim | null {
  const claim = { ...named, isContinued: false };
  const following = tokens.slice(after, after + 8).find(({ kind }) => kind === 'speech');
  if (following)
    return { ...claim, content: [{ start: following.start, end: following.end }], isSpeech: true };
  const preceding = tokens[before - 1];
  if (preceding?.kind === 'speech')
    return { ...claim, content: [{ start: preceding.start, end: preceding.end }], isSpeech: true };
  const from = tokens[after]?.lower === 'that' ? after + 1 : after;
  const range = hasClause(tokens, from, tokens.length)
    ? [from, tokens.length]
    : hasClause(tokens, 0, before)
      ? [0, before]
      : null;
  const span = range ? clauseSpan(tokens, range[0] ?? 0, range[1] ?? 0) : null;
  return span && { ...claim, content: [span], isSpeech: false };
}

import type { Claim, Span } from './claim.ts';
import type { Cue } from './cues.ts';
import { findContentAfter, type ContentStart } from './content-after.ts';
import { clauseEnd, clauseSpan, hasClause } from './clauses.ts';
import { isCapital, type Token } from './tokens.ts';
import { isSpeechNoun } from './vocabulary.ts';

/** What each cue verb of a statement introduces or follows. */
export function spokenClaims(tokens: Token[], cues: Cue[]): Claim[] {
  return cues.flatMap((cue, index) => claimsOf(tokens, cues, cue, index));
}

function claimsOf(tokens: Token[], cues: Cue[], cue: Cue, index: number): Claim[] {
  const after = withoutRelative(tokens, cue, findContentAfter(tokens, cue));
  const before = contentBefore(tokens, cues, cue, index, after);
  const claim = (content: Span[], isSpeech: boolean): Claim => ({
    content,
    isSpeech,
    source: cue.source,
    isContinued: false,
    cue: { from: cue.from, to: cue.to },
    medium: after.medium,
  });
  if (before?.isSpeech && after.kind === 'speech') {
    const next = speechSpan(tokens, after.at);
    if (!isSplit(tokens, before.span, after.at))
      return [claim([before.span], true), claim([next], true)];
    return [claim([before.span, next], true)];
  }
  if (after.kind === 'speech') return [claim([speechSpan(tokens, after.at)], true)];
  if (before?.isSpeech) {
    const rest = after.kind === 'medial' ? [] : clauseAfter(tokens, cues, cue, index, after);
    return [claim([before.span], true), ...rest.map((span) => claim([span], false))];
  }
  const rest = clauseAfter(tokens, cues, cue, index, after);
  const quoted = rest.length > 0 ? quotedAtEnd(tokens, cues.slice(index + 1), after.at) : null;
  if (quoted)
    return [
      ...clauseUpTo(tokens, after.at, quoted).map((span) => claim([span], false)),
      claim([speechSpan(tokens, quoted)], true),
    ];
  if (after.kind === 'medial' && before) {
    const isWhole = rest.length > 0 || before.isClause;
    return isWhole ? [claim([before.span, ...rest], false)] : [];
  }
  if (rest.length > 0) return [claim(rest, false)];
  return before ? [claim([before.span], false)] : [];
}

/** "The offer stands, she said in a statement [that] was carried": told already, the rest describes the statement. */
function withoutRelative(tokens: Token[], cue: Cue, after: ContentStart): ContentStart {
  const before = tokens[cue.subjectFrom - 1];
  const isTold =
    !cue.isInherited &&
    (before?.kind === 'speech' || before?.text === ',' || isQuotedComma(before));
  const isRelative = after.kind === 'that' && isSpeechNoun(tokens[after.at - 2]?.lower ?? '');
  return isTold && isRelative ? { ...after, kind: 'none', at: -1 } : after;
}

function isQuotedComma(token: Token | undefined): boolean {
  return !!token?.isQuoted && token.text === ',';
}

/** `"We want," she said, "to talk."` is one quotation in two pieces. */
function isSplit(tokens: Token[], first: Span, second: number): boolean {
  const before = tokens.find(({ start }) => start === first.start)?.text ?? '';
  return (
    /,["”’']?$/u.test(before) && /^["“‘'](?:\.{3}|…)?\s*\p{Ll}/u.test(tokens[second]?.text ?? '')
  );
}

function clauseAfter(
  tokens: Token[],
  cues: Cue[],
  cue: Cue,
  index: number,
  after: ContentStart,
): Span[] {
  if (after.kind === 'none' || (after.kind !== 'that' && asks(tokens, cue))) return [];
  const end = clauseEnd(tokens, cues, index, after.at);
  const isLong = end - after.at > 2;
  const isSaid =
    after.kind === 'clause' && end - after.at > 4 && opensStatement(tokens, cue, after.at);
  const isClause =
    after.kind === 'that'
      ? isLong
      : isSaid || hasClause(tokens, after.at, firstPart(tokens, cue, after.at, end));
  if (
    !isClause ||
    (after.kind === 'medial' &&
      /^(?:citing|adding|referring|noting|quoting|who|which|according)$/u.test(
        tokens[after.at]?.lower ?? '',
      ))
  )
    return [];
  const span = clauseSpan(tokens, after.at, end);
  return span ? [span] : [];
}

/** "agreed a goal, [but the pledge broke down]": the verb of another clause does not make these words one. */
function firstPart(tokens: Token[], cue: Cue, from: number, end: number): number {
  if (!/^agree/u.test(tokens[cue.from]?.lower ?? '')) return end;
  for (let at = from; at < end - 1; at++)
    if (tokens[at]?.text === ',' && /^(?:but|and|while|though)$/u.test(tokens[at + 1]?.lower ?? ''))
      return at;
  return end;
}

/**
 * "said that the door is open[: "Come in."]": the quotation that a colon adds to a clause; but "wrote that
 * Lee told him: "Come in."" leaves it with Lee.
 */
function quotedAtEnd(tokens: Token[], later: Cue[], from: number): number | null {
  const at = tokens.findIndex(
    ({ kind }, i) => i > from && kind === 'speech' && tokens[i - 1]?.text === ':',
  );
  const isAnothers = later.some(
    (cue) => !cue.isInherited && cue.from < at && findContentAfter(tokens, cue).at === at,
  );
  return at < 0 || isAnothers ? null : at;
}

function clauseUpTo(tokens: Token[], from: number, quoted: number): Span[] {
  const span = clauseSpan(tokens, from, quoted - 1);
  return span ? [span] : [];
}

interface Before {
  span: Span;
  isSpeech: boolean;
  isClause: boolean;
}

/** The quotation or clause that a cue follows: `"…," Lee said`, "The talks are over, Lee said". */
function contentBefore(
  tokens: Token[],
  cues: Cue[],
  cue: Cue,
  index: number,
  after: ContentStart,
): Before | null {
  if (cue.isInherited || asks(tokens, cue)) return null;
  const at = beforeTitle(tokens, cue.subjectFrom - 1);
  const last = tokens[at];
  if (last?.kind === 'speech')
    return { span: speechSpan(tokens, at), isSpeech: true, isClause: false };
  if (last?.text !== ',' || last.isQuoted) return lastQuoted(tokens, at, cue);
  if (after.kind === 'that' || after.kind === 'clause') return null;
  if (!takesClause(cue)) return null;
  const start = startOfClause(tokens, cues, index);
  if (after.kind !== 'medial' && !hasClause(tokens, start, at)) return null;
  const span = clauseSpan(tokens, start, at);
  return span && { span, isSpeech: false, isClause: hasClause(tokens, 0, at + 1) };
}

/** `"…," Dock Workers' League (DWL) head Ann Lee said`: a title with brackets in it belongs to the subject. */
function beforeTitle(tokens: Token[], at: number): number {
  if (tokens[at]?.text !== ')') return at;
  let open = at;
  while (open > 0 && tokens[open]?.text !== '(') open--;
  let first = open - 1;
  while (first >= 0 && isCapital(tokens[first])) first--;
  return tokens[first]?.kind === 'speech' ? first : at;
}

/** The clause may end inside a quotation that closes with a comma: `it is "over," he said`. */
function lastQuoted(tokens: Token[], at: number, cue: Cue): Before | null {
  const last = tokens[at];
  if (!last?.isQuoted || !/^[,.?!]$/u.test(last.text) || !takesClause(cue)) return null;
  if (!hasClause(tokens, 0, at)) return null;
  const span = clauseSpan(tokens, 0, at + 1);
  return span && { span, isSpeech: false, isClause: hasClause(tokens, 0, at + 1) };
}

function takesClause({ classes }: Cue): boolean {
  return (
    classes.has('say') || classes.has('tell') || classes.has('announce') || classes.has('think')
  );
}

/** "say the plan rewards nobody" is a clause though its verb is not known; "said nothing about it" is none. */
function opensStatement(tokens: Token[], cue: Cue, at: number): boolean {
  const isSay = /^(?:sa(?:y|id)|believe|think|thought)/u.test(tokens[cue.from]?.lower ?? '');
  return isSay && !/^(?:nothing|little|more|much)$/u.test(tokens[at]?.lower ?? '');
}

/** "what Lee said a day earlier": the words are not told. */
function asks(tokens: Token[], { subjectFrom, isInverted }: Cue): boolean {
  return !isInverted && /^(?:what|whatever)$/u.test(tokens[subjectFrom - 1]?.lower ?? '');
}

/** A clause in front begins with the statement, or after the clause of an earlier cue. */
function startOfClause(tokens: Token[], cues: Cue[], index: number): number {
  const [earlier, cue] = [cues[index - 1], cues[index]];
  if (!earlier || earlier.isInherited) return 0;
  if (cue?.source?.kind === 'pronoun') return startOfWords(tokens, earlier);
  for (let at = cues[index]?.subjectFrom ?? 0; at > earlier.end; at--)
    if (tokens[at]?.text === ';') return at + 1;
  return 0;
}

/** "[Lee says that] talks failed and, he says, will fail again": the same words go on. */
function startOfWords(tokens: Token[], cue: Cue): number {
  const { kind, at } = findContentAfter(tokens, cue);
  return kind === 'that' || kind === 'clause' ? at : 0;
}

function speechSpan(tokens: Token[], at: number): Span {
  return { start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 };
}

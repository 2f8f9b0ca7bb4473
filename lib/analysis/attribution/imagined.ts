import type { Claim } from './claim.ts';
import type { Token } from './tokens.ts';
import { isAdverb, isDeterminer } from './vocabulary.ts';

const CONDITION = /^(?:if|unless|whether|lest|supposing|imagine|suppose)$/u;
const FICTION =
  /^(?:film|movie|novel|sketch|skit|parody|satire|cartoon|sitcom|comedy|drama|play|video-?game|deepfake)$/u;
const FICTION_REACH_TOKENS = 5;

/** Nobody said it: "[if] Lee says …", "it is not known [whether] Lee said …", "[in the film], Lee says …". */
export function isImagined({ source, cue }: Claim, tokens: Token[]): boolean {
  if (!source || !cue) return false;
  const isBehindSubject = source.from < cue.from;
  return (isBehindSubject && isConditional(tokens, source.from)) || isFiction(tokens, cue.from);
}

function isConditional(tokens: Token[], subject: number): boolean {
  let at = subject - 1;
  while (isDeterminer(tokens[at]) || isAdverb(tokens[at])) at--;
  return CONDITION.test(tokens[at]?.lower ?? '');
}

/** "[In the new film]," in front of a verb of saying. */
function isFiction(tokens: Token[], before: number): boolean {
  return tokens.slice(0, before).some((token, at) => {
    if (!/^(?:in|on)$/u.test(token.lower) || token.isQuoted || !isDeterminer(tokens[at + 1]))
      return false;
    return tokens
      .slice(at + 2, Math.min(before, at + FICTION_REACH_TOKENS))
      .some(({ lower, isQuoted }) => !isQuoted && FICTION.test(lower));
  });
}

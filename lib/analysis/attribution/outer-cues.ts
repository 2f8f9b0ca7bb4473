import type { Claim, Span } from './claim.ts';
import type { Token } from './tokens.ts';

/** Ends each clause where the words of a claim around it begin: "Lee said it is over, [two aides said]". */
export function endAtOuterCue(claims: Claim[], tokens: Token[]): Claim[] {
  const cut = claims.map((claim) => ({ ...claim, content: cutContent(claim, claims, tokens) }));
  return cut.filter(({ content }) => content.length > 0);
}

/** An outer claim that begins before a cue inside it closes that cue's clause where it ends itself. */
function cutContent(claim: Claim, claims: Claim[], tokens: Token[]): Span[] {
  const at = claim.cue ? (tokens[claim.cue.from]?.start ?? 0) : null;
  if (at === null || claim.isSpeech) return claim.content;
  const around = claims.filter(
    (other) => other !== claim && other.content.some((span) => span.start < at && at < span.end),
  );
  const limit = Math.min(
    ...around.map(
      ({ content }) => content.find((span) => span.start < at && at < span.end)?.end ?? Infinity,
    ),
  );
  return claim.content
    .filter(({ start }) => start < limit)
    .map(({ start, end }) => ({ start, end: Math.min(end, limit) }));
}

import type { Finding } from './finding.ts';

const CLOSED = /["”»」』'’]\s*$/u;

/**
 * A paragraph of speech without a closing mark goes on in the next: it belongs to whoever is named there,
 * not to who spoke above; where that is not sure, to nobody.
 */
export function withoutTakenOver(findings: Finding[], body: string): Finding[] {
  let next: Finding | undefined;
  const settled = findings.toReversed().map((finding) => {
    const isOpen = next !== undefined && runsInto(finding, next, body);
    next =
      isOpen && next && isOfAnother(finding, next) ? { ...finding, figure: next.figure } : finding;
    return next;
  });
  return settled.toReversed();
}

function runsInto({ claim }: Finding, next: Finding, body: string): boolean {
  const [from, to] = [claim.content.at(-1), next.claim.content[0]];
  if (!claim.isContinued || !next.claim.isSpeech || !from || !to || to.start < from.end)
    return false;
  const isClosed = CLOSED.test(body.slice(from.start + 1, from.end));
  return !isClosed && /^\s*$/u.test(body.slice(from.end, to.start));
}

/** A pronoun that nobody is sure to be may well be whoever spoke above. */
function isOfAnother({ figure }: Finding, { figure: other, claim }: Finding): boolean {
  return figure !== other && !(other === null && claim.source?.kind === 'pronoun');
}

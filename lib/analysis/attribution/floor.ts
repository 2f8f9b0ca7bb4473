import type { Figure } from './cast.ts';
import type { Claim } from './claim.ts';
import { takeTurn, type Discourse } from './discourse.ts';
import type { Finding } from './finding.ts';
import type { Statement } from './statements.ts';
import { figureOfLabel } from './transcripts.ts';

/** A transcript says who has the floor. */
export function giveFloor(discourse: Discourse, statement: Statement, label: string): void {
  const figure = figureOfLabel(discourse.cast, label);
  discourse.floor = figure && { figure, paragraph: statement.paragraph };
  if (figure) takeTurn(discourse, { statement, figure, isSpeaker: true });
}

/** A quotation without a cue goes on from the statement or paragraph before it. */
export function floorHolder(
  { floor }: Discourse,
  { paragraph }: Statement,
  { isContinued }: Claim,
): Figure | null {
  return isContinued && floor && paragraph - floor.paragraph <= 1 ? floor.figure : null;
}

/** Whose words go on in a quotation that follows: of a quotation told by another, the one quoted. */
function lastVoice(findings: Finding[]): Finding | undefined {
  const last = findings.at(-1);
  const speech = findings.findLast(({ claim }) => claim.isSpeech);
  const [inner, outer] = [speech?.claim.content[0], last?.claim.content[0]];
  const isInside = !!inner && !!outer && outer.start <= inner.start && inner.end <= outer.end;
  return isInside ? speech : last;
}

/** Who holds the floor after a statement: who spoke last in it, or whose words a colon announces. */
export function keepFloor(
  discourse: Discourse,
  { paragraph, tokens }: Statement,
  findings: Finding[],
  subject: Figure | null,
): void {
  const last = lastVoice(findings);
  if (last) discourse.floor = last.figure && { figure: last.figure, paragraph };
  else if (tokens.some(({ kind }) => kind === 'word')) {
    const announced = tokens.at(-1)?.text === ':' ? subject : null;
    discourse.floor = announced ? { figure: announced, paragraph } : null;
  }
}

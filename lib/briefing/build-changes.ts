import type {
  Comparison,
  Era,
  Evidence,
  FactorComparison,
  Finding,
} from '#lib/outlook/comparison.ts';
import type { Change, Citation, Line } from './briefing.ts';
import { cite, type CiteContext } from './cite.ts';
import { leaningOf, outlookOn, tallyOf } from './leaning.ts';
import { overlaps, withoutOverlaps } from './passages.ts';
import { say, type Wording } from './wording.ts';

/** Quotations an era and factor: two show agreement or dispute, more hide the comparison. */
export const CITATIONS_A_SIDE = 2;

export interface ChangesContext extends CiteContext {
  comparison: Comparison;
  wording: Wording;
  eras: Record<Era, string>;
}

/** The factors of a comparison with the passages that a reader is shown, each passage once if there are others. */
export function buildChanges(context: ChangesContext): Change[] {
  const shown: Evidence[] = [];
  return context.comparison.factors.map((factor) => {
    const then = chooseCitations(factor.then, context, shown);
    const now = chooseCitations(factor.now, context, shown);
    return {
      factor: factor.factor,
      verdict: factor.verdict,
      line: changeLine(factor, [...then, ...now], context),
      reason: factor.reason.text,
      tally: {
        then: tallyOf(outlookOn(context.comparison.then, factor.factor)),
        now: tallyOf(outlookOn(context.comparison.now, factor.factor)),
      },
      then,
      now,
    };
  });
}

/** The best passages that no other factor shows; where all are shown already, the best of them once more. */
function chooseCitations(findings: Finding[], context: CiteContext, shown: Evidence[]): Citation[] {
  const citations = withoutOverlaps(findings.flatMap((finding) => cite(finding, context) ?? []));
  const fresh = citations.filter(
    ({ evidence }) => !shown.some((earlier) => overlaps(earlier, evidence)),
  );
  const chosen = (fresh.length > 0 ? fresh : citations.slice(0, 1)).slice(0, CITATIONS_A_SIDE);
  shown.push(...chosen.map(({ evidence }) => evidence));
  return chosen;
}

function changeLine(
  { factor, verdict }: FactorComparison,
  citations: Citation[],
  { comparison, wording, eras }: ChangesContext,
): Line {
  const message = wording.change[verdict];
  const era = verdict === 'new' || verdict === 'unchanged' ? 'now' : 'then';
  const text = say(wording, typeof message === 'string' ? message : message[factor], {
    ...eras,
    factor: wording.factors[factor].phrase,
    leaning: leaningOf(outlookOn(comparison[era], factor)),
  });
  return { text, evidence: citations.map(({ evidence }) => evidence) };
}

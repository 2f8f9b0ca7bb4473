import type {
  Comparison,
  Era,
  Evidence,
  FactorComparison,
  Finding,
} from '#lib/outlook/comparison.ts';
import type { Change, Citation, Line, Tally } from './briefing.ts';
import { cite, type CiteContext } from './cite.ts';
import { leaningOf, leaningTold, outlookOn, tallyOf } from './leaning.ts';
import { overlaps, withoutOverlaps } from './passages.ts';
import { say, type Wording } from './wording.ts';

/** Quotations an era and factor: more would hide the comparison. */
const CITATIONS_A_SIDE = 2;

/** The one reason that tells a reader more than the passages do: an article compares by itself. */
const SELF_COMPARISON = 'compares-itself';

export interface ChangesContext extends CiteContext {
  comparison: Comparison;
  wording: Wording;
  eras: Record<Era, string>;
}

/** The factors of a comparison with the passages that a reader is shown, each passage once if there are others. */
export function buildChanges(context: ChangesContext): Change[] {
  const shown: Evidence[] = [];
  return context.comparison.factors.map((factor) => {
    const tally = {
      then: tallyOf(outlookOn(context.comparison.then, factor.factor)),
      now: tallyOf(outlookOn(context.comparison.now, factor.factor)),
    };
    const then = chooseCitations(factor.then, tally.then, context, shown);
    const now = chooseCitations(factor.now, tally.now, context, shown);
    return {
      factor: factor.factor,
      verdict: factor.verdict,
      line: changeLine(factor, [...then, ...now], context),
      ...(factor.correction && { correction: factor.correction.because }),
      reason: reasonOf(factor, context),
      tally,
      then,
      now,
    };
  });
}

/** A reason in the language of the edition. */
function reasonOf(
  { reason, verdict, correction }: FactorComparison,
  { wording, eras }: ChangesContext,
) {
  if (correction || reason.code !== SELF_COMPARISON) return null;
  return say(wording, wording.change.comparesItself, { ...eras, verdict });
}

/** The best passages that no other factor shows; where all are shown already, the best of them once more. */
function chooseCitations(
  findings: Finding[],
  tally: Tally,
  context: CiteContext,
  shown: Evidence[],
): Citation[] {
  const citable = findings.flatMap((finding) => {
    const citation = cite(finding, context);
    return citation === null ? [] : [{ finding, citation, evidence: citation.evidence }];
  });
  const distinct = withoutOverlaps(citable);
  const fresh = distinct.filter(
    ({ evidence }) => !shown.some((earlier) => overlaps(earlier, evidence)),
  );
  const pool = fresh.length > 0 ? fresh : distinct.slice(0, 1);
  const chosen = pool.filter(({ finding }, index) => {
    const best = pool[0]?.finding;
    return index === 0 || best === undefined || deservesASecondPlace(finding, best, tally);
  });
  const citations = chosen.slice(0, CITATIONS_A_SIDE).map(({ citation }) => citation);
  shown.push(...citations.map(({ evidence }) => evidence));
  return citations;
}

/**
 * One passage shows what a verdict rests on. A second one costs a reader time, and is worth it where it
 * says the opposite and is not alone in that, or where somebody else judges the talks as a whole.
 */
function deservesASecondPlace(finding: Finding, best: Finding, tally: Tally): boolean {
  const opposed = finding.direction !== best.direction && finding.direction !== 'neutral';
  const another =
    finding.evidence.articleId !== best.evidence.articleId || finding.speaker !== best.speaker;
  return (opposed && isContested(tally)) || (finding.factor === 'outlook' && another);
}

/** The fewer voices are at least half as many as the others: to show one side alone would mislead. */
function isContested({ favours, against }: Tally): boolean {
  return 2 * Math.min(favours, against) >= Math.max(favours, against);
}

function changeLine(
  { factor, verdict, correction }: FactorComparison,
  citations: Citation[],
  { comparison, wording, eras }: ChangesContext,
): Line {
  const thenLeaning = leaningOf(outlookOn(comparison.then, factor));
  const nowLeaning = leaningTold(outlookOn(comparison.now, factor), verdict);
  const text = say(wording, messageFor(), { ...eras, thenLeaning, nowLeaning });
  return { text, evidence: citations.map(({ evidence }) => evidence) };

  function messageFor(): string {
    if (correction) return wording.change.corrected;
    if (verdict === 'improved' || verdict === 'worsened') return wording.change[verdict][factor];
    if (verdict === 'new' || verdict === 'gone') return wording.change[verdict];
    return wording.change[verdict][thenLeaning === nowLeaning ? 'same' : 'near'];
  }
}

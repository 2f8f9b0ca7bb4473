import { chooseEvidence } from '#lib/outlook/choose-evidence.ts';
import type {
  Comparison,
  Era,
  FactorComparison,
  Finding,
  Verdict,
} from '#lib/outlook/comparison.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Corrections, Unmatched } from './corrections.ts';
import type { EditorNotes } from './editor-notes.ts';

/** A comparison with an editor's verdicts, and what came of each of them. */
export interface CorrectedVerdicts extends Pick<Corrections, 'verdicts'> {
  comparison: Comparison;
  unmatched: Unmatched[];
}

type VerdictNote = EditorNotes['verdicts'][number];

/** Puts an editor's verdicts in the place of those that were found, where both eras have the evidence. */
export function correctVerdicts(
  comparison: Comparison,
  notes: EditorNotes['verdicts'],
): CorrectedVerdicts {
  const verdicts: Corrections['verdicts'] = [];
  const unmatched: Unmatched[] = [];
  const factors = new Map(comparison.factors.map((each) => [each.factor, each]));
  for (const note of notes) {
    const found = factors.get(note.factor);
    const reason = found === undefined ? NO_VERDICT : evidenceFault(comparison, note);
    if (found === undefined || reason !== null)
      unmatched.push({ correction: `verdict on ${note.factor}`, reason: reason ?? NO_VERDICT });
    else {
      verdicts.push({ ...note, found: found.verdict });
      factors.set(note.factor, corrected(comparison, found, note));
    }
  }
  return { comparison: { ...comparison, factors: [...factors.values()] }, verdicts, unmatched };
}

const NO_VERDICT = 'the articles say too little on it for a verdict';

/** A verdict stands on evidence of each era that it speaks of. */
function erasOf(verdict: Verdict): Era[] {
  if (verdict === 'new') return ['now'];
  return verdict === 'gone' ? ['then'] : ['then', 'now'];
}

function evidenceFault(comparison: Comparison, { factor, verdict }: VerdictNote): string | null {
  const bare = erasOf(verdict).filter((era) => findingsOn(comparison, era, factor).length === 0);
  return bare.length === 0
    ? null
    : `${JSON.stringify(verdict)} needs evidence that is lacking: ${bare.join(' and ')}`;
}

function corrected(
  comparison: Comparison,
  found: FactorComparison,
  { factor, verdict, because }: VerdictNote,
): FactorComparison {
  const eras = erasOf(verdict);
  const evidence = (era: Era) =>
    eras.includes(era) ? chooseEvidence(findingsOn(comparison, era, factor)) : [];
  return {
    factor,
    verdict,
    reason: { code: 'corrected', text: because },
    correction: { found: found.verdict, because },
    then: evidence('then'),
    now: evidence('now'),
  };
}

function findingsOn(comparison: Comparison, era: Era, factor: Factor): Finding[] {
  return comparison[era].factors.find((each) => each.factor === factor)?.findings ?? [];
}

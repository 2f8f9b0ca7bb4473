import { compareFindings } from '#lib/outlook/compare-eras.ts';
import type { Comparison } from '#lib/outlook/comparison.ts';
import type { AnalysedArticle } from '#lib/outlook/era-articles.ts';
import { findingsOf } from '#lib/outlook/findings.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { applyNotes } from './apply-notes.ts';
import { correctVerdicts } from './correct-verdicts.ts';
import type { Corrections } from './corrections.ts';
import type { EditorNotes } from './editor-notes.ts';

/**
 * The comparison of two eras as an editor corrected it. Verdicts follow from the passages that are
 * left, and an editor's own verdict outranks them; the analyses stay as they were found.
 */
export function compareCorrected(
  topic: Topic,
  items: AnalysedArticle[],
  notes: EditorNotes,
): { comparison: Comparison; corrections: Corrections } {
  const { findings, unmatched, ...passages } = applyNotes(findingsOf(topic, items), notes);
  const corrected = correctVerdicts(compareFindings(topic, items, findings), notes.verdicts);
  return {
    comparison: corrected.comparison,
    corrections: {
      ...passages,
      verdicts: corrected.verdicts,
      notes: notes.notes,
      unmatched: [...unmatched, ...corrected.unmatched],
    },
  };
}

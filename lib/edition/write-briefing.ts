import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { gateBriefing, type GatedBriefing } from '#lib/briefing/gate.ts';
import type { Comparison } from '#lib/outlook/comparison.ts';
import { contradictingHeadings } from '#lib/outlook/heading-contradictions.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { AnalysedArticle } from './analyse-articles.ts';
import { embeddedAnalyst, type Analyst } from './analyst/analyst.ts';
import { chooseBottomLine } from './analyst/choose-bottom-line.ts';
import { rankEvidence } from './analyst/rank-evidence.ts';
import type { Consultation } from './consultation.ts';
import { compareCorrected } from './notes/compare-corrected.ts';
import type { Corrections } from './notes/corrections.ts';
import type { EditorNotes } from './notes/editor-notes.ts';

export interface WritingInput {
  topic: Topic;
  /** The scheduled local date, ISO. */
  slot: string;
  analysed: AnalysedArticle[];
  /** Ids of the articles in the last edition, or null where there was none. */
  previousArticleIds: string[] | null;
  notes: EditorNotes;
  analyst: Analyst;
}

/** A briefing past the gate, and what it came from. */
export interface WrittenBriefing {
  /** As the editor corrected it and the analyst ranked it. */
  comparison: Comparison;
  gated: GatedBriefing;
  corrections: Corrections;
  /** Null where the embedded engine did everything, as is the default. */
  consultation: Consultation | null;
}

/** Compares the eras, lets editor and analyst have their say, writes the briefing and takes it through the gate. */
export async function writeBriefing(input: WritingInput): Promise<WrittenBriefing> {
  const { topic, slot, analysed, analyst, notes, previousArticleIds } = input;
  const articles = analysed.map(({ article }) => article);
  const { comparison: found, corrections } = compareCorrected(topic, analysed, notes);
  const ranked = await rankEvidence(found, topic, analyst);
  const comparison = ranked.ok ? ranked.value : found;
  const editor = { notes: corrections.notes, leftOut: corrections.dropped.length };
  const headings = contradictingHeadings(topic, analysed);
  const written = buildBriefing({
    ...{ topic, slot, comparison, articles, previousArticleIds, editor, headings },
  });
  const gated = gateBriefing(written, articles);
  const result = { comparison, gated, corrections };
  if (analyst === embeddedAnalyst) return { ...result, consultation: null };
  const chosen = await chooseBottomLine(gated, analyst);
  const fallbacks = [
    ...(ranked.ok ? [] : [{ task: 'rank' as const, reason: ranked.reason }]),
    ...(chosen.ok ? [] : [{ task: 'bottom line' as const, reason: chosen.reason }]),
  ];
  return {
    ...result,
    gated: chosen.ok ? chosen.value : gated,
    consultation: { analyst: analyst.name, fallbacks },
  };
}

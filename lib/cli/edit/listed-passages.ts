import type { Briefing, Citation } from '#lib/briefing/briefing.ts';
import type { Comparison, Era, Finding } from '#lib/outlook/comparison.ts';
import { evidenceId } from '#lib/outlook/evidence-id.ts';

/** A passage of an edition under the name by which a correction points at it. */
export interface ListedPassage {
  id: string;
  era: Era;
  speaker: string | null;
  outlet: string;
  /** The words as they are printed. */
  words: string;
}

/** One part of an edition with its passages: a factor with its verdict, the scale, the voices. */
export interface ListedPart {
  title: string;
  passages: ListedPassage[];
}

/** What an edition prints of its articles, part by part. */
export function listPassages(
  { changes, scale, voices }: Briefing,
  comparison: Comparison,
): ListedPart[] {
  const findings = findingsByArticle(comparison);
  const listed = (era: Era, citations: Citation[]) =>
    citations.flatMap((citation) => toListed(era, citation, findings));
  const marks = { then: scale.then?.citations ?? [], now: scale.now?.citations ?? [] };
  const parts = [
    ...changes.map((change) => ({ title: `${change.factor}: ${change.verdict}`, sides: change })),
    { title: 'scale', sides: marks },
    { title: 'voices', sides: voices },
  ];
  return parts.map(({ title, sides }) => ({
    title,
    passages: [...listed('then', sides.then), ...listed('now', sides.now)],
  }));
}

/** What is printed may be a piece of what was found; a correction names the whole. */
function toListed(
  era: Era,
  { evidence, speaker, outlet }: Citation,
  findings: Map<string, Finding[]>,
): ListedPassage[] {
  const { articleId, start, end, text } = evidence;
  const whole = findings
    .get(articleId)
    ?.find((finding) => finding.evidence.start <= start && end <= finding.evidence.end);
  if (whole === undefined) return [];
  return [{ id: evidenceId(whole.evidence), era, speaker, outlet, words: text }];
}

function findingsByArticle({ then, now }: Comparison): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const { factors } of [then, now])
    for (const { findings } of factors)
      for (const finding of findings) {
        const { articleId } = finding.evidence;
        found.set(articleId, [...(found.get(articleId) ?? []), finding]);
      }
  return found;
}

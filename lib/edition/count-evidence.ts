import type { Briefing } from '#lib/briefing/briefing.ts';
import type { Era } from '#lib/outlook/comparison.ts';

/** Different passages that a briefing cites, by era. */
export function countEvidence({ changes, voices, scale }: Briefing): Record<Era, number> {
  const count = (era: Era) => {
    const cited = [
      ...changes.flatMap((change) => change[era]),
      ...voices[era],
      ...(scale[era]?.citations ?? []),
    ];
    return new Set(cited.map(({ evidence: { articleId, start } }) => `${articleId} ${start}`)).size;
  };
  return { then: count('then'), now: count('now') };
}

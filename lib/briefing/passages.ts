import type { Evidence } from '#lib/outlook/comparison.ts';

/** Whether two passages share words of the same article. */
export function overlaps(a: Evidence, b: Evidence): boolean {
  return a.articleId === b.articleId && a.start < b.end && b.start < a.end;
}

/** Leaves out each item whose passage overlaps with that of an earlier one. */
export function withoutOverlaps<T extends { evidence: Evidence }>(items: T[]): T[] {
  return items.filter(
    ({ evidence }, index) =>
      !items.slice(0, index).some((earlier) => overlaps(earlier.evidence, evidence)),
  );
}

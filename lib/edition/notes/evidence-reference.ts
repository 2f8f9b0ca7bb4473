import * as z from 'zod/mini';
import type { Evidence } from '#lib/outlook/comparison.ts';
import { evidenceId } from '#lib/outlook/evidence-id.ts';

const FORM = /^(?:[0-9a-f]{10}|[a-z0-9][a-z0-9-]{0,199}:\d{1,9}-\d{1,9})$/;
const EXPECTED = 'a passage by its id (3f9a1c07be) or its place (ARTICLE-ID:120-245)';

/** How a correction names a passage: the short id that `parley edit` prints, or article, start and end. */
export const EvidenceReference = z.string(EXPECTED).check(z.regex(FORM, EXPECTED));

/** Both names of a passage. */
export function referencesTo(evidence: Evidence): [id: string, place: string] {
  const { articleId, start, end } = evidence;
  return [evidenceId(evidence), `${articleId}:${start}-${end}`];
}

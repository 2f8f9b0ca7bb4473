import { createHash } from 'node:crypto';
import type { Evidence } from './comparison.ts';

/** 40 bits: of a hundred thousand passages, two share an id in one edition of two hundred. */
const ID_DIGITS = 10;

/**
 * Short name of a passage, by which an editor and an explanation point at it. It stays the same while
 * the article still reads so, also where words before it change; it never names other words.
 */
export function evidenceId({ articleId, text }: Evidence): string {
  return createHash('sha256').update(`${articleId}\n${text}`).digest('hex').slice(0, ID_DIGITS);
}

import type { FactorRule } from './factor-rule.ts';
import { RULES_OF_HINTS } from './factor-rules-of-hints.ts';
import { RULES_OF_SUBSTANCE } from './factor-rules-of-substance.ts';
import { RULES_OF_TALKS } from './factor-rules-of-talks.ts';
import { RULES_OF_WILL } from './factor-rules-of-will.ts';

/** Every rule by which a sentence speaks of a factor. Of equal scores the earlier rule's factor is first. */
export const FACTOR_RULES: FactorRule[] = [
  ...RULES_OF_TALKS,
  ...RULES_OF_WILL,
  ...RULES_OF_SUBSTANCE,
  ...RULES_OF_HINTS,
];

import type { Band } from '../analysis.ts';

/** An estimative expression: how it reads, and the band it stands for. */
export interface Estimate {
  /** Source of a regular expression in lower case, matched on whole words whatever their case. */
  pattern: string;
  band: Band;
  /** The band under a negation just before it ("not likely"); the same band where absent. */
  negated?: Band;
  /** Whether ICD 203 lists the word itself. */
  listed?: true;
  /** Where the band comes from. */
  source: string;
}

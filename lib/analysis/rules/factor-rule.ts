import type { Factor } from '#lib/topic/factor.ts';

/**
 * A rule by which a sentence speaks of a factor. Data: factors.ts reads it. Source of the rules: our own
 * reading of reports on negotiations; of the weights: fitted to hand-labelled articles, in steps of a quarter.
 */
export interface FactorRule {
  /** "factor/what it sees" */
  id: string;
  factor: Factor;
  /** What it adds to the factor's score: 1 a hint, 2 clear, 3 decisive. */
  weight: number;
  /** Word classes that must all stand in the sentence, alternatives parted by "|". */
  all: string[];
  /** Greatest distance in words from one to the next; 12 where absent. */
  within?: number;
  /** The classes must stand in this order. */
  inOrder?: boolean;
  /** Word classes that must not stand in the sentence. */
  none?: string[];
  because: string;
  /** A sentence of our own on which it fires, and one on which it does not. */
  yes: string;
  no: string;
}

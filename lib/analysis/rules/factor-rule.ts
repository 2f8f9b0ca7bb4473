import type { Factor } from '../analysis.ts';

/** A rule that lets a sentence speak of a factor. Data: the reading of it is in factors.ts. */
export interface FactorRule {
  /** "factor/what it sees" */
  id: string;
  factor: Factor;
  /** What it adds to the factor's score: 1 a hint, 2 clear, 3 decisive. */
  weight: number;
  /** Word classes that must all stand in the sentence, alternatives parted by "|". */
  all: string[];
  /** Greatest distance in words from one to the next; default 12. */
  within?: number;
  /** The classes must stand in this order. */
  inOrder?: boolean;
  /** Word classes that must not stand in the sentence. */
  none?: string[];
  because: string;
  /** Sentences of our own on which it fires, and on which it does not. */
  yes?: string[];
  no?: string[];
}

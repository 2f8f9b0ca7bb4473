import type { Finding } from './comparison.ts';

/** A sentence's second and third factor count this share of the first. */
export const SECONDARY_SHARE = 0.6;

/**
 * What a voice counts: a judgement that somebody answers for outweighs the article's narration
 * (analysis.md, "Factors"); a party that speaks for itself counts in full.
 */
const VOICE_WEIGHT: Record<Finding['voice'], number> = {
  direct: 0.9,
  mixed: 0.9,
  indirect: 0.85,
  narration: 0.65,
};
const PARTY_WEIGHT = 1;
/** What only names a factor, and which way it speaks is inferred, tells little. */
const MENTION_SHARE = 0.5;
/** A sentence that compares the eras by its own words is what the comparison asks for. */
const COMPARING_FACTOR = 1.3;

/** A finding's share in the verdict, 0–1. */
export function findingWeight(of: {
  share: number;
  voice: Finding['voice'];
  basis: Finding['basis'];
  isParty: boolean;
  comparesEras: boolean;
}): number {
  const voice = of.isParty ? PARTY_WEIGHT : VOICE_WEIGHT[of.voice];
  const basis = of.basis === 'mention' ? MENTION_SHARE : 1;
  const weight = of.share * voice * basis * (of.comparesEras ? COMPARING_FACTOR : 1);
  return round(Math.min(1, weight));
}

/** Three decimals, so that sums print the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

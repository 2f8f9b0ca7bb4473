import type { Finding } from './comparison.ts';

/** What a reference costs that nothing explains, and one that a bracket can explain. */
const UNEXPLAINED_COST = 0.4;
const EXPLAINED_COST = 0.1;

/** Begins with a word that points outside the sentence ("These factors …", "That meeting …"). */
const POINTS_BACK =
  /^[“"'‘]?(?:(?:but|and|so|yet|however,?|also,?|then,?|still,?|in this regard,?|at the time,?|under these circumstances,?|in the process,?) )*(?:it|they|them|this|that|these|those|such|its|their|the (?:three|two|pair|former|latter|same|move|comments?|remarks?|report|outlet|official|professor))\b/i;
const PRONOUN = /\b(?:he|she|him|her|his|hers|they|them|their)\b/giu;
/** A name: a capital where no sentence or quotation begins. */
const NAME =
  /(?<=[\p{L}\p{Nd},;’')] )\p{Lu}[\p{L}’'-]{2,}|^\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]{2,}|^\p{Lu}[\p{L}-]+[’']s /u;

/**
 * What a reader lacks who sees the evidence alone, as a cost: 0 where it explains itself, up to about 1.
 * "…," he said by a speaker who is told beside it explains itself.
 */
export function costOfReferences(finding: Finding): number {
  const { evidence } = finding;
  const start = POINTS_BACK.test(evidence.text) ? UNEXPLAINED_COST : 0;
  const costs = [...evidence.text.matchAll(PRONOUN)].map(({ index }) => costAt(finding, index));
  return start + Math.max(0, ...costs);
}

function costAt({ evidence, references, speaker }: Finding, at: number): number {
  if (NAME.test(evidence.text.slice(0, at))) return 0;
  const meant = references.find(({ start }) => start === evidence.start + at);
  if (meant === undefined) return UNEXPLAINED_COST;
  return meant.name === speaker ? 0 : EXPLAINED_COST;
}

import type { Finding } from './comparison.ts';

/** What a reference costs that nothing explains, and one that a bracket or the speaker's name explains. */
const UNEXPLAINED_COST = 0.4;
const EXPLAINED_COST = 0.1;

/** Begins with a word that points outside the sentence ("These factors …", "That meeting …"). */
const POINTS_BACK =
  /^[“"'‘]?(?:(?:but|and|so|yet|however,?|also,?|then,?|still,?|in this regard,?|at the time,?|under these circumstances,?|in the process,?) )*(?:it|they|them|this|that|these|those|such|its|their|the (?:three|two|pair|former|latter|same|move|comments?|remarks?))\b/i;
/** Stands for something said before: "will not do so", "went through with it". */
const STANDS_FOR =
  /\b(?:do(?:es|ing)? so|did so|(?:with|of|about|for|through|without|against) (?:it|them|this|that)(?=[,.;]| (?:and|but|because|since|when|as)\b))/i;
const REFERENCE =
  /\b(?:he|she|him|her|his|hers|they|them|their|the (?:minister|professor|official|expert|analyst|spokes(?:man|woman|person)|envoy|negotiator|diplomat|author|source|outlet|newspaper|agency))\b/giu;
/** A name: a capital where no sentence or quotation begins, two at its beginning, or one that acts there. */
const NAME =
  /(?<=[\p{L}\p{Nd},;’')] )\p{Lu}[\p{L}’'-]{2,}|^\p{Lu}[\p{L}-]+(?:[’']s)? \p{Lu}[\p{L}-]{2,}|^\p{Lu}[\p{L}-]{2,}(?:[’']s|,) /u;
/** "Unlike Lee, he", "In contrast to Lee, she": somebody else. */
const SOMEBODY_ELSE =
  /^(?:unlike|like|in contrast to|as opposed to|compared (?:to|with)) [^,]{1,60}, $/i;

/**
 * What a reader lacks who sees the evidence alone, as a cost: 0 where it explains itself, up to about 1.
 * "…," he said by a speaker who is told beside it explains itself.
 */
export function costOfReferences(finding: Finding): number {
  const { text } = finding.evidence;
  const pointsBack = POINTS_BACK.test(text) || STANDS_FOR.test(text) ? UNEXPLAINED_COST : 0;
  const costs = [...text.matchAll(REFERENCE)].map(({ index }) => costAt(finding, index));
  return pointsBack + Math.max(0, ...costs);
}

function costAt({ evidence, references, speaker }: Finding, at: number): number {
  const before = evidence.text.slice(0, at);
  if (NAME.test(before) && !SOMEBODY_ELSE.test(before)) return 0;
  const meant = references.find(({ start }) => start === evidence.start + at);
  if (meant === undefined) return UNEXPLAINED_COST;
  return meant.name === speaker && at > 0 ? 0 : EXPLAINED_COST;
}

import { DIRECTION_RULES } from './direction-rules.ts';
import { FACTOR_RULES } from './factor-rules.ts';

/** Rules that look at more than word classes. */
const OTHER_REASONS: Record<string, string> = {
  'context/points-back': 'It points back to the sentence before, which speaks of the factor.',
  'context/silent': 'It names no factor itself and stands beside a sentence that does.',
  'partners/side-negotiation': 'A side negotiation is a matter of third parties.',
  'direction/words': 'Its own words tell which way it speaks.',
  'direction/amount': 'It says that there is more or less of what talks need or fear.',
  'direction/context': 'It points back, and speaks the way of the sentence before.',
  'direction/open': 'It asks, or says that the matter is open.',
  'direction/untold': 'Its words speak neither way.',
};

const REASONS = new Map([
  ...[...FACTOR_RULES, ...DIRECTION_RULES].map(({ id, because }) => [id, because] as const),
  ...Object.entries(OTHER_REASONS),
]);

/** Features that weigh for a label: "outlook/word/stalemat", "direction/class/not-want". */
const FEATURES: [RegExp, (of: string) => string][] = [
  [/^words?\/(.+)$/, (of) => `Labelled sentences with the words “${of.replace('_', ' ')}” say so.`],
  [/^(?:class|main|subject)\/(.+)$/, (of) => `Labelled sentences with words for “${of}” say so.`],
  [/^pair\/(.+)>(.+)$/, (of) => `Labelled sentences with words for “${of}” in this order say so.`],
  [/^(?:score|first|second|rule)\/(.+)$/, (of) => `The rules for “${of}” speak for it.`],
  [/^(?:hint|fact)\/(.+)$/, (of) => `The weighing of “${of}” speaks for it.`],
  [/^(?:balance|rules\/.+)$/, () => 'The rules on direction read it so.'],
  [/^(?:before|back)\/(.+)$/, (of) => `The sentence before tells “${of}”.`],
  [/^(?:short|long)$/, () => 'Sentences of this length do so more often.'],
];

function reasonOfFeature(id: string): string | null {
  const feature = id.slice(id.indexOf('/') + 1);
  for (const [pattern, tell] of FEATURES) {
    const match = pattern.exec(feature);
    if (match) return tell(match.slice(1).join('”, then “'));
  }
  return null;
}

/** Why a rule is one, or why a feature weighs, in a sentence; null for an id that neither has. */
export function reasonOfRule(id: string): string | null {
  if (id.endsWith('/topic-word')) return 'The topic file gives one of its words to the factor.';
  return REASONS.get(id) ?? reasonOfFeature(id);
}

import { DIRECTION_RULES } from './direction-rules.ts';
import { FACTOR_RULES } from './factor-rules.ts';

/** Rules that look at more than word classes. */
const OTHER_REASONS: Record<string, string> = {
  'context/points-back': 'It points back to the sentence before, which speaks of the factor.',
  'context/silent': 'It names no factor itself and stands beside a sentence that does.',
  'partners/side-negotiation': 'A side negotiation is a matter of third parties.',
  'direction/words': 'Its own words tell which way it speaks.',
  'direction/context': 'It points back, and speaks the way of the sentence before.',
  'direction/open': 'It asks, or says that the matter is open.',
  'direction/untold': 'Its words speak neither way.',
};

const REASONS = new Map([
  ...[...FACTOR_RULES, ...DIRECTION_RULES].map(({ id, because }) => [id, because] as const),
  ...Object.entries(OTHER_REASONS),
]);

/** Why a rule is one, in a sentence; null for an id that no rule has. */
export function reasonOfRule(id: string): string | null {
  if (id.endsWith('/topic-word')) return 'The topic file gives one of its words to the factor.';
  return REASONS.get(id) ?? null;
}

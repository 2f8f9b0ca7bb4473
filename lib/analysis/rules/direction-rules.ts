/** Word classes that together tell what neither tells alone. Read as factor rules are: see factor-rule.ts. */
export interface DirectionRule {
  id: string;
  all: string[];
  within?: number;
  inOrder?: boolean;
  /** Added to the balance: above 0 favours the talks. */
  polarity: number;
  because: string;
}

export const DIRECTION_RULES: DirectionRule[] = [
  { id: 'direction/tightens-sanctions', all: ['tighten', 'sanctions'], within: 5, polarity: -1, because: 'New sanctions and tariffs burden talks.' },
  { id: 'direction/grants-relief', all: ['relief', 'sanctions'], within: 5, polarity: 0.4, because: 'Relief is what talks give.' },
  { id: 'direction/drops-terms', all: ['relief', 'terms'], within: 4, inOrder: true, polarity: 1.2, because: 'A condition that is dropped no longer stands in the way.' },
  { id: 'direction/arms', all: ['capability', 'growth'], within: 6, polarity: -0.8, because: 'A growing arsenal makes an agreement harder.' },
  { id: 'direction/fires', all: ['fire', 'capability'], within: 4, polarity: -0.8, because: 'Tests of weapons speak against talks.' },
  { id: 'direction/rival-support', all: ['third', 'support'], within: 6, polarity: -0.5, because: 'A party that others support needs the talks less.' },
  { id: 'direction/rival-alliance', all: ['third', 'third_role'], within: 6, polarity: -0.3, because: 'A party with allies against the other needs the talks less.' },
  { id: 'direction/unclear-prospects', all: ['prospect', 'unclear'], within: 25, polarity: -1, because: 'Unclear prospects are poor ones.' },
  { id: 'direction/weight-on-talks', all: ['importance', 'talks|relations'], within: 6, polarity: 0.8, because: 'What a party puts weight on it pursues.' },
];

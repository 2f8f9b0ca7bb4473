import type { FactorRule } from './factor-rule.ts';

/** Word classes that together tell what neither tells alone; found as factor rules are. */
export interface DirectionRule extends Pick<
  FactorRule,
  'all' | 'within' | 'inOrder' | 'none' | 'because' | 'yes' | 'no'
> {
  id: string;
  /** Added to the balance: above 0 favours the talks. */
  polarity: number;
}

// prettier-ignore
export const DIRECTION_RULES: DirectionRule[] = [
  { id: 'direction/tightens-sanctions', all: ['tighten', 'sanctions'], within: 5, polarity: -1.05,
    because: 'New sanctions and tariffs burden talks.',
    yes: 'Washington imposed fresh sanctions.', no: 'Washington discussed sanctions.' },
  { id: 'direction/grants-relief', all: ['relief', 'sanctions'], within: 5, polarity: 0.95,
    because: 'Relief is what talks give.',
    yes: 'Washington lifted the sanctions.', no: 'Washington lifted the curtain.' },
  { id: 'direction/drops-terms', all: ['relief', 'terms'], within: 4, inOrder: true, polarity: 1.2,
    because: 'A condition that is dropped no longer stands in the way.',
    yes: 'The president dropped the precondition.', no: 'The president dropped the pen.' },
  { id: 'direction/settles', all: ['settle', 'gap|terms|difficulty'], within: 5, inOrder: true, polarity: 1.6,
    because: 'A gap that is closed no longer stands in the way.',
    yes: 'The envoys narrowed their differences.', no: 'The river narrows at the bridge.' },
  { id: 'direction/puts-off-provocation', all: ['relief|delay', 'provocation'], within: 5, inOrder: true, polarity: 1.8,
    because: 'Drills and tests that are put off make room for talks.',
    yes: 'The allies postponed their drills.', no: 'The allies held their drills.' },
  { id: 'direction/demands-relief', all: ['gap', 'relief'], within: 4, inOrder: true, polarity: -0.95,
    because: 'Relief that is demanded is not granted.',
    yes: 'Pyongyang demands relief.', no: 'The flood victims wait for relief.' },
  { id: 'direction/probable-talks', all: ['probable', 'talks|meeting|deal'], within: 6, polarity: 0.75,
    because: 'Talks that are likely are good prospects.',
    yes: 'A meeting is likely.', no: 'A storm is likely.' },
  { id: 'direction/arms', all: ['capability', 'growth'], within: 6, polarity: -1,
    because: 'A growing arsenal makes an agreement harder.',
    yes: 'The North expanded its arsenal.', no: 'The North showed its arsenal.' },
  { id: 'direction/fires', all: ['fire', 'capability'], within: 4, polarity: -0.9,
    because: 'Tests of weapons speak against talks.',
    yes: 'The North fired two missiles.', no: 'The North stores two missiles.' },
  { id: 'direction/rival-support', all: ['third', 'support'], within: 6, polarity: -0.6,
    because: 'A party that others support needs the talks less.',
    yes: 'Russia supplies fuel to Kim.', no: 'Russia watches Kim.' },
  { id: 'direction/rival-alliance', all: ['third', 'third_role'], within: 6, polarity: -0.35,
    because: 'A party with allies against the other needs the talks less.',
    yes: 'The alliance with Russia holds.', no: 'The border with Russia is short.' },
  { id: 'direction/unclear-prospects', all: ['prospect', 'unclear'], within: 25, polarity: -1,
    because: 'Unclear prospects are poor ones.',
    yes: 'The prospects of a deal are unclear.', no: 'The prospects of a deal are discussed.' },
  { id: 'direction/weight-on-talks', all: ['importance', 'talks|relations'], within: 6, polarity: 0.8,
    because: 'What a party puts weight on it pursues.',
    yes: 'Kim puts great importance on the talks.', no: 'Kim speaks about the talks.' },
  { id: 'direction/delays-talks', all: ['delay', 'talks|meeting|travel|deal'], within: 5, polarity: -1,
    because: 'Talks that are put off do not progress.',
    yes: 'The ministry postponed the meeting.', no: 'The ministry moved the statue.' },
  { id: 'direction/keeps-sanctions', all: ['keep', 'sanctions'], within: 5, polarity: -0.8,
    because: 'Sanctions that are kept up burden talks.',
    yes: 'Washington will keep the sanctions in place.', no: 'Washington will keep the statue.' },
  { id: 'direction/returns-to-talks', all: ['return', 'talks|meeting'], within: 6, inOrder: true, polarity: 0.9,
    because: 'Who returns to the talks pursues them.',
    yes: 'The envoys return to more talks.', no: 'The envoys return to their hotel.' },
  { id: 'direction/schedules-talks', all: ['scheduled', 'talks|meeting|contact|preparation'], within: 6, polarity: 0.5,
    because: 'Talks with a date are under way.',
    yes: 'More talks are scheduled.', no: 'More concerts are scheduled.' },
  { id: 'direction/improves-relations', all: ['growth', 'relations|cooperation|rapport'], within: 5, polarity: 0.7, none: ['third'],
    because: 'Better relations carry talks.',
    yes: 'Relations have improved since the spring.', no: 'The weather has improved since the spring.' },
  { id: 'direction/signs-deal', all: ['signed', 'deal'], within: 6, polarity: 0.3,
    because: 'What is signed has been agreed.',
    yes: 'The envoys signed an agreement.', no: 'The envoys signed the guest book.' },
];

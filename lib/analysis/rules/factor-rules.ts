import type { FactorRule } from './factor-rule.ts';
export type { FactorRule } from './factor-rule.ts';

const r = (
  id: string,
  weight: number,
  all: string[],
  more: Partial<FactorRule> = {},
): FactorRule => ({
  id,
  factor: id.split('/')[0] as FactorRule['factor'],
  weight,
  all,
  because: '',
  ...more,
});

export const FACTOR_RULES: FactorRule[] = [
  // outlook
  r('outlook/estimate-of-talks', 2, ['estimate', 'talks|meeting|deal|progress|resume'], {
    within: 8,
  }),
  r('outlook/stalled-talks', 3, ['stalled|collapse', 'talks|deal|relations'], { within: 6 }),
  r('outlook/prospect', 2, ['prospect|optimism|pessimism', 'talks|deal|meeting|progress'], {
    within: 7,
  }),
  r('outlook/pessimism', 1.5, ['pessimism']),
  r('outlook/optimism', 1, ['optimism']),
  r('outlook/progress', 2, ['progress']),
  r('outlook/resume-talks', 1, ['resume', 'talks'], { within: 6 }),
  r('outlook/stalled', 2, ['stalled']),
  r('outlook/difficulty', 1.5, ['difficulty', 'talks|deal'], { within: 8 }),
  // intent
  r('intent/willing', 2, ['party', 'willing'], { within: 8, inOrder: true }),
  r('intent/unwilling', 2, ['party', 'unwilling'], { within: 8, inOrder: true }),
  r('intent/signal', 1.5, ['signal']),
  r('intent/will-to-talk', 1.5, ['willing|unwilling|signal|plan', 'talks|resume|meeting|deal'], {
    within: 8,
    inOrder: true,
  }),
  r('intent/plan', 1, ['party', 'plan'], { within: 8, inOrder: true }),
  r('intent/willing-alone', 0.75, ['willing|unwilling']),
  // rapport
  r('rapport/words', 3, ['rapport']),
  r('rapport/leaders', 1.5, ['leader', 'leader', 'relations'], { within: 8 }),
  // domestic
  r('domestic/election', 3, ['election']),
  r('domestic/home', 3, ['domestic']),
  // terms
  r('terms/words', 2, ['terms']),
  r('terms/with-will', 1, ['terms', 'talks|willing|unwilling|deal|signal'], { within: 10 }),
  // leverage
  r('leverage/words', 2.5, ['leverage']),
  // capability
  r('capability/growth', 3, ['capability', 'growth'], { within: 6 }),
  r('capability/words', 1, ['capability']),
  // sanctions
  r('sanctions/words', 2.5, ['sanctions']),
  // partners
  r('partners/third', 1.5, ['third']),
  r('partners/alliance', 2, ['alliance']),
  r('partners/third-alliance', 1, ['third', 'alliance|relations'], { within: 8 }),
  r('partners/mediation', 2.5, ['mediation']),
  // channels
  r('channels/contact', 2.5, ['contact']),
  r('channels/envoy', 2, ['envoy']),
  r('channels/preparation', 2, ['preparation']),
  // provocation
  r('provocation/words', 2.5, ['provocation']),
];

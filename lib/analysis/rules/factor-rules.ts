import type { FactorRule } from './factor-rule.ts';
export type { FactorRule } from './factor-rule.ts';

const r = (id: string, weight: number, all: string[], more: Partial<FactorRule> = {}): FactorRule => ({
  id, factor: id.split('/')[0] as FactorRule['factor'], weight, all, because: '', ...more,
});
const TALKS = 'talks|meeting|deal';

export const FACTOR_RULES: FactorRule[] = [
  // outlook
  r('outlook/estimate-of-talks', 1.5, ['estimate', TALKS], { within: 8 }),
  r('outlook/estimate-of-progress', 1.5, ['estimate', 'progress|resume|occur'], { within: 6 }),
  r('outlook/improbable', 1, ['improbable']),
  r('outlook/talks-stalled', 2, ['stalled|collapse', TALKS + '|relations'], { within: 6 }),
  r('outlook/talks-occur', 1.5, [TALKS, 'occur'], { within: 7, inOrder: true }),
  r('outlook/prospect-of-talks', 1.5, ['prospect', TALKS + '|progress|resume'], { within: 7 }),
  r('outlook/mood-of-talks', 1.5, ['optimism|pessimism', TALKS + '|progress'], { within: 10 }),
  r('outlook/mood', 1.5, ['optimism|pessimism']),
  r('outlook/progress', 1.5, ['progress']),
  r('outlook/resume-talks', 0.5, ['resume', 'talks|deal'], { within: 6 }),
  r('outlook/stalled', 1, ['stalled|unchanging']),
  r('outlook/collapse', 0.5, ['collapse']),
  r('outlook/difficulty-of-talks', 1, ['difficulty', TALKS + '|resume'], { within: 8 }),
  // intent
  r('intent/party-wants', 1.5, ['party', 'want'], { within: 8, inOrder: true }),
  r('intent/party-refuses', 1.5, ['party', 'unwilling'], { within: 8, inOrder: true }),
  r('intent/party-commits', 1.5, ['party', 'commit|invitation'], { within: 8, inOrder: true }),
  r('intent/party-tries', 0.75, ['party', 'attempt|accept'], { within: 8, inOrder: true }),
  r('intent/party-plans', 1, ['party', 'plan'], { within: 8, inOrder: true }),
  r('intent/party-signals', 1, ['party', 'signal'], { within: 8, inOrder: true }),
  r('intent/wants-talks', 1.5, ['want|commit|unwilling', TALKS + '|resume'], { within: 7, inOrder: true }),
  r('intent/tries-talks', 1, ['attempt|plan|signal|invitation|accept', TALKS + '|resume'], { within: 7, inOrder: true }),
  r('intent/wants', 0.5, ['want|commit']),
  r('intent/refuses', 0.5, ['unwilling']),
  r('intent/signals', 1, ['signal']),
  // rapport
  r('rapport/words', 3, ['rapport|animosity']),
  r('rapport/leaders', 2.5, ['relations', 'leader', 'leader'], { within: 6 }),
  // domestic
  r('domestic/election', 2.5, ['election']),
  r('domestic/home', 2.5, ['domestic']),
  // terms
  r('terms/words', 2, ['terms']),
  r('terms/accept', 1, ['terms', 'accept|want|unwilling|signal'], { within: 8 }),
  r('terms/proposal', 1, ['proposal']),
  r('terms/proposal-wanted', 1, ['proposal', 'accept|unwilling|want|party'], { within: 6 }),
  // leverage
  r('leverage/words', 2.5, ['leverage']),
  r('leverage/pressure', 1.5, ['pressure']),
  // capability
  r('capability/growth', 2, ['capability', 'growth'], { within: 6 }),
  r('capability/words', 1.25, ['capability']),
  // sanctions
  r('sanctions/words', 2.5, ['sanctions']),
  // partners
  r('partners/third', 1.25, ['third']),
  r('partners/role', 1.75, ['third_role']),
  r('partners/third-role', 1, ['third', 'third_role|relations|meeting|talks|proposal'], { within: 8 }),
  r('partners/third-and-party', 0.5, ['third', 'party'], { within: 10 }),
  r('partners/mediation', 2, ['mediation']),
  r('partners/side', 2.5, ['side']),
  // channels
  r('channels/contact', 2.5, ['contact']),
  r('channels/envoy', 1.75, ['envoy']),
  r('channels/preparation', 1.75, ['preparation']),
  r('channels/met', 1, ['party', 'meeting', 'party'], { within: 6, inOrder: true }),
  // provocation
  r('provocation/words', 2.5, ['provocation']),
];

import type { FactorRule } from './factor-rule.ts';
export type { FactorRule } from './factor-rule.ts';

const r = (id: string, weight: number, all: string[], more: Partial<FactorRule> = {}): FactorRule => ({
  id, factor: id.split('/')[0] as FactorRule['factor'], weight, all, because: '', ...more,
});
const TALKS = 'talks|meeting|deal';

export const FACTOR_RULES: FactorRule[] = [
  // outlook
  r('outlook/estimate-of-talks', 2.25, ['estimate', TALKS], { within: 8 }),
  r('outlook/estimate-of-progress', 1.5, ['estimate', 'progress|resume|occur'], { within: 6 }),
  r('outlook/improbable', 1.5, ['improbable'], { none: ['provocation'] }),
  r('outlook/possible-talks', 1, ['possible', TALKS], { within: 4 }),
  r('outlook/talks-stalled', 2, ['stalled|collapse', TALKS + '|relations'], { within: 6 }),
  r('outlook/talks-occur', 1.5, [TALKS, 'occur'], { within: 12, inOrder: true }),
  r('outlook/prospect-of-talks', 1, ['prospect', TALKS + '|progress|resume'], { within: 7 }),
  r('outlook/mood-of-talks', 1, ['optimism|pessimism', TALKS + '|progress'], { within: 10 }),
  r('outlook/mood', 1.25, ['optimism|pessimism']),
  r('outlook/progress', 1.5, ['progress']),
  r('outlook/resume-talks', 0.25, ['resume', 'talks|deal'], { within: 6 }),
  r('outlook/stalled', 1, ['stalled|unchanging']),
  r('outlook/collapse', 0.25, ['collapse']),
  r('outlook/difficulty-of-talks', 1.5, ['difficulty', TALKS + '|resume'], { within: 8 }),
  // intent
  r('intent/party-wants', 1.5, ['party', 'want'], { within: 8, inOrder: true }),
  r('intent/party-refuses', 0.75, ['party', 'unwilling'], { within: 8, inOrder: true }),
  r('intent/party-commits', 1, ['party', 'commit|invitation'], { within: 8, inOrder: true }),
  r('intent/party-tries', 0.25, ['party', 'attempt|accept'], { within: 8, inOrder: true }),
  r('intent/party-plans', 1.5, ['party', 'plan'], { within: 8, inOrder: true }),
  r('intent/party-signals', 1.5, ['party', 'signal'], { within: 8, inOrder: true }),
  r('intent/wants-talks', 0.75, ['want|commit|unwilling', TALKS + '|resume'], { within: 7, inOrder: true }),
  r('intent/tries-talks', 1.5, ['attempt|plan|signal|invitation|accept', TALKS + '|resume'], { within: 7, inOrder: true }),
  r('intent/leader-to-leader', 1, ['leader', 'talks', 'leader'], { within: 6, inOrder: true }),
  r('intent/puts-weight-on-talks', 1.5, ['importance', 'talks|relations'], { within: 6 }),
  r('intent/leader-may-meet', 2.5, ['leader', 'estimate', 'talks|meeting', 'leader'], { within: 6, inOrder: true }),
  r('intent/prepares-talks', 1.75, ['preparation', 'resume'], { within: 4, inOrder: true }),
  r('intent/wants', 0.5, ['want|commit']),
  r('intent/refuses', 0.75, ['unwilling']),
  r('intent/signals', 1, ['signal']),
  // rapport
  r('rapport/words', 3, ['rapport|animosity']),
  r('rapport/leaders', 3, ['relations', 'leader', 'leader'], { within: 6 }),
  r('rapport/greets', 2.5, ['leader', 'greet', 'leader'], { within: 8, inOrder: true }),
  // domestic
  r('domestic/election', 2.5, ['election']),
  r('domestic/election-as-horizon', 1, ['background', 'election'], { within: 6, inOrder: true }),
  r('domestic/home', 2.25, ['domestic']),
  // terms
  r('terms/words', 2.75, ['terms']),
  r('terms/accept', 0.5, ['terms', 'accept|want|unwilling|signal'], { within: 8 }),
  r('terms/proposal', 1.5, ['proposal']),
  r('terms/proposal-wanted', 1, ['proposal', 'accept|unwilling|want|party'], { within: 6 }),
  // leverage
  r('leverage/words', 2.75, ['leverage']),
  r('leverage/pressure', 1.5, ['pressure']),
  // capability
  r('capability/growth', 2, ['capability', 'growth'], { within: 6 }),
  r('capability/words', 1.5, ['capability']),
  // sanctions
  r('sanctions/words', 2.75, ['sanctions']),
  // partners
  r('partners/third', 0.5, ['third']),
  r('partners/role', 1.75, ['third_role']),
  r('partners/third-role', 0.5, ['third', 'third_role|relations|meeting|talks|proposal'], { within: 8 }),
  r('partners/third-and-party', 0.5, ['third', 'party'], { within: 10 }),
  r('partners/relations-with-third', 1.5, ['party', 'relations', 'third'], { within: 5, inOrder: true }),
  r('partners/several', 1, ['third', 'third'], { within: 4 }),
  r('partners/supports', 1.5, ['third', 'support'], { within: 6 }),
  r('partners/concerned', 1, ['concern', 'third|third_role'], { within: 6, inOrder: true }),
  r('partners/mediation', 2, ['mediation']),
  // channels
  r('channels/contact', 3, ['contact']),
  r('channels/envoy', 1.5, ['envoy']),
  r('channels/preparation', 2, ['preparation']),
  r('channels/unanswered', 2, ['unanswered']),
  r('channels/no-comment', 2, ['no_comment']),
  r('channels/travel', 1, ['travel']),
  r('channels/travel-for-talks', 1, ['travel', 'talks|meeting|preparation|deal'], { within: 10 }),
  r('channels/officials-meet', 3, ['meeting|talks', 'title'], { within: 3, inOrder: true }),
  r('channels/met', 1, ['party', 'meeting', 'party'], { within: 6, inOrder: true }),
  // provocation
  r('provocation/fires', 3, ['fire', 'capability'], { within: 4 }),
  r('provocation/words', 3.25, ['provocation']),
];

/**
 * What a deployed stack tells of itself, by the names of its outputs: written by the stack, read by the
 * commands with `--remote`. Another output is another name here and another `tell` there.
 */
export const STACK_OUTPUTS = [
  'ArticlesBucket',
  'EditionsBucket',
  'SubscribersTable',
  'LedgerTable',
  'DeliveryQueue',
  'DeliveryDeadLetters',
  'FeedbackQueue',
  'FeedbackDeadLetters',
  'MissedEvents',
  'SigningKeysSecret',
  'SenderAddress',
  'SenderDomain',
  'ConfigurationSet',
  'SiteUrl',
] as const;

export type StackOutput = (typeof STACK_OUTPUTS)[number];
export type StackOutputs = Readonly<Record<StackOutput, string>>;

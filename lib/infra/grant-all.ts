import { Stack } from 'aws-cdk-lib';
import { NO_MAILBOX } from '../../lambdas/deliver/environment.ts';
import { acknowledgeWildcard } from './acknowledge-wildcard.ts';
import type { Parts } from './parts.ts';

/** Says of every function what it may do, and gives it the names of what it does it with. */
export function grantAll(parts: Parts): void {
  parts.articles.grantIngest(parts.ingest.function);
  toCompose(parts);
  toDeliver(parts);
  parts.subscribers.grantSetState(parts.feedback.function);
  parts.ledger.grantFeedback(parts.feedback.function);
  toReconcile(parts);
  toSite(parts);
  toMailbox(parts);
  parts.editions.grantRead(parts.watch.function);
  parts.ledger.grantRead(parts.watch.function);
  for (const { function: fn } of [parts.compose, parts.reconcile, parts.watch])
    acknowledgeWildcard(
      Stack.of(fn),
      `${fn.functionArn}:*`,
      'Scheduler is granted versions by CDK too.',
    );
}

function toCompose(parts: Parts): void {
  const { function: fn } = parts.compose;
  parts.articles.grantAnalyse(fn);
  parts.editions.grantFreeze(fn);
  parts.subscribers.grantList(fn);
  parts.ledger.grantPlan(fn);
  parts.deliver.queue.grantPut(fn);
  parts.sender.grantSend(fn, parts.feedback.configurationSet);
  parts.signingKeys.grantRead(fn);
  parts.site.provideUrl(fn);
}

function toDeliver(parts: Parts): void {
  const { function: fn } = parts.deliver;
  parts.editions.grantRead(fn);
  parts.subscribers.grantGetMany(fn);
  parts.ledger.grantDeliver(fn);
  parts.signingKeys.grantRead(fn);
  parts.sender.grantSend(fn, parts.feedback.configurationSet);
  parts.site.provideUrl(fn);
  fn.provide('UNSUBSCRIBE_MAILBOX', parts.mailbox?.address ?? NO_MAILBOX);
}

function toReconcile(parts: Parts): void {
  const { function: fn } = parts.reconcile;
  parts.editions.grantRead(fn);
  parts.ledger.grantReconcile(fn);
  parts.subscribers.grantList(fn);
  parts.deliver.queue.grantPut(fn);
  parts.deliver.queue.grantWatch(fn);
  parts.feedback.grantWatch(fn);
  parts.sender.grantSend(fn, parts.feedback.configurationSet);
  parts.site.provideUrl(fn);
}

function toSite(parts: Parts): void {
  const { function: fn } = parts.site;
  parts.editions.grantRead(fn);
  parts.ledger.grantRead(fn);
  parts.subscribers.grantServe(fn);
  parts.counters.grantCount(fn);
  parts.sender.grantSend(fn, parts.feedback.configurationSet);
  parts.signingKeys.grantRead(fn);
  parts.ledger.grantApprove(fn);
}

function toMailbox({ mailbox, subscribers, signingKeys }: Parts): void {
  if (mailbox === null) return;
  subscribers.grantSetState(mailbox.function);
  signingKeys.grantRead(mailbox.function);
}

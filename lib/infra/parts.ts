import type { Construct } from 'constructs';
import type { Topic } from '#lib/topic/topic.ts';
import { Articles } from './articles.ts';
import { Compose } from './compose.ts';
import type { Configuration } from './configuration.ts';
import { Counters } from './counters.ts';
import { Deliver } from './deliver.ts';
import { Editions } from './editions.ts';
import { Feedback } from './feedback.ts';
import { Ingest } from './ingest.ts';
import { Ledger } from './ledger.ts';
import { Mailbox, unsubscribeMailbox } from './mailbox.ts';
import { Reconcile } from './reconcile.ts';
import { Sender } from './sender.ts';
import { SigningKeys } from './signing-keys.ts';
import { Site } from './site.ts';
import { Subscribers } from './subscribers.ts';
import { Watch } from './watch.ts';

/** What a stack consists of: a construct a capability. */
export type Parts = ReturnType<typeof makeParts>;

/** Makes each part, which may do nothing yet: `grantAll` says who may do what with it. */
export function makeParts(scope: Construct, configuration: Configuration, topics: Topic[]) {
  const articles = new Articles(scope, 'Articles');
  const mailbox = unsubscribeMailbox(configuration);
  return {
    articles,
    editions: new Editions(scope, 'Editions'),
    subscribers: new Subscribers(scope, 'Subscribers'),
    counters: new Counters(scope, 'Counters'),
    ledger: new Ledger(scope, 'Ledger'),
    signingKeys: new SigningKeys(scope, 'SigningKeys'),
    sender: new Sender(scope, 'Sender', configuration),
    ingest: new Ingest(scope, 'Ingest', articles.bucketName, topics),
    compose: new Compose(scope, 'Compose', topics, configuration),
    deliver: new Deliver(scope, 'Deliver', configuration),
    feedback: new Feedback(scope, 'Feedback'),
    reconcile: new Reconcile(scope, 'Reconcile', configuration),
    site: new Site(scope, 'Site', topics),
    watch: new Watch(scope, 'Watch', topics, configuration),
    /** Null where mails that unsubscribe go nowhere. */
    mailbox: mailbox === null ? null : new Mailbox(scope, 'Mailbox', mailbox, configuration.domain),
  };
}

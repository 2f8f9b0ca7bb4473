import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StackOutput } from '#lib/aws/stack-outputs.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { NO_MAILBOX } from '../../lambdas/deliver/environment.ts';
import { acknowledgeWildcard } from './acknowledge-wildcard.ts';
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
import { Monitoring } from './monitoring.ts';
import { Reconcile } from './reconcile.ts';
import { Sender } from './sender.ts';
import { SigningKeys } from './signing-keys.ts';
import { Site } from './site.ts';
import { Subscribers } from './subscribers.ts';
import { Watch } from './watch.ts';

export interface ParleyStackProps extends StackProps {
  configuration: Configuration;
  topics: Topic[];
}

/** Parley on AWS: what there is, and who may do what with it. Every resource stands in a construct. */
export class ParleyStack extends Stack {
  constructor(scope: Construct, id: string, props: ParleyStackProps) {
    super(scope, id, props);
    const articles = new Articles(this, 'Articles');
    const editions = new Editions(this, 'Editions');
    const subscribers = new Subscribers(this, 'Subscribers');
    const counters = new Counters(this, 'Counters');
    const ledger = new Ledger(this, 'Ledger');
    const signingKeys = new SigningKeys(this, 'SigningKeys');
    const { configuration, topics } = props;
    const sender = new Sender(this, 'Sender', configuration);
    const ingest = new Ingest(this, 'Ingest', articles.bucketName, topics);
    const compose = new Compose(this, 'Compose', topics, configuration);
    const deliver = new Deliver(this, 'Deliver', configuration);
    const feedback = new Feedback(this, 'Feedback');
    const reconcile = new Reconcile(this, 'Reconcile', configuration);
    const site = new Site(this, 'Site', topics);
    const watch = new Watch(this, 'Watch', topics, configuration);
    const mailbox = unsubscribeMailbox(configuration);

    for (const { functionArn } of [compose.function, reconcile.function, watch.function])
      acknowledgeWildcard(this, `${functionArn}:*`, 'Scheduler is granted versions by CDK too.');

    articles.grantIngest(ingest.function);

    articles.grantAnalyse(compose.function);
    editions.grantFreeze(compose.function);
    subscribers.grantList(compose.function);
    ledger.grantPlan(compose.function);
    deliver.queue.grantPut(compose.function);
    sender.grantSend(compose.function, feedback.configurationSet);
    signingKeys.grantRead(compose.function);
    site.provideUrl(compose.function);

    editions.grantRead(deliver.function);
    subscribers.grantGetMany(deliver.function);
    ledger.grantDeliver(deliver.function);
    signingKeys.grantRead(deliver.function);
    sender.grantSend(deliver.function, feedback.configurationSet);
    site.provideUrl(deliver.function);
    deliver.function.provide('UNSUBSCRIBE_MAILBOX', mailbox ?? NO_MAILBOX);

    subscribers.grantSetState(feedback.function);
    ledger.grantFeedback(feedback.function);

    editions.grantRead(reconcile.function);
    ledger.grantReconcile(reconcile.function);
    subscribers.grantList(reconcile.function);
    deliver.queue.grantPut(reconcile.function);
    deliver.queue.grantWatch(reconcile.function);
    feedback.grantWatch(reconcile.function);
    sender.grantSend(reconcile.function, feedback.configurationSet);
    site.provideUrl(reconcile.function);

    editions.grantRead(site.function);
    ledger.grantRead(site.function);
    subscribers.grantServe(site.function);
    counters.grantCount(site.function);
    sender.grantSend(site.function, feedback.configurationSet);
    signingKeys.grantRead(site.function);
    ledger.grantApprove(site.function);

    editions.grantRead(watch.function);
    ledger.grantRead(watch.function);

    new Monitoring(this, 'Monitoring', {
      operator: configuration.operator,
      functions: {
        compose: compose.function,
        deliver: deliver.function,
        feedback: feedback.function,
        ingest: ingest.function,
        reconcile: reconcile.function,
        site: site.function,
        watch: watch.function,
      },
      missedEvents: compose.missed,
      deliveryDeadLetters: deliver.queue.deadLetters,
      feedbackDeadLetters: feedback.deadLetters,
      ingestDeadLetters: ingest.deadLetters,
      api: site.api,
      configurationSetName: feedback.configurationSet.configurationSetName,
      stackName: this.stackName,
    });

    if (mailbox !== null) {
      const { function: fn, steps } = new Mailbox(this, 'Mailbox', mailbox, configuration.domain);
      subscribers.grantSetState(fn);
      signingKeys.grantRead(fn);
      this.tell('MailboxSteps', 'To do before mails that unsubscribe arrive', steps);
    }

    const { sender: address, domain } = configuration;
    this.tell('DnsRecords', 'To add to the DNS of the sending domain', sender.dnsRecords);
    this.tell('ComposeFunction', 'Composes a slot by hand', compose.function.functionName);
    this.tellAll({
      ArticlesBucket: ['Article JSON, under articles/', articles.bucketName],
      EditionsBucket: ["Editions, and editors' notes under notes/", editions.bucketName],
      SubscribersTable: ['Who asked for the digests', subscribers.tableName],
      LedgerTable: ['What became of each delivery', ledger.tableName],
      DeliveryQueue: ['Planned deliveries', deliver.queue.url],
      DeliveryDeadLetters: ['Deliveries given up', deliver.queue.deadLetters.queueUrl],
      FeedbackQueue: ['Events of SES', feedback.queue.queueUrl],
      FeedbackDeadLetters: ['Events of SES given up', feedback.deadLetters.queueUrl],
      MissedEvents: ['Slots without an edition', compose.missed.queueUrl],
      SigningKeysSecret: ['Keys that sign links', signingKeys.secretArn],
      SenderAddress: ['Address in From:', address],
      SenderDomain: ['Domain that SES signs for', domain],
      ConfigurationSet: [
        'Events and TLS of the mails',
        feedback.configurationSet.configurationSetName,
      ],
      SiteUrl: ['Address of the public pages', site.url],
    });
  }

  /** What `parley --remote` reads. */
  private tellAll(outputs: Record<StackOutput, [description: string, value: string]>): void {
    for (const [name, [description, value]] of Object.entries(outputs))
      this.tell(name, description, value);
  }

  /** Prints a value after the deployment, under a name that scripts can rely on. */
  private tell(name: string, description: string, value: string): void {
    new CfnOutput(this, name, { description, value }).overrideLogicalId(name);
  }
}

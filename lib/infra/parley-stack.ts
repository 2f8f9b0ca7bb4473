import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StackOutput } from '#lib/aws/stack-outputs.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Configuration } from './configuration.ts';
import { grantAll } from './grant-all.ts';
import { Monitoring } from './monitoring.ts';
import { makeParts, type Parts } from './parts.ts';

export interface ParleyStackProps extends StackProps {
  configuration: Configuration;
  topics: Topic[];
}

/** Parley on AWS: what there is, and who may do what with it. Every resource stands in a construct. */
export class ParleyStack extends Stack {
  constructor(scope: Construct, id: string, props: ParleyStackProps) {
    super(scope, id, props);
    const { configuration, topics } = props;
    const parts = makeParts(this, configuration, topics);
    grantAll(parts);
    this.watchAll(parts, configuration);
    this.tell('DnsRecords', 'To add to the DNS of the sending domain', parts.sender.dnsRecords);
    this.tell('ComposeFunction', 'Composes a slot by hand', parts.compose.function.functionName);
    if (parts.mailbox !== null)
      this.tell('MailboxSteps', 'To do before mails that unsubscribe arrive', parts.mailbox.steps);
    this.tellAll(outputsOf(parts, configuration));
  }

  private watchAll(parts: Parts, { operator }: Configuration): void {
    const { compose, deliver, feedback, ingest, mailbox, reconcile, site, watch } = parts;
    const named = { compose, deliver, feedback, ingest, reconcile, site, watch };
    const all = mailbox === null ? named : { ...named, mailbox };
    new Monitoring(this, 'Monitoring', {
      operator,
      functions: Object.fromEntries(
        Object.entries(all).map(([name, part]) => [name, part.function]),
      ),
      missedEvents: compose.missed,
      deliveryDeadLetters: deliver.queue.deadLetters,
      feedbackDeadLetters: feedback.deadLetters,
      ingestDeadLetters: ingest.deadLetters,
      api: site.api,
      configurationSetName: feedback.configurationSet.configurationSetName,
      stackName: this.stackName,
    });
  }

  /** What `parley --remote` reads. */
  private tellAll(outputs: Outputs): void {
    for (const [name, [description, value]] of Object.entries(outputs))
      this.tell(name, description, value);
  }

  /** Prints a value after the deployment, under a name that scripts can rely on. */
  private tell(name: string, description: string, value: string): void {
    new CfnOutput(this, name, { description, value }).overrideLogicalId(name);
  }
}

type Outputs = Record<StackOutput, [description: string, value: string]>;

function outputsOf(parts: Parts, { sender, domain }: Configuration): Outputs {
  const { articles, editions, subscribers, ledger, deliver, feedback, compose } = parts;
  return {
    ArticlesBucket: ['Article JSON, under articles/', articles.bucketName],
    EditionsBucket: ["Editions, and editors' notes under notes/", editions.bucketName],
    SubscribersTable: ['Who asked for the digests', subscribers.tableName],
    LedgerTable: ['What became of each delivery', ledger.tableName],
    DeliveryQueue: ['Planned deliveries', deliver.queue.url],
    DeliveryDeadLetters: ['Deliveries given up', deliver.queue.deadLetters.queueUrl],
    FeedbackQueue: ['Events of SES', feedback.queue.queueUrl],
    FeedbackDeadLetters: ['Events of SES given up', feedback.deadLetters.queueUrl],
    MissedEvents: ['Slots without an edition', compose.missed.queueUrl],
    SigningKeysSecret: ['Keys that sign links', parts.signingKeys.secretArn],
    SenderAddress: ['Address in From:', sender],
    SenderDomain: ['Domain that SES signs for', domain],
    ConfigurationSet: [
      'Events and TLS of the mails',
      feedback.configurationSet.configurationSetName,
    ],
    SiteUrl: ['Address of the public pages', parts.site.url],
  };
}

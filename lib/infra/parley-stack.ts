import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Topic } from '#lib/topic/topic.ts';
import { Articles } from './articles.ts';
import { Compose } from './compose.ts';
import type { Configuration } from './configuration.ts';
import { Deliver } from './deliver.ts';
import { Editions } from './editions.ts';
import { Feedback } from './feedback.ts';
import { Ledger } from './ledger.ts';
import { Reconcile } from './reconcile.ts';
import { Sender } from './sender.ts';
import { SigningKeys } from './signing-keys.ts';
import { Site } from './site.ts';
import { Subscribers } from './subscribers.ts';

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
    const ledger = new Ledger(this, 'Ledger');
    const signingKeys = new SigningKeys(this, 'SigningKeys');
    const sender = new Sender(this, 'Sender', props.configuration);
    const compose = new Compose(this, 'Compose', props.topics, props.configuration.model);
    const deliver = new Deliver(this, 'Deliver');
    const feedback = new Feedback(this, 'Feedback');
    const reconcile = new Reconcile(this, 'Reconcile', props.configuration.operator);
    const site = new Site(this, 'Site', props.topics);

    articles.grantAnalyse(compose.function);
    editions.grantFreeze(compose.function);
    subscribers.grantList(compose.function);
    ledger.grantPlan(compose.function);
    deliver.queue.grantPut(compose.function);

    editions.grantRead(deliver.function);
    subscribers.grantGetMany(deliver.function);
    ledger.grantDeliver(deliver.function);
    signingKeys.grantRead(deliver.function);
    sender.grantSend(deliver.function, feedback.configurationSet);
    site.provideUrl(deliver.function);

    subscribers.grantSetState(feedback.function);
    ledger.grantFeedback(feedback.function);

    editions.grantRead(reconcile.function);
    ledger.grantReconcile(reconcile.function);
    deliver.queue.grantPut(reconcile.function);
    deliver.queue.grantWatch(reconcile.function);
    feedback.grantWatch(reconcile.function);
    sender.grantSend(reconcile.function, feedback.configurationSet);
    site.provideUrl(reconcile.function);

    editions.grantRead(site.function);
    subscribers.grantSetState(site.function);
    signingKeys.grantRead(site.function);

    this.tell('ArticlesBucket', 'Article JSON goes here, under articles/', articles.bucketName);
    this.tell('EditionsBucket', "Editors' notes go here, under notes/", editions.bucketName);
    this.tell('SubscribersTable', 'Who asked for the digests', subscribers.tableName);
    this.tell('ComposeFunction', 'Composes a slot by hand', compose.function.functionName);
    this.tell('SiteUrl', 'Address of the public pages', site.url);
    this.tell('DnsRecords', 'To add to the DNS of the sending domain', sender.dnsRecords);
  }

  /** Prints a value after the deployment, under a name that scripts can rely on. */
  private tell(name: string, description: string, value: string): void {
    new CfnOutput(this, name, { description, value }).overrideLogicalId(name);
  }
}

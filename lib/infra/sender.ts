import { Stack } from 'aws-cdk-lib';
import { EmailIdentity, Identity, type ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Configuration } from './configuration.ts';
import type { ParleyFunction } from './parley-function.ts';

/** Who the mails come from: the SES identity of the domain, and the DNS records that prove it. */
export class Sender extends Construct {
  private readonly identity: EmailIdentity;

  constructor(
    scope: Construct,
    id: string,
    private readonly configuration: Configuration,
  ) {
    super(scope, id);
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(configuration.domain),
    });
  }

  /** DNS records by which the domain proves that SES may sign for it, one a line. */
  get dnsRecords(): string {
    return this.identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`).join('\n');
  }

  /** Sends as the configured address and as no other; `events` tells what becomes of the mails. */
  grantSend(fn: ParleyFunction, events: ConfigurationSet): void {
    const { sender } = this.configuration;
    const name = events.configurationSetName;
    const stack = Stack.of(this);
    const setArn = stack.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: name,
    });
    fn.allow(['ses:SendRawEmail'], [this.identity.emailIdentityArn, setArn], {
      StringEquals: { 'ses:FromAddress': sender },
    });
    // The quota is the account's: there is no resource to name.
    fn.allow(['ses:GetSendQuota'], ['*']);
    fn.provide('SENDER_ADDRESS', sender);
    fn.provide('CONFIGURATION_SET', name);
  }
}

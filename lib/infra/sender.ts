import { Stack } from 'aws-cdk-lib';
import { PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import {
  EmailIdentity,
  Identity,
  MailFromBehaviorOnMxFailure,
  type ConfigurationSet,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Configuration } from './configuration.ts';
import type { ParleyFunction } from './parley-function.ts';

/**
 * The least that bulk-mail receivers ask for (Gmail and Yahoo from 5,000 mails a day, Microsoft's consumer
 * mail from 5,000): a DMARC record that the From: address aligns with. Stricter is the operator's to say.
 */
const DMARC = 'v=DMARC1; p=none';

/**
 * Who the mails come from: the SES identity of the domain with DKIM and a MAIL FROM domain of its own, so
 * that SPF aligns too, and the DNS records that prove both.
 */
export class Sender extends Construct {
  private readonly identity: EmailIdentity;
  private readonly mailFrom: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly configuration: Configuration,
  ) {
    super(scope, id);
    const { domain, zone } = configuration;
    this.mailFrom = `bounce.${domain}`;
    const hostedZone =
      zone === null
        ? null
        : PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
            hostedZoneId: zone,
            zoneName: domain,
          });
    this.identity = new EmailIdentity(this, 'Identity', {
      // With a zone, the records of DKIM and MAIL FROM are made in it.
      identity: hostedZone ? Identity.publicHostedZone(hostedZone) : Identity.domain(domain),
      mailFromDomain: this.mailFrom,
      // A record that is missing costs the alignment of SPF, not the mail: DKIM aligns still.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    if (hostedZone)
      new TxtRecord(this, 'Dmarc', {
        zone: hostedZone,
        recordName: `_dmarc.${domain}`,
        values: [DMARC],
      });
  }

  /** DNS records by which the domain proves that SES may sign and send for it, one a line. */
  get dnsRecords(): string {
    const { region } = Stack.of(this);
    const dkim = this.identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`);
    return [
      ...dkim,
      `${this.mailFrom} MX 10 feedback-smtp.${region}.amazonses.com`,
      `${this.mailFrom} TXT "v=spf1 include:amazonses.com ~all"`,
      `_dmarc.${this.configuration.domain} TXT "${DMARC}"`,
    ].join('\n');
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

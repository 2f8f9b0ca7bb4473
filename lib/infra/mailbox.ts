import { Duration, Stack } from 'aws-cdk-lib';
import { ReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { MailboxEnvironment } from '../../lambdas/mailbox/environment.ts';
import type { Configuration } from './configuration.ts';
import { ParleyFunction } from './parley-function.ts';

/** Under the sending domain, so that its own mail goes on to where it goes. */
const SUBDOMAIN = 'leave';

/** The address that mails of readers who leave go to; null where none is configured. */
export function unsubscribeMailbox({
  domain,
  hasMailbox,
}: Pick<Configuration, 'domain' | 'hasMailbox'>): string | null {
  return hasMailbox ? `unsubscribe@${SUBDOMAIN}.${domain}` : null;
}

/**
 * Takes mails that unsubscribe, in regions in which SES receives mail. SES hands the function their headers
 * and keeps no mail. An account has one active set of rules, so a person makes this one active.
 */
export class Mailbox extends Construct {
  readonly function: ParleyFunction;
  private readonly rules: ReceiptRuleSet;

  constructor(
    scope: Construct,
    id: string,
    readonly address: string,
    private readonly domain: string,
  ) {
    super(scope, id);
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'mailbox',
      description: 'Unsubscribes readers who ask so by mail',
      environment: MailboxEnvironment,
      timeout: Duration.seconds(30),
      memoryMegabytes: 256,
    });
    this.rules = new ReceiptRuleSet(this, 'Rules');
    this.rules.addRule('Unsubscribe', {
      recipients: [address],
      actions: [
        new Lambda({ function: this.function, invocationType: LambdaInvocationType.EVENT }),
      ],
    });
  }

  /** What is still to be done by a person, a line each. */
  get steps(): string {
    const { region } = Stack.of(this);
    const { receiptRuleSetName: name } = this.rules;
    return [
      `DNS: ${SUBDOMAIN}.${this.domain} MX 10 inbound-smtp.${region}.amazonaws.com`,
      `aws ses set-active-receipt-rule-set --region ${region} --rule-set-name ${name}`,
    ].join('\n');
  }
}

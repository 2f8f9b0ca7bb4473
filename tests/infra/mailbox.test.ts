import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { MailboxEnvironment } from '../../lambdas/mailbox/environment.ts';
import { ownPermissions } from './permissions.ts';
import { exampleTemplate } from './synthesise.ts';

const template = exampleTemplate({ ...EXAMPLE, hasMailbox: true });

const variablesOf = (prefix: string) => {
  const functions = Object.entries(template.findResources('AWS::Lambda::Function'));
  const [[, resource] = []] = functions.filter(([id]) => id.startsWith(prefix));
  return resource?.Properties.Environment.Variables;
};

describe('the mailbox', () => {
  it('is not there unless it is asked for', () => {
    exampleTemplate().resourceCountIs('AWS::SES::ReceiptRule', 0);
  });

  it('gets the headers of mails to its own address, under a domain of its own', () => {
    template.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        Recipients: ['unsubscribe@leave.example.com'],
        Actions: [{ LambdaAction: { InvocationType: 'Event' } }],
      },
    });
    expect(variablesOf('DeliverFunction')).toMatchObject({
      UNSUBSCRIBE_MAILBOX: 'unsubscribe@leave.example.com',
    });
    const { MailboxSteps } = template.findOutputs('MailboxSteps');
    expect(JSON.stringify(MailboxSteps)).toContain('leave.example.com MX 10 inbound-smtp.');
  });

  it('may look a subscriber up and change their state', () => {
    expect(ownPermissions(template, 'MailboxFunction')).toEqual([
      'dynamodb:GetItem SubscribersTable',
      'dynamodb:UpdateItem SubscribersTable',
      'secretsmanager:GetSecretValue SigningKeysSecret',
    ]);
    const names = Object.keys(variablesOf('MailboxFunction'));
    expect(names).toEqual(expect.arrayContaining(Object.keys(MailboxEnvironment.shape)));
  });
});

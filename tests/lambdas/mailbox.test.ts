import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SESEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { signLink } from '#lib/subscription/signed-link.ts';
import { handleMailbox } from '../../lambdas/mailbox/handler.ts';
import { wire } from '../../lambdas/mailbox/wiring.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = { SUBSCRIBERS_TABLE: 'subscribers', SIGNING_KEYS_SECRET: 'signing-keys' };
const READER = { topicId: 'us-north-korea', subscriberId: 's1' };

const dynamo = mockClient(DynamoDBDocumentClient);
const secrets = mockClient(SecretsManagerClient);

beforeEach(() => {
  dynamo.reset();
  secrets
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ current: 'k1', k1: 'A'.repeat(64) }) });
  dynamo.on(GetCommand).resolves({ Item: sampleSubscriber('s1', { topicId: READER.topicId }) });
  dynamo.on(UpdateCommand).resolves({});
});

/** A mail as SES hands it over. */
const mail = (subject: string | undefined, headers: { name: string; value: string }[] = []) => ({
  ses: {
    mail: {
      messageId: 'm1',
      source: 'reader@example.com',
      headers: [{ name: 'From', value: 'Reader <reader@example.com>' }, ...headers],
      commonHeaders: { subject },
    },
    receipt: { recipients: ['unsubscribe@leave.example.com'] },
  },
});

async function receive(...mails: ReturnType<typeof mail>[]) {
  const { log, lines } = recordedLog();
  const deps = { ...(await wire(ENVIRONMENT)), log };
  await handleMailbox({ Records: mails } as unknown as SESEvent, deps);
  return lines;
}

const subject = async () =>
  `unsubscribe ${signLink('unsubscribe', READER, (await wire(ENVIRONMENT)).keys)}`;

describe('the mailbox', () => {
  it('unsubscribes the reader whose token a mail carries, past those that carry none', async () => {
    const automatic = [{ name: 'auto-SUBMITTED', value: 'auto-replied' }];
    const lines = await receive(
      mail(undefined),
      mail('unsubscribe forged.a.b.c'),
      mail(await subject(), automatic),
      mail(await subject()),
    );
    expect(lines.map(({ code }) => code)).toEqual([
      ...Array(3).fill('MAILBOX_IGNORED'),
      'MAILBOX_DONE',
    ]);
    expect(dynamo.commandCalls(UpdateCommand)).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toMatch(/@|k1\./);
  });

  it('fails where the table does, so that AWS tries again', async () => {
    dynamo.on(GetCommand).rejects(new Error('table is gone'));
    await expect(receive(mail(await subject()))).rejects.toThrow('table is gone');
  });

  it('names every variable that is missing', async () => {
    await expect(wire({})).rejects.toThrow(/SUBSCRIBERS_TABLE[^]*SIGNING_KEYS_SECRET/);
  });
});

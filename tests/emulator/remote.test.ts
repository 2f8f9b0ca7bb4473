import { randomUUID } from 'node:crypto';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { CreateQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoClient, s3Client, sqsClient } from '#lib/aws/clients.ts';
import { createTables } from '#lib/aws/create-tables.ts';
import { openDeadLetters } from '#lib/aws/open-dead-letters.ts';
import { openRemote, type RemoteStores } from '#lib/aws/open-remote.ts';
import { readClock } from '#lib/aws/read-clock.ts';
import { secretsClient } from '#lib/aws/read-key-ring.ts';
import { STACK_OUTPUTS } from '#lib/aws/stack-outputs.ts';
import { LEDGER_TABLE, SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { storesContract } from '../contract/stores-contract.ts';
import { startEmulator } from './emulator.ts';

const emulator = await startEmulator();

describe.skipIf(emulator === null)('a stack over the wire', () => {
  const run = randomUUID();
  const name = `Parley-${run}`;
  let stores: RemoteStores;
  beforeAll(async () => {
    await makeStack(name, run);
    stores = await openRemote(name);
  });
  afterAll(async () => {
    await stores?.close();
    await emulator?.stop();
  });

  storesContract(() => stores);

  it('that is not there is named', async () => {
    await expect(openRemote('Elsewhere')).rejects.toThrow('no stack is called "Elsewhere"');
  });

  it('tells the time', async () => {
    expect(Math.abs(await readClock(name, () => new Date()))).toBeLessThan(60_000);
  });

  it('gives its dead letters back', async () => {
    const { DeliveryDeadLetters: QueueUrl } = stores.stack.outputs;
    for (const MessageBody of ['good', 'poison'])
      await sqsClient().send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const letters = openDeadLetters('delivery', stores.stack.outputs);
    expect((await letters.look(10)).sort()).toEqual(['good', 'poison']);
    const back: string[] = [];
    for await (const { body, isBack } of letters.putBack((text) => text === 'good'))
      if (isBack) back.push(body);
    expect({ back, left: await letters.look(10) }).toEqual({ back: ['good'], left: ['poison'] });
  });
});

/** What the stack of the CDK makes, as far as commands need it, and a stack that tells of it. */
async function makeStack(stackName: string, run: string): Promise<void> {
  const bucket = async (kind: string) => {
    const Bucket = `${kind}-${run}`;
    await s3Client().send(new CreateBucketCommand({ Bucket }));
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await s3Client().send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    return Bucket;
  };
  const queue = async (kind: string) => {
    const create = new CreateQueueCommand({ QueueName: `${kind}-${run}` });
    return (await sqsClient().send(create)).QueueUrl ?? '';
  };
  const tables = { LedgerTable: `ledger-${run}`, SubscribersTable: `subscribers-${run}` };
  await createTables(dynamoClient(), [
    { ...LEDGER_TABLE, name: tables.LedgerTable },
    { ...SUBSCRIBERS_TABLE, name: tables.SubscribersTable },
  ]);
  const SecretString = JSON.stringify({ current: 'k1', k1: 'x'.repeat(64) });
  const secret = new CreateSecretCommand({ Name: `keys-${run}`, SecretString });
  const values: Record<string, string> = {
    ...tables,
    ArticlesBucket: await bucket('articles'),
    EditionsBucket: await bucket('editions'),
    DeliveryQueue: await queue('delivery'),
    DeliveryDeadLetters: await queue('delivery-dead'),
    SigningKeysSecret: (await secretsClient().send(secret)).ARN ?? '',
  };
  const outputs = STACK_OUTPUTS.map((output) => [output, { Value: values[output] ?? 'unused' }]);
  const template = {
    Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
    Outputs: Object.fromEntries(outputs) as object,
  };
  const TemplateBody = JSON.stringify(template);
  const create = new CreateStackCommand({ StackName: stackName, TemplateBody });
  await new CloudFormationClient().send(create);
}

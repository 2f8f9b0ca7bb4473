import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetObjectCommand, ListObjectVersionsCommand, NoSuchKey } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetSendQuotaCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import dynalite from 'dynalite';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import { dynamoClient } from '#lib/aws/clients.ts';
import { createTables } from '#lib/aws/create-tables.ts';
import { TABLES } from '#lib/aws/table-definitions.ts';
import { STACK_OUTPUTS, type StackOutput } from '#lib/aws/stack-outputs.ts';
import { FakeBuckets } from '../lambdas/fake-bucket.ts';

/** What the outputs of the fake stack hold. */
const VALUES: Partial<Record<StackOutput, string>> = {
  LedgerTable: 'ledger',
  SubscribersTable: 'subscribers',
  SenderAddress: 'digest@example.org',
  SenderDomain: 'example.org',
  SiteUrl: 'https://pages.example.org',
};

export const fakeOutputs = STACK_OUTPUTS.map((OutputKey) => ({
  OutputKey,
  OutputValue: VALUES[OutputKey] ?? OutputKey.toLowerCase(),
}));

/**
 * A stack called Parley without AWS: DynamoDB by dynalite over the wire, the other services in memory.
 * It takes hold of every client that is made until `stop`.
 */
export async function startFakeStack() {
  const server = dynalite({ createTableMs: 0 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
  await createTables(dynamoClient(), TABLES);

  const buckets = new FakeBuckets();
  keepVersions(buckets);
  const cloudFormation = mockClient(CloudFormationClient);
  cloudFormation
    .on(DescribeStacksCommand)
    .rejects(new Error('Stack with id other does not exist'))
    .on(DescribeStacksCommand, { StackName: 'Parley' })
    .resolves({ Stacks: [described('UPDATE_COMPLETE', fakeOutputs)] });
  const queued: string[] = [];
  const sqs = mockClient(SQSClient);
  sqs
    .on(SendMessageBatchCommand)
    .callsFake(({ Entries }: { Entries: { MessageBody: string }[] }) => {
      queued.push(...Entries.map(({ MessageBody }) => MessageBody));
      return {};
    });
  const mails: string[] = [];
  const ses = mockClient(SESClient);
  ses
    .on(GetSendQuotaCommand)
    .resolves({ Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 })
    .on(SendRawEmailCommand)
    .callsFake(({ Destinations, RawMessage }) => {
      mails.push(`${Destinations.join()}\n${Buffer.from(RawMessage.Data).toString('utf8')}`);
      return { MessageId: `m${mails.length}` };
    });
  const secrets = mockClient(SecretsManagerClient);
  const SecretString = JSON.stringify({ current: 'k1', k1: 'x'.repeat(64) });
  secrets.on(GetSecretValueCommand).resolves({ SecretString });
  const mocks = [buckets.mock, cloudFormation, sqs, ses, secrets];
  const stop = async () => {
    mocks.forEach((mock) => mock.restore());
    vi.unstubAllEnvs();
    server.close();
    await once(server, 'close');
  };
  return { buckets, cloudFormation, sqs, ses, secrets, queued, mails, stop };
}

/** Every text that was put is a version of its object, as in a versioned bucket. */
function keepVersions({ objects, mock }: FakeBuckets): void {
  const versions = new Map<string, string[]>();
  const set = objects.set.bind(objects);
  objects.set = (name, text) => {
    versions.set(name, [...(versions.get(name) ?? []), text]);
    return set(name, text);
  };
  mock.on(ListObjectVersionsCommand).callsFake(({ Bucket, Prefix: Key }) => {
    const newestFirst = [...(versions.get(`${Bucket}/${Key}`) ?? []).keys()].reverse();
    return { Versions: newestFirst.map((number) => ({ Key, VersionId: String(number) })) };
  });
  mock.on(GetObjectCommand).callsFake(({ Bucket, Key, VersionId }) => {
    const name = `${Bucket}/${Key}`;
    const text = VersionId === undefined ? objects.get(name) : versions.get(name)?.[VersionId];
    if (text === undefined) throw new NoSuchKey({ message: Key, $metadata: {} });
    return { Body: { transformToString: async () => text } };
  });
}

export type FakeStack = Awaited<ReturnType<typeof startFakeStack>>;

/** A stack as CloudFormation describes it. */
export function described(
  StackStatus: 'UPDATE_COMPLETE' | 'CREATE_IN_PROGRESS',
  Outputs: { OutputKey: string; OutputValue: string }[],
) {
  return { StackName: 'Parley', StackStatus, CreationTime: new Date(0), Outputs };
}

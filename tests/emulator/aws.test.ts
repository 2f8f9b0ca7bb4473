import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { dynamoClient, s3Client, sesClient, sqsClient } from '#lib/aws/clients.ts';
import { createTables } from '#lib/aws/create-tables.ts';
import { dynamoPaceStore } from '#lib/aws/dynamo-pace-store.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { S3AnalysisStore } from '#lib/aws/s3-analysis-store.ts';
import { refusedKey, S3ArticleStore } from '#lib/aws/s3-article-store.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { S3Incoming } from '#lib/aws/s3-incoming.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SqsDeliveryQueue } from '#lib/aws/sqs-delivery-queue.ts';
import { LEDGER_TABLE, SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { analysisStoreContract } from '../contract/analysis-store-contract.ts';
import { articleStoreContract } from '../contract/article-store-contract.ts';
import { editionStoreContract } from '../contract/edition-store-contract.ts';
import { ledgerContract } from '../contract/ledger-contract.ts';
import { paceStoreContract } from '../contract/pace-store-contract.ts';
import { subscriberStoreContract } from '../contract/subscriber-store-contract.ts';
import { startEmulator } from './emulator.ts';

const emulator = await startEmulator();
if (emulator === null)
  process.stderr.write('skipped: no AWS_ENDPOINT_URL is set, and no moto_server is installed\n');

describe.skipIf(emulator === null)('the AWS adapters over the wire', () => {
  afterAll(() => emulator?.stop());

  const s3 = s3Client();
  const newBucket = async () => {
    const Bucket = `parley-${randomUUID()}`;
    await s3.send(new CreateBucketCommand({ Bucket }));
    return Bucket;
  };
  articleStoreContract(async () => new S3ArticleStore(s3, await newBucket()));
  editionStoreContract(async () => new S3EditionStore(s3, await newBucket()), { races: false });
  analysisStoreContract(async () => new S3AnalysisStore(s3, await newBucket()));

  it('takes incoming files away, or sets them aside with what stands in their headers', async () => {
    const Bucket = await newBucket();
    const incoming = new S3Incoming(s3, Bucket);
    const put = (Key: string, Body: string) =>
      s3.send(new PutObjectCommand({ Bucket, Key, Body, Metadata: { publisher: 'Post' } }));
    const key = 'incoming/기사 1/two + 100%.html';
    await put(key, 'first');
    const first = await incoming.get(key, 10);
    expect(first).toMatchObject({ size: 5, metadata: { publisher: 'Post' } });
    expect(await incoming.get(key, 4)).toMatchObject({ bytes: null });
    await incoming.setAside(key, first?.version ?? '');
    expect(await incoming.get(key, 10)).toBeNull();
    expect(await incoming.get(refusedKey(key), 10)).toEqual(first);
    await put(key, 'second');
    await incoming.setAside(key, first?.version ?? '');
    const second = await incoming.get(key, 10);
    expect(second?.size).toBe(6);
    await incoming.remove(key, second?.version ?? '');
    expect(await incoming.get(key, 10)).toBeNull();
  });

  describe('DynamoDB', () => {
    const client = dynamoClient();
    // Names of this run: an emulator that was given may hold those of an earlier one.
    const run = randomUUID();
    const ledger = { ...LEDGER_TABLE, name: `ledger-${run}` };
    const subscribers = { ...SUBSCRIBERS_TABLE, name: `subscribers-${run}` };
    it('makes its tables, and none twice', async () => {
      await createTables(client, [ledger, subscribers]);
      await createTables(client, [ledger, subscribers]);
    });
    ledgerContract(() => dynamoLedger(client, ledger.name), { races: false });
    paceStoreContract(() => dynamoPaceStore(client, ledger.name), { races: false });
    subscriberStoreContract(() => new DynamoSubscriberStore(client, subscribers.name), {
      races: false,
    });
  });

  it('puts groups on a queue that come out as they went in', async () => {
    const sqs = sqsClient();
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({ QueueName: `parley-${randomUUID()}` }),
    );
    const group = { editionId: 'harbour-talks.2026-01-05', round: 1, shard: 5, after: 'ana' };
    await new SqsDeliveryQueue(sqs, QueueUrl).put([group]);
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown)).toEqual([group]);
  });

  it('sends a raw mail, and none from a stranger', async () => {
    const ses = sesClient();
    await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: 'digest@example.com' }));
    const mail = {
      from: 'digest@example.com',
      to: 'success@simulator.amazonses.com',
      raw: Buffer.from(
        'From: digest@example.com\r\nTo: success@simulator.amazonses.com\r\nSubject: Hello\r\n\r\nHello\r\n',
      ),
      editionId: 'harbour-talks.2026-01-05',
      deliveryId: 'harbour-talks.2026-01-05.ana',
    };
    expect(await new SesMailer(ses).send(mail)).toMatchObject({ kind: 'accepted' });
    const stranger = { ...mail, from: 'stranger@example.org' };
    expect((await new SesMailer(ses).send(stranger)).kind).toMatch(/^(rejected|throttled)$/);
  });
});

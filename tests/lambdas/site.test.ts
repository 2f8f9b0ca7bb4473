import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { LambdaEvent } from 'hono/aws-lambda';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { editionPath } from '#lib/subscription/links.ts';
import { signLink } from '#lib/subscription/signed-link.ts';
import { siteHandler } from '../../lambdas/site/handler.ts';
import { wire } from '../../lambdas/site/wiring.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { FakeBuckets } from './fake-bucket.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = {
  EDITIONS_BUCKET: 'editions-bucket',
  SUBSCRIBERS_TABLE: 'subscribers',
  COUNTERS_TABLE: 'counters',
  SENDER_ADDRESS: 'digest@example.com',
  CONFIGURATION_SET: 'events',
  LEDGER_TABLE: 'ledger',
  SITE_URL: 'https://news.example',
  TOPICS: 'us-north-korea',
  SIGNING_KEYS_SECRET: 'signing-keys',
};
const READER = { topicId: 'us-north-korea', subscriberId: 's1' };

const dynamo = mockClient(DynamoDBDocumentClient);
const secrets = mockClient(SecretsManagerClient);
const edition = sampleEdition();
const HEAD = {
  editionId: edition.id,
  contentHash: edition.contentHash,
  begunAt: edition.composedAt,
  state: 'sending',
  by: 'compose',
  since: edition.composedAt,
  reason: null,
};
let recorded: ReturnType<typeof recordedLog>;

beforeEach(() => {
  dynamo.reset();
  recorded = recordedLog();
  const key = `editions-bucket/editions/${edition.topicId}/${edition.slot}.json`;
  new FakeBuckets().objects.set(key, JSON.stringify(edition));
  secrets
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ current: 'k1', k1: 'A'.repeat(64) }) });
  dynamo.on(GetCommand).resolves({ Item: sampleSubscriber('s1', { topicId: READER.topicId }) });
  dynamo.on(GetCommand, { TableName: ENVIRONMENT.LEDGER_TABLE }).resolves({ Item: HEAD });
  dynamo.on(UpdateCommand).resolves({});
});

/** A request as the HTTP API (payload 2.0) hands it over. */
async function request(method: string, path: string, body?: string, headers = {}) {
  const { log } = recorded;
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: {
      host: 'site.example',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    requestContext: { http: { method, path }, domainName: 'site.example' },
    body: body === undefined ? undefined : Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  } as unknown as LambdaEvent;
  return siteHandler({ ...(await wire(ENVIRONMENT)), log })(event);
}

const unsubscribePath = async () =>
  `/unsubscribe/${signLink('unsubscribe', READER, (await wire(ENVIRONMENT)).keys)}`;

describe('the site over the HTTP API', () => {
  it('unsubscribes by the one-click POST of a mail service', async () => {
    const answer = await request('POST', await unsubscribePath(), 'List-Unsubscribe=One-Click');
    expect(answer.statusCode).toBe(200);
    const [update] = dynamo.commandCalls(UpdateCommand);
    const { TableName, ExpressionAttributeValues: values = {} } = update?.args[0].input ?? {};
    expect(TableName).toBe('subscribers');
    expect(Object.values(values)).toContain('unsubscribed');
  });

  it('changes nothing by GET', async () => {
    expect((await request('GET', await unsubscribePath())).statusCode).toBe(200);
    expect(dynamo.commandCalls(UpdateCommand)).toHaveLength(0);
  });

  it('shows an edition out of the bucket', async () => {
    const answer = await request('GET', editionPath(edition.id));
    expect(answer.statusCode).toBe(200);
    expect(answer.isBase64Encoded).toBe(false);
    expect(answer.headers?.['content-type']).toContain('text/html');
    expect(answer.body).toContain('Grüße');
  });

  it('sends a compressed page as API Gateway takes bytes', async () => {
    const answer = await request('GET', '/atom.xml', undefined, { 'accept-encoding': 'gzip, br' });
    expect(answer.headers?.['content-encoding']).toBe('gzip');
    expect(answer.isBase64Encoded).toBe(true);
    const feed = gunzipSync(Buffer.from(answer.body, 'base64')).toString();
    expect(feed).toContain(`<title>${edition.subject}</title>`);
  });

  it('shows no edition that awaits approval', async () => {
    dynamo
      .on(GetCommand, { TableName: ENVIRONMENT.LEDGER_TABLE })
      .resolves({ Item: { ...HEAD, state: 'planned' } });
    expect((await request('GET', editionPath(edition.id))).statusCode).toBe(404);
  });

  it('refuses a link that nobody signed, and asks no table for it', async () => {
    expect((await request('POST', '/unsubscribe/k1.forged.s1.AAAA')).statusCode).toBe(400);
    expect(dynamo.calls()).toEqual([]);
    expect(recorded.lines).toEqual([]);
  });

  it('logs what failed without the signed path', async () => {
    dynamo.on(GetCommand).rejects(new Error('table is gone'));
    const path = await unsubscribePath();
    expect((await request('POST', path)).statusCode).toBe(500);
    expect(recorded.lines).toMatchObject([{ level: 'error', code: 'SITE_FAILED' }]);
    expect(JSON.stringify(recorded.lines)).not.toContain(path);
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', async () => {
    await expect(wire({})).rejects.toThrow(
      /EDITIONS_BUCKET.*\n.*SUBSCRIBERS_TABLE.*\n.*COUNTERS_TABLE.*\n.*LEDGER_TABLE.*\n.*SITE_URL.*\n.*TOPICS.*\n.*SENDER_ADDRESS.*\n.*CONFIGURATION_SET.*\n.*SIGNING_KEYS_SECRET/,
    );
  });
});

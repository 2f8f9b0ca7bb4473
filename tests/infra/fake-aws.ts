import { text } from 'node:stream/consumers';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleEdition } from '../contract/sample-data.ts';

/** A page that waits to be taken in; nothing else stands in any bucket. */
const INCOMING_PAGE = {
  key: 'incoming/page.html',
  html: `<html lang="en"><head><title>Ferry talks begin again</title>
    <meta property="og:site_name" content="The River Post">
    <meta property="article:published_time" content="2020-05-05T08:00:00Z"></head>
    <body><article><h1>Ferry talks begin again</h1>
    <p>The envoys of both banks of the river met for talks on the ferry, for the first time in many years.</p>
    <p>They said that the ferry would run again once the landing on the northern bank is repaired.</p>
    <p>Nobody named a day on which the works would begin, and nobody said who was to pay for them.</p>
    </article></body></html>`,
};

const EDITION = sampleEdition();
const QUOTA = `<GetSendQuotaResponse><GetSendQuotaResult><Max24HourSend>50000</Max24HourSend>
  <MaxSendRate>14</MaxSendRate><SentLast24Hours>0</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>`;
const TAKEN = `<SendRawEmailResponse><SendRawEmailResult><MessageId>ses-1</MessageId>
  </SendRawEmailResult></SendRawEmailResponse>`;

/**
 * An account with signing keys, a page under `incoming/`, the sample edition and a quota for mails, over the wire. What is not foreseen
 * here is refused.
 */
export async function startFakeAws() {
  /** What was put and deleted, as "PUT /bucket/key", and each mail, as "SEND". */
  const changes: string[] = [];
  const server = createServer(async (request, response) => {
    const action = await actionOf(request);
    if (action === 'SendRawEmail') changes.push('SEND');
    if (action === 'SendRawEmail') response.end(TAKEN);
    else if (action === 'GetSendQuota') response.end(QUOTA);
    else answer(request, response, changes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, changes, close: () => void server.close() };
}

/** What is asked of SES; null where another service is asked. */
async function actionOf(request: IncomingMessage): Promise<string | null> {
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return null;
  return new URLSearchParams(await text(request)).get('Action');
}

function answer(request: IncomingMessage, response: ServerResponse, changes: string[]): void {
  const { method = '', url = '' } = request;
  const path = url.replace(/\?.*/, '');
  const isSecret = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
  const isList = request.url?.includes('list-type=2') ?? false;
  if (isSecret) {
    const secret = JSON.stringify({ current: 'k1', k1: 'A'.repeat(64) });
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ SecretString: secret }));
  } else if (request.method === 'GET' && isList)
    response.end('<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>');
  else if (method === 'GET' && path.endsWith(`/${EDITION.topicId}/${EDITION.slot}.json`)) {
    response.setHeader('etag', '"1"');
    response.end(JSON.stringify(EDITION));
  } else if (/^(GET|HEAD)$/.test(method) && path.endsWith(INCOMING_PAGE.key)) {
    response.setHeader('etag', '"1"').setHeader('content-type', 'text/html');
    response.end(INCOMING_PAGE.html);
  } else if (/^(PUT|DELETE)$/.test(method) && /[/](articles|incoming)[/]/.test(path)) {
    changes.push(`${method} ${path}`);
    response.writeHead(method === 'PUT' ? 200 : 204).end();
  } else if (request.method === 'GET')
    response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  else response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
}

import { SendRawEmailCommand, SESClient, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortenSendRawEmail } from '#lib/aws/send-raw-email.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';

/** A server that keeps what it is asked, and answers as told. */
let answer = { status: 200, body: '' };
const asked: { headers: IncomingHttpHeaders; fields: [string, string][] }[] = [];
let server: Server;
let clients: { plain: SESClient; short: SESClient };

const TAKEN =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
  '<MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';
const refusal = (code: string, message: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await text(request);
    const { headers } = request;
    asked.push({ headers, fields: [...new URLSearchParams(body)].sort() });
    if (answer.status === 0) return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const make = () =>
    new SESClient({
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
      cacheMiddleware: true,
    });
  clients = { plain: make(), short: shortenSendRawEmail(make()) };
});

afterAll(() => {
  clients.plain.destroy();
  clients.short.destroy();
  server.close();
});

/** Sends by both clients, and gives what the server was asked. */
async function both(input: SendRawEmailCommandInput) {
  answer = { status: 200, body: TAKEN };
  asked.length = 0;
  const sent = await clients.plain.send(new SendRawEmailCommand(input));
  const sentShort = await clients.short.send(new SendRawEmailCommand(input));
  expect(sentShort.MessageId).toBe(sent.MessageId);
  const [plain, short] = asked;
  if (plain === undefined || short === undefined) throw new Error('the server was asked twice');
  return { plain, short };
}

describe('the short way of SendRawEmail', () => {
  it('asks the same as the SDK, whatever the mail holds', async () => {
    const mails = fc.record({
      Source: fc.string({ unit: 'grapheme' }),
      Destinations: fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
      RawMessage: fc.record({ Data: fc.uint8Array({ minLength: 1, maxLength: 300 }) }),
      Tags: fc.array(fc.record({ Name: fc.string(), Value: fc.string() }), { minLength: 1 }),
      ConfigurationSetName: fc.option(fc.string(), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(mails, async (input) => {
        const { plain, short } = await both(input);
        expect(short.fields).toEqual(plain.fields);
      }),
      { numRuns: 50 },
    );
  });

  it('signs what it sends, with the SDK’s signature', async () => {
    const { plain, short } = await both({ RawMessage: { Data: Buffer.from('mail') } });
    const signed = /^AWS4-HMAC-SHA256 Credential=a\/\d{8}\/eu-west-1\/ses\/aws4_request, /;
    expect(plain.headers.authorization).toMatch(signed);
    expect(short.headers.authorization).toMatch(signed);
    expect(short.headers.authorization).toMatch(/SignedHeaders=[^,]*host;.*x-amz-date/);
    expect(short.headers.host).toBe(plain.headers.host);
  });

  it.each([
    ['taken', 200, TAKEN, { kind: 'accepted', messageId: 'm-1' }],
    ['a page of a proxy', 200, '<html>', { kind: 'unknown' }],
    ['too fast', 400, refusal('Throttling', 'Maximum sending rate exceeded.'), { limit: 'rate' }],
    ['a day full', 454, refusal('Throttling', 'Daily message quota exceeded.'), { limit: 'day' }],
    ['refused', 400, refusal('MessageRejected', 'Address is blacklisted.'), { kind: 'rejected' }],
    ['not allowed', 403, refusal('AccessDenied', 'no'), { kind: 'throttled', scope: 'account' }],
    ['broken', 500, refusal('InternalFailure', 'oops'), { reason: 'InternalFailure: oops' }],
    ['gone', 503, '', { kind: 'unknown' }],
    ['cut off', 0, '', { kind: 'unknown' }],
  ])('means the same by an answer that is %s', async (_name, status, body, outcome) => {
    answer = { status, body };
    const mail = { from: 'digest@example.com', to: 'ana@example.com', raw: Buffer.from('mail') };
    const outgoing = { ...mail, editionId: 'e', deliveryId: 'd' };
    expect(await new SesMailer(clients.short).send(outgoing)).toMatchObject(outcome);
    const { kind } = await new SesMailer(clients.plain).send(outgoing);
    expect((await new SesMailer(clients.short).send(outgoing)).kind).toBe(kind);
  });
});

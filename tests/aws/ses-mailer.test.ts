import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sesClient } from '#lib/aws/clients.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import type { OutgoingMail } from '#lib/delivery/mailer.ts';

const mail: OutgoingMail = {
  from: 'digest@example.com',
  to: 'success@simulator.amazonses.com',
  raw: Buffer.from('Subject: Hello\r\n\r\nHello\r\n'),
  editionId: 'harbour-talks.2026-01-05',
  deliveryId: 'harbour-talks.2026-01-05.5f0c',
};

function open(configurationSet: string | null = null) {
  const client = new SESClient({ region: 'us-east-1' });
  return { mock: mockClient(client), mailer: new SesMailer(client, configurationSet) };
}

/** What becomes of a mail when SES answers with an error. */
async function outcomeOf(name: string, message: string, status: number) {
  const { mock, mailer } = open();
  const $metadata = status === 0 ? {} : { httpStatusCode: status };
  mock
    .on(SendRawEmailCommand)
    .rejects(new SESServiceException({ name, message, $fault: 'client', $metadata }));
  return mailer.send(mail);
}

describe('SesMailer', () => {
  it('sends the raw message to one recipient, with tags that name edition and delivery', async () => {
    const { mock, mailer } = open('parley-events');
    mock.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });
    expect(await mailer.send(mail)).toEqual({ kind: 'accepted', messageId: 'ses-1' });
    expect(mock.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toEqual({
      Source: 'digest@example.com',
      Destinations: ['success@simulator.amazonses.com'],
      RawMessage: { Data: mail.raw },
      ConfigurationSetName: 'parley-events',
      Tags: [
        { Name: 'edition', Value: 'harbour-talks_2026-01-05' },
        { Name: 'delivery', Value: 'harbour-talks_2026-01-05_5f0c' },
      ],
    });
  });

  it('never lets the SDK try a second time', async () => {
    process.env['AWS_REGION'] ??= 'us-east-1';
    expect(await sesClient().config.maxAttempts()).toBe(1);
  });

  it.each([
    ['Throttling', 'Maximum sending rate exceeded.', 400, { kind: 'throttled', limit: 'rate' }],
    ['Throttling', 'Daily message quota exceeded.', 400, { kind: 'throttled', limit: 'day' }],
    ['AccountSendingPausedException', 'Paused', 400, { kind: 'throttled', scope: 'account' }],
    ['ConfigurationSetDoesNotExistException', 'No', 400, { kind: 'throttled', scope: 'account' }],
    ['AccessDenied', 'not authorized', 403, { kind: 'throttled', scope: 'account' }],
    [
      'MessageRejected',
      'Email address is not verified.',
      400,
      { kind: 'throttled', scope: 'recipient' },
    ],
    ['MessageRejected', 'Message contains a virus', 400, { kind: 'rejected' }],
    ['InvalidParameterValue', 'Domain ends with dot', 400, { kind: 'rejected' }],
    ['InternalFailure', 'oops', 500, { kind: 'unknown' }],
    ['ServiceUnavailable', 'busy', 503, { kind: 'unknown' }],
    ['TimeoutError', 'socket hang up', 0, { kind: 'unknown' }],
  ])('takes %s (%s) with status %i as %o', async (name, message, status, outcome) => {
    expect(await outcomeOf(name, message, status)).toMatchObject(outcome);
  });

  it('is doubtful about a mail that SES took without an answer, and waits for it no longer than told', async () => {
    const server = createServer((request) => request.resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close().closeAllConnections());
    vi.stubEnv(
      'AWS_ENDPOINT_URL_SES',
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await new SesMailer(sesClient(50)).send(mail)).toMatchObject({ kind: 'unknown' });
  });

  it('knows that nothing was sent where it could not connect or had no credentials', async () => {
    const failures = [
      Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
      Object.assign(new Error('no credentials'), { name: 'CredentialsProviderError' }),
    ];
    for (const failure of failures) {
      const { mock, mailer } = open();
      mock.on(SendRawEmailCommand).rejects(failure);
      expect(await mailer.send(mail)).toMatchObject({ kind: 'throttled', scope: 'account' });
    }
  });
});

import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OutgoingMail } from '#lib/delivery/mailer.ts';
import { Outbox } from '#lib/local/outbox.ts';
import { SmtpMailer } from '#lib/local/smtp-mailer.ts';
import { closedPort } from './closed-port.ts';
import { serveSmtpThat } from './serve-smtp-that.ts';
import { temporaryFolder } from './state-folder.ts';

const RAW = 'Subject: Hello\r\n\r\n.a line with a dot\r\nGrüße\r\n';
const mail: OutgoingMail = {
  from: 'digest@example.com',
  to: 'ana@example.com',
  raw: Buffer.from(RAW),
  editionId: 'harbour-talks.2026-01-05',
  deliveryId: 'harbour-talks.2026-01-05.ana',
};

/** An error that smtp-server answers with. */
const answer = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });

async function openMailer(port: number) {
  const outbox = new Outbox(await temporaryFolder());
  return { outbox, mailer: new SmtpMailer({ host: '127.0.0.1', port }, outbox) };
}

/** A mailer, and a server that keeps what it took. */
async function withServer(options: SMTPServerOptions = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSTARTTLS: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  return { taken, ...(await openMailer((server.server.address() as AddressInfo).port)) };
}

describe('SmtpMailer', () => {
  it('hands the message over byte for byte and keeps a copy', async () => {
    const { mailer, taken, outbox } = await withServer();
    expect(await mailer.accepted(mail.deliveryId)).toBeNull();
    expect(await mailer.send(mail)).toMatchObject({ kind: 'accepted' });
    expect(taken).toEqual([RAW]);
    expect(await outbox.read(mail.deliveryId)).toBe(RAW);
    expect(await mailer.accepted(mail.deliveryId)).not.toBeNull();
  });

  it.each([
    [550, { kind: 'rejected' }],
    [451, { kind: 'throttled', scope: 'recipient' }],
    [421, { kind: 'throttled', scope: 'account' }],
  ])('takes %i for the recipient as %o', async (code, outcome) => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, done) =>
      done(answer(code, 'no'));
    const { mailer, outbox } = await withServer({ onRcptTo });
    expect(await mailer.send(mail)).toMatchObject(outcome);
    expect(await outbox.list()).toEqual([]);
  });

  it('does not blame the recipient where the server refuses the sender', async () => {
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, _session, done) =>
      done(answer(550, 'not you'));
    const { mailer } = await withServer({ onMailFrom });
    expect(await mailer.send(mail)).toMatchObject({ kind: 'throttled', scope: 'account' });
  });

  it('does not know what became of a mail whose connection broke after its data', async () => {
    const port = await serveSmtpThat((socket) => socket.destroy());
    const { mailer, outbox } = await openMailer(port);
    expect(await mailer.send(mail)).toMatchObject({ kind: 'unknown' });
    expect(await outbox.list()).toEqual([]);
  });

  it('takes a refusal after the data for what it is', async () => {
    const port = await serveSmtpThat((socket) => socket.write('554 5.7.1 no such mail\r\n'));
    const { mailer } = await openMailer(port);
    expect(await mailer.send(mail)).toMatchObject({ kind: 'rejected' });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const { mailer } = await openMailer(await closedPort());
    expect(await mailer.send(mail)).toMatchObject({ kind: 'throttled', scope: 'account' });
  });
});

import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { reasonOf } from '#lib/dependency-error.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '#lib/delivery/mailer.ts';
import type { Outbox } from './outbox.ts';

export interface SmtpServer {
  host: string;
  port: number;
}

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 60_000;

/**
 * Mail through an SMTP server, a connection each and never a second try: the ledger decides on
 * those. Keeps a copy of what the server took, which tells a later run so.
 */
export class SmtpMailer implements Mailer {
  constructor(
    private readonly server: SmtpServer,
    private readonly copies: Outbox,
  ) {}

  async send(mail: OutgoingMail): Promise<MailOutcome> {
    const outcome = await transfer(this.server, mail);
    if (outcome.kind === 'accepted') await this.copies.send(mail);
    return outcome;
  }

  /** Without a copy it cannot tell: the process may have ended between the server's answer and the copy. */
  accepted(deliveryId: string): Promise<{ messageId: string } | null> {
    return this.copies.copy(deliveryId);
  }
}

async function transfer(server: SmtpServer, mail: OutgoingMail): Promise<MailOutcome> {
  const connection = new SMTPConnection({
    ...server,
    secure: server.port === 465,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    // As mail servers do among each other (RFC 7435): without an account there is no secret to
    // keep from a stranger, and unverified encryption is better than none.
    tls: { rejectUnauthorized: false },
  });
  let isDataSent = false;
  const body = Readable.from(
    (function* () {
      isDataSent = true;
      yield mail.raw;
    })(),
  );
  try {
    await connect(connection);
    const { response } = await sendOver(connection, mail, body);
    connection.quit();
    return { kind: 'accepted', messageId: response };
  } catch (error) {
    connection.close();
    return outcomeOf(error, isDataSent);
  }
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // Stays for the connection's life: an error event without a listener ends the process.
    connection.on('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function sendOver(
  connection: SMTPConnection,
  { from, to, raw }: OutgoingMail,
  body: Readable,
): Promise<{ response: string }> {
  return new Promise((resolve, reject) => {
    connection.send({ from, to: [to], size: raw.length }, body, (error, info) =>
      error ? reject(error) : resolve({ response: info.response ?? '' }),
    );
  });
}

/** RFC 5321 section 4.2.1: 4yz is a refusal for now, 5yz for good. What is refused at RCPT or DATA concerns this mail, else all. */
function outcomeOf(error: unknown, isDataSent: boolean): MailOutcome {
  const reason = reasonOf(error);
  const { responseCode, command } = (error ?? {}) as { responseCode?: number; command?: string };
  const isOwn = command === 'RCPT TO' || command === 'DATA';
  if (responseCode === undefined)
    return isDataSent
      ? { kind: 'unknown', reason }
      : { kind: 'throttled', scope: 'account', reason };
  if (responseCode >= 500 && isOwn) return { kind: 'rejected', reason };
  const scope = isOwn && responseCode !== 421 ? 'recipient' : 'account';
  return { kind: 'throttled', scope, reason };
}

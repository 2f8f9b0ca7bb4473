/** One mail as the mail server gets it. */
export interface OutgoingMail {
  /** Envelope addresses. */
  from: string;
  to: string;
  /** The whole MIME message, CRLF line ends. */
  raw: Buffer;
  /** Tags that come back in the mail server's events. */
  editionId: string;
  deliveryId: string;
}

/**
 * What became of a mail.
 * throttled: certainly not sent, try later. rejected: certainly not sent, never will be.
 * unknown: the connection broke after the message may have been taken.
 */
export type MailOutcome =
  | { kind: 'accepted'; messageId: string }
  | { kind: 'throttled'; reason: string }
  | { kind: 'rejected'; reason: string }
  | { kind: 'unknown'; reason: string };

export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** Whether the server is known to have taken this delivery; null where it cannot tell. */
  accepted?(deliveryId: string): Promise<{ messageId: string } | 'no'>;
}

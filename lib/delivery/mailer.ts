/** One mail as the mail server gets it. */
export interface OutgoingMail {
  /** Envelope addresses. */
  from: string;
  to: string;
  /** The whole MIME message, CRLF line ends. Not to be kept once the server has taken it: its memory is used again. */
  raw: Buffer;
  /** Tags that come back in the mail server's events. */
  editionId: string;
  deliveryId: string;
}

/**
 * What became of a mail.
 * accepted: the server has it; `again`: it had it before.
 * throttled: certainly not sent, try later; `account`: so would be every other mail now, `recipient`: only this
 * one. `limit`: because the account sends too fast, or has sent all that it may in a day.
 * rejected: certainly not sent, never will be.
 * unknown: the connection broke after the message may have been taken.
 */
export type MailOutcome =
  | { kind: 'accepted'; messageId: string; again?: boolean }
  | { kind: 'throttled'; scope: 'account' | 'recipient'; limit?: 'rate' | 'day'; reason: string }
  | { kind: 'rejected'; reason: string }
  | { kind: 'unknown'; reason: string };

export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** True: it takes one delivery id once, whoever sends it and however often, also at the same moment. */
  readonly takesOnce?: boolean;
  /**
   * Whether the server has taken this delivery; null where it cannot tell. Only a mailer that
   * takes each delivery once may say 'no': on that word it is sent again.
   */
  accepted?(deliveryId: string): Promise<{ messageId: string } | 'no' | null>;
}

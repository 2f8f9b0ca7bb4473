/** What a SendRawEmail call holds, by the mail itself and by what stands beside it. */
export interface SentMail {
  /** Of the To header and of the envelope. */
  recipient: string;
  destination: string;
  /** Delivery id of the Message-ID, and of the tags (as a tag: dots are underscores). */
  messageId: string;
  tag: string;
}

/**
 * Counts the mails that the SES-like server has taken, by delivery id. Header, envelope and tags of a mail have to name
 * the same delivery: a mail whose memory was used for another one is found by that.
 */
export class SesTally {
  private readonly taken = new Map<string, number>();
  garbled = 0;
  total = 0;

  take(mail: SentMail): void {
    if (!isWhole(mail)) this.garbled += 1;
    this.total += 1;
    this.taken.set(mail.messageId, (this.taken.get(mail.messageId) ?? 0) + 1);
  }

  counts(): [deliveryId: string, count: number][] {
    return [...this.taken];
  }
}

function isWhole({ recipient, destination, messageId, tag }: SentMail): boolean {
  const isSame = recipient === destination && messageId.replaceAll('.', '_') === tag;
  const [, id = ''] = /^[a-z]+\.(.+)@/.exec(recipient) ?? [];
  return isSame && messageId.endsWith(`.${id}`);
}

/** Reads a mail that Parley made: only the headers are looked at. */
export function readMail(raw: Buffer): Pick<SentMail, 'recipient' | 'messageId'> {
  const text = raw.toString('latin1');
  const headers = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
  const [, to = ''] = /^To: (?:.*<)?([^\r\n<>]+@[^\r\n<>]+)>?$/im.exec(headers) ?? [];
  const [, messageId = ''] = /^Message-ID: <([^@>]+)@/im.exec(headers) ?? [];
  return { recipient: to, messageId };
}

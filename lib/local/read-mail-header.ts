import PostalMime from 'postal-mime';
import type { MailToMailbox } from '#lib/subscription/unsubscribe-mail.ts';

/** A header is a few kB; what follows is read to its end, so that who pipes it is not cut off, and dropped. */
export const HEADER_MAX_BYTES = 262_144;

/** Reads what counts of a mail that is piped in, however long it is; of a damaged one what can be read. */
export async function readMailHeader(mail: AsyncIterable<Uint8Array>): Promise<MailToMailbox> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of mail) {
    const rest = piece.subarray(0, HEADER_MAX_BYTES - bytes);
    if (rest.length > 0) kept.push(rest);
    bytes += rest.length;
  }
  const { subject = '', headers } = await PostalMime.parse(headerOf(Buffer.concat(kept)));
  const automatic = headers.filter(({ key }) => key === 'auto-submitted');
  return { subject, autoSubmitted: automatic.map(({ value }) => value) };
}

/** Up to the empty line: the body is nobody's business. */
function headerOf(mail: Buffer): Buffer {
  const end = /\r?\n\r?\n/.exec(mail.toString('latin1'))?.index;
  return mail.subarray(0, end);
}

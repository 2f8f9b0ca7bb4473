import PostalMime from 'postal-mime';
import type { Rendered } from '#lib/briefing/mail-renderer.ts';
import type { MailOutcome, OutgoingMail } from '#lib/delivery/mailer.ts';
import type { Parsed } from '#lib/fault.ts';

/** How the studio sends a test, and what headers a mail would have. */
export interface PostOffice {
  /** Where tests go: "the inbox", or a mail server. */
  destination: string;
  /** The MIME message of a mail to an address that stands in no record. */
  compose(mail: Rendered & { language: string }, to: string): Promise<Parsed<OutgoingMail>>;
  send(mail: OutgoingMail): Promise<MailOutcome>;
}

const ANYBODY = 'reader@example.com';

/** The headers that a mail would be sent with; none where it could not be composed. */
export async function headersOf(
  mail: Rendered & { language: string },
  office: Pick<PostOffice, 'compose'>,
): Promise<[name: string, value: string][]> {
  const composed = await office.compose(mail, ANYBODY);
  if (!composed.ok) return [];
  const { headers } = await PostalMime.parse(composed.value.raw);
  return headers.map(({ originalKey, value }) => [originalKey, value]);
}

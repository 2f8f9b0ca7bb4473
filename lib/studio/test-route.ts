import type { Context } from 'hono';
import type { MailOutcome } from '#lib/delivery/mailer.ts';
import { parseAddress } from '#lib/subscription/address.ts';
import { inboxPath } from './inbox-mails.ts';
import { messagePage } from './layout.ts';
import type { PostOffice } from './post-office.ts';
import { PAGE_HEADERS } from './security.ts';
import type { ShownMail } from './shown-mail.ts';

export interface TestRouteDeps {
  office: PostOffice;
  /** Whether a mail of that id stands in the inbox. */
  isInInbox: (id: string) => Promise<boolean>;
  /** The mail whose page is at a path; null where there is none. */
  findByPath: (path: string) => Promise<ShownMail | null>;
}

const RESULT: Record<MailOutcome['kind'], string> = {
  accepted: 'sent',
  rejected: 'refused',
  throttled: 'unsent',
  unknown: 'unknown',
};

/** Mails what a page shows to one address, and leads to where it arrived. */
export async function sendTest(context: Context, deps: TestRouteDeps): Promise<Response> {
  const form = await context.req.parseBody();
  const to = parseAddress(String(form['to'] ?? ''), 'address', 'test');
  const mail = await deps.findByPath(String(form['path'] ?? ''));
  if (!to.ok || mail === null || mail.parts === null)
    return refuse(context, 'Expected a mail of the studio and one e-mail address.');
  const composed = await deps.office.compose({ ...mail.parts, language: mail.language }, to.value);
  if (!composed.ok) return refuse(context, 'This mail cannot be composed.');
  const outcome = await deps.office.send(composed.value);
  const { deliveryId } = composed.value;
  if (outcome.kind === 'accepted' && (await deps.isInInbox(deliveryId)))
    return context.redirect(`${inboxPath(deliveryId)}?test=sent`, 303);
  return context.redirect(`${mail.path}?test=${RESULT[outcome.kind]}`, 303);
}

function refuse(context: Context, why: string): Response | Promise<Response> {
  return context.html(messagePage('The test was not sent', why), 400, PAGE_HEADERS);
}

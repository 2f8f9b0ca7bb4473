import MailComposer from 'nodemailer/lib/mail-composer';
import { setTimeout } from 'node:timers/promises';
import type { Rendered } from '#lib/briefing/mail-renderer.ts';
import { domainOf, type Sender } from './encode-mail.ts';
import { letterId, type LetterKey } from './letter-id.ts';
import type { Mailer } from './mailer.ts';
import type { Leave } from './pace-state.ts';
import type { PersonalPace } from './pace.ts';
import { withoutAddresses } from './without-addresses.ts';

export interface LetterDeps {
  mailer: Pick<Mailer, 'send'>;
  pace: PersonalPace;
  sender: Sender;
  now: () => Date;
}

/** A mail to one subscriber beside the editions. */
export interface Letter {
  to: { name: string; address: string };
  /** As `renderMail` prints it. */
  mail: Rendered;
  /** BCP 47. */
  language: string;
  key: LetterKey;
  /** Of mails to somebody who is subscribed; null: there is nothing to leave. */
  leaving: { unsubscribeUrl: string; helpUrl: string } | null;
}

/** The mail server did not take a letter. Its text names no address. */
export class LetterNotSent extends Error {
  override readonly name = 'LetterNotSent';
  constructor(id: string, reason: string) {
    super(`the letter ${id} was not sent: ${reason}`);
  }
}

/** How long somebody waits on a page for a mail to have its turn. */
const PATIENCE_MS = 3_000;
/** Times a letter is sent that the server refuses because of the rate. */
const ATTEMPTS = 2;

/** Waits for the turn of a letter, also where then nothing is sent, so that both take as long. */
export async function turnOfLetter({ pace, now }: LetterDeps): Promise<Leave> {
  const leave = await pace.reservePersonal(now().getTime() + PATIENCE_MS);
  const waitMs = leave.kind === 'go' ? leave.startsAt - now().getTime() : 0;
  if (waitMs > 0) await setTimeout(waitMs);
  return leave;
}

/**
 * Sends a letter at the pace of mails that a person waits for.
 * @throws LetterNotSent where the server did not take it, or may not have: who waits for it may ask again
 */
export async function sendLetter(letter: Letter, turn: Leave, deps: LetterDeps): Promise<void> {
  const { mailer, pace, sender, now } = deps;
  const at = now();
  const id = letterId(letter.key, at);
  const { address } = letter.to;
  const raw = await encode(letter, id, at, sender);
  const mail = { from: sender.address, to: address, raw, editionId: 'letter', deliveryId: id };
  for (let attempt = 1, leave = turn; ; attempt++) {
    if (leave.kind === 'wait') throw new LetterNotSent(id, `no turn (${leave.limit})`);
    const outcome = await mailer.send(mail);
    if (outcome.kind === 'accepted') return;
    const limit = outcome.kind === 'throttled' ? outcome.limit : undefined;
    if (limit !== undefined) await pace.refused(limit);
    // Mail servers repeat the address in their answers; it belongs in no log.
    if (limit === undefined || attempt === ATTEMPTS)
      throw new LetterNotSent(id, withoutAddresses(outcome.reason));
    leave = await turnOfLetter(deps);
  }
}

function encode(
  { to, mail, language, leaving }: Letter,
  id: string,
  at: Date,
  sender: Sender,
): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    date: at,
    messageId: `<${id}@${domainOf(sender)}>`,
    textEncoding: 'quoted-printable',
    headers: [
      // RFC 3834: nobody's autoresponder is to answer.
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'Content-Language', value: language },
      ...(leaving === null ? [] : leavingHeaders(leaving)),
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** RFC 2369 and RFC 8058; unfolded, because a relay that refolds it breaks its DKIM signature. */
function leavingHeaders({ unsubscribeUrl, helpUrl }: NonNullable<Letter['leaving']>) {
  const unfolded = (key: string, value: string) => ({ key, value: { prepared: true, value } });
  return [
    unfolded('List-Unsubscribe', `<${unsubscribeUrl}>`),
    unfolded('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
    unfolded('List-Help', `<${helpUrl}>`),
  ];
}

import type { KeyRing } from './key-ring.ts';
import { verifyLink } from './signed-link.ts';
import type { SubscriberStore } from './subscriber.ts';
import { unsubscribe } from './unsubscribe.ts';

/** The subject of a mail that unsubscribes. A token is too long for the local part of an address (64 octets). */
export function unsubscribeSubject(token: string): string {
  return `unsubscribe ${token}`;
}

/** What is looked at of a mail to the mailbox: some fields of its header, decoded. Nobody's address, and no body. */
export interface MailToMailbox {
  subject: string;
  /** The values of Auto-Submitted (RFC 3834). */
  autoSubmitted: string[];
}

export interface MailboxDeps {
  subscribers: Pick<SubscriberStore, 'get' | 'setState'>;
  keys: KeyRing;
  now: Date;
}

/** What became of a mail to the mailbox. */
export type MailboxOutcome =
  | { kind: 'unsubscribed'; topicId: string; subscriberId: string }
  | { kind: 'ignored'; reason: string };

/** A token with its limits: ids are shorter, and a longer text is nobody's token. */
const TOKEN = /(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,128}){3}(?!\.?[\w-])/g;
const SUBJECT_MAX_CHARS = 2_000;
const TOKENS_TRIED = 3;

/**
 * Takes a mail to the mailbox of `List-Unsubscribe`: the reader whose token stands in its subject leaves.
 * Who sent it proves nothing, as senders are forged, and is not looked at. Nothing is ever answered, so
 * that no loop can begin, and an automatic reply is nobody's wish. The same mail twice changes nothing more.
 * @throws what the store throws: the mail is to be tried again
 */
export async function takeMailboxMail(
  { subject, autoSubmitted }: MailToMailbox,
  { subscribers, keys, now }: MailboxDeps,
): Promise<MailboxOutcome> {
  if (autoSubmitted.some((value) => /^\s*auto-replied/i.test(value)))
    return { kind: 'ignored', reason: 'it is an automatic reply' };
  const tokens = subject.slice(0, SUBJECT_MAX_CHARS).match(TOKEN) ?? [];
  if (tokens.length === 0) return { kind: 'ignored', reason: 'no token stands in its subject' };
  for (const token of tokens.slice(0, TOKENS_TRIED)) {
    const reader = verifyLink(token, 'unsubscribe', keys);
    if (reader === null) continue;
    await unsubscribe(reader, subscribers, now);
    return { kind: 'unsubscribed', ...reader };
  }
  return { kind: 'ignored', reason: 'the token in its subject is not one of ours' };
}

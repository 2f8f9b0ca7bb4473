import { reasonOf } from '#lib/dependency-error.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { whyNotMailed } from '#lib/subscription/why-not-mailed.ts';
import type { OutcomeOfOne } from './delivery-outcome.ts';
import type { Result } from './group.ts';
import type { MailWriter } from './mail-writer.ts';
import type { Mailer, MailOutcome, OutgoingMail } from './mailer.ts';
import type { Pace } from './pace.ts';
import { Turns } from './turns.ts';
import { withoutAddresses } from './without-addresses.ts';

export interface OneDeps {
  mailer: Mailer;
  mails: MailWriter;
  pace: Pace;
  now: () => Date;
}

/** What the deliveries of a group have in common. */
export interface OneRun extends OneDeps {
  edition: Edition;
  /** By id, as they are since the group was claimed. */
  people: ReadonlyMap<string, Subscriber>;
  /** Milliseconds since 1970 after which the claim is too old to send under it. */
  until: number;
  /** When each mail of the group may begin. */
  turns: Turns;
  /** Why the mail server takes nothing at present. The rest of the group then waits. */
  postponed: string | null;
  /** What the mail server has told of an earlier mail of this delivery; null: nothing, or there was none. */
  toldOf: (subscriberId: string) => Promise<Result | null>;
}

/** Sends an edition to one subscriber, who may have become somebody not to be mailed. Throws nothing. */
export async function deliverOne(subscriberId: string, run: OneRun): Promise<OutcomeOfOne> {
  const mail = await prepare(subscriberId, run);
  return 'raw' in mail ? send(subscriberId, mail, run) : mail;
}

/** The mail for a subscriber, or why there is none. */
async function prepare(
  subscriberId: string,
  run: OneRun,
): Promise<OutgoingMail | Exclude<OutcomeOfOne, { kind: 'sent' | 'settled' }>> {
  const subscriber = run.people.get(subscriberId);
  const hindrance = whyNotMailed(subscriber, run.edition.slot);
  if (subscriber === undefined || hindrance !== null)
    return { kind: 'skipped', reason: hindrance ?? 'removed' };
  try {
    const written = await run.mails.write(run.edition, subscriber, run.now());
    if (written.ok) return written.value;
    return { kind: 'failed', reason: written.faults.map(formatFault).join('; ') };
  } catch (error) {
    return { kind: 'broken', reason: reasonOf(error) };
  }
}

async function send(subscriberId: string, mail: OutgoingMail, run: OneRun): Promise<OutcomeOfOne> {
  const outcome = await sendInTurn(subscriberId, mail, run);
  switch (outcome.kind) {
    case 'accepted': {
      const { messageId } = outcome;
      run.mails.recycle(mail);
      return outcome.again === true
        ? { kind: 'settled', state: 'sent', messageId }
        : { kind: 'sent', messageId };
    }
    case 'rejected':
      return { kind: 'failed', reason: outcome.reason };
    case 'throttled':
      if (outcome.scope === 'account') run.postponed = outcome.reason;
      return { kind: 'later', reason: outcome.reason };
    case 'unknown':
      return { kind: 'doubtful', reason: outcome.reason };
  }
}

/** Times a mail is sent that the server refuses because of the rate: it then certainly does not have it. */
const ATTEMPTS = 4;

/** Sends a mail when its turn has come, and again where the server takes no more at this rate. */
async function sendInTurn(
  subscriberId: string,
  mail: OutgoingMail,
  run: OneRun,
): Promise<MailOutcome> {
  let { turns } = run;
  for (let attempt = 1; ; attempt++) {
    const mayGo = await turns.next();
    const hindrance = mayGo ? hindranceOf(run) : turns.reason;
    if (hindrance !== null) return { kind: 'throttled', scope: 'recipient', reason: hindrance };
    const outcome = (await outcomeTold(subscriberId, run)) ?? (await sendOnce(mail, run));
    if (outcome.kind !== 'throttled' || outcome.limit === undefined) return outcome;
    await run.pace.refused(outcome.limit);
    if (outcome.limit === 'day' || attempt === ATTEMPTS) return outcome;
    turns = new Turns(await run.pace.reserve(1, run.until), run.now);
  }
}

/** Why nothing more is sent under this claim. */
function hindranceOf({ postponed, now, until }: OneRun): string | null {
  return now().getTime() > until ? 'the worker was too slow for its claim' : postponed;
}

/** At the last moment before a mail that is sent again, as word of the first may have come by now. */
async function outcomeTold(subscriberId: string, { toldOf }: OneRun): Promise<MailOutcome | null> {
  try {
    const told = await toldOf(subscriberId);
    if (told === null) return null;
    if (told.state !== 'sent') return { kind: 'rejected', reason: told.reason };
    return { kind: 'accepted', messageId: told.messageId, again: true };
  } catch (error) {
    return { kind: 'throttled', scope: 'recipient', reason: reasonOf(error) };
  }
}

async function sendOnce(mail: OutgoingMail, { mailer }: OneRun): Promise<MailOutcome> {
  // A mailer that fails in a way it did not foresee may have sent.
  const outcome = await mailer
    .send(mail)
    .catch((error: unknown) => ({ kind: 'unknown' as const, reason: reasonOf(error) }));
  if (outcome.kind === 'accepted') return outcome;
  return { ...outcome, reason: withoutAddresses(outcome.reason) };
}

import { appendFileSync } from 'node:fs';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import type { Mailer } from '#lib/delivery/mailer.ts';
import { unlimitedPace } from '#lib/delivery/pace.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import { sendEdition, type SendReport } from '#lib/local/send-edition.ts';
import { SmtpMailer } from '#lib/local/smtp-mailer.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { watch, type Pass } from './watch.ts';
import { withoutClaims } from './without-claims.ts';

/** Where a run is killed, in the order in which it comes to them. */
export const KILL_STEPS = [
  'before-plan',
  'after-plan',
  'before-claim',
  'after-claim',
  'before-send',
  'after-send',
  'before-settle',
  'after-settle',
] as const;
export type KillStep = (typeof KILL_STEPS)[number];

export interface WatchedRun {
  /** State folder with the sample edition and its subscribers. */
  folder: string;
  /** Each mail that the mail server took is noted here, at once; not one that it had already. */
  log: string;
  /** Null: the outbox. */
  smtpPort: number | null;
  /** Switched off to see that duplicates are seen. */
  withClaims: boolean;
}

/** When the first run of a test begins. */
export const NOW = new Date('2026-01-05T07:00:00Z');

/**
 * Sends the sample edition from an open state folder; `pass` is told of each step that it comes to.
 * @param now as of when; the claims of a run that was killed expire by it
 */
export function watchedSend(
  run: WatchedRun,
  local: LocalStores,
  pass: Pass,
  now = NOW,
): Promise<SendReport> {
  const { smtpPort: port } = run;
  const mailer =
    port === null ? local.outbox : new SmtpMailer({ host: '127.0.0.1', port }, local.outbox);
  return sendEdition(sampleEdition(), {
    ...local,
    ledger: watchedLedger(local.ledger, run, pass),
    mailer: watchedMailer(mailer, run, pass),
    pace: unlimitedPace,
    mails: new MailWriter({
      links: makeLinks('https://news.example', local.keys),
      sender: { address: 'digest@example.com', name: 'Parley', unsubscribeMailbox: null },
    }),
    now: () => now,
  });
}

function watchedLedger(ledger: Ledger, { withClaims }: WatchedRun, pass: Pass): Ledger {
  const watched = watch(ledger, { putGroup: 'plan', claim: 'claim', settle: 'settle' }, pass);
  return withClaims ? watched : { ...watched, claim: withoutClaims(watched) };
}

function watchedMailer(mailer: Mailer, { log }: WatchedRun, pass: Pass): Mailer {
  return {
    send: async (mail) => {
      pass('before-send');
      const outcome = await mailer.send(mail);
      if (outcome.kind === 'accepted' && outcome.again !== true)
        appendFileSync(log, `${mail.deliveryId}\n`);
      pass('after-send');
      return outcome;
    },
    ...(mailer.takesOnce && { takesOnce: true }),
    ...(mailer.accepted && { accepted: mailer.accepted.bind(mailer) }),
  };
}

import { appendFileSync } from 'node:fs';
import type { Ledger } from '#lib/delivery/ledger.ts';
import type { Mailer } from '#lib/delivery/mailer.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import { sendEdition, type SendReport } from '#lib/local/send-edition.ts';
import { SmtpMailer } from '#lib/local/smtp-mailer.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import { sampleEdition } from '../contract/sample-data.ts';

/** Where a worker is killed, in the order in which a delivery comes to them. */
export const KILL_STEPS = [
  'before-claim',
  'after-claim',
  'before-send',
  'after-send',
  'before-confirm',
  'after-confirm',
] as const;
export type KillStep = (typeof KILL_STEPS)[number];

export interface WatchedRun {
  /** State folder with the sample edition and its subscribers. */
  folder: string;
  /** Each mail that the mail server took is noted here, at once. */
  log: string;
  /** Null: the outbox. */
  smtpPort: number | null;
  /** Switched off to see that duplicates are seen. */
  withClaims: boolean;
}

type Pass = (step: KillStep) => void;

/** Sends the sample edition from an open state folder; `pass` is told of each step of each delivery. */
export function watchedSend(run: WatchedRun, local: LocalStores, pass: Pass): Promise<SendReport> {
  const { smtpPort: port } = run;
  const mailer =
    port === null ? local.outbox : new SmtpMailer({ host: '127.0.0.1', port }, local.outbox);
  return sendEdition(sampleEdition(), {
    ...local,
    ledger: watchedLedger(local.ledger, run, pass),
    mailer: watchedMailer(mailer, run, pass),
    links: makeLinks('https://news.example', local.keys),
    sender: { address: 'digest@example.com', name: 'Parley', unsubscribeMailbox: null },
    now: () => new Date('2026-01-05T07:00:00Z'),
  });
}

function watchedLedger(ledger: Ledger, { withClaims }: WatchedRun, pass: Pass): Ledger {
  return {
    claim: async (...args) => {
      pass('before-claim');
      const claim = await ledger.claim(...args);
      pass('after-claim');
      return withClaims ? claim : { claimed: true };
    },
    confirm: async (...args) => {
      pass('before-confirm');
      await ledger.confirm(...args);
      pass('after-confirm');
    },
    settle: (...args) => ledger.settle(...args),
    release: (...args) => ledger.release(...args),
    get: (...args) => ledger.get(...args),
    list: (...args) => ledger.list(...args),
  };
}

function watchedMailer(mailer: Mailer, { log }: WatchedRun, pass: Pass): Mailer {
  return {
    send: async (mail) => {
      pass('before-send');
      const outcome = await mailer.send(mail);
      if (outcome.kind === 'accepted') appendFileSync(log, `${mail.deliveryId}\n`);
      pass('after-send');
      return outcome;
    },
    ...(mailer.accepted && { accepted: mailer.accepted.bind(mailer) }),
  };
}

import { createSecretKey } from 'node:crypto';
import type { DeliverDeps } from '#lib/delivery/deliver.ts';
import type { Sender } from '#lib/delivery/encode-mail.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '#lib/delivery/mailer.ts';
import type { GroupKey } from '#lib/delivery/group.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { unlimitedPace } from '#lib/delivery/pace.ts';
import { shardOf } from '#lib/delivery/shard.ts';
import type { KeyRing } from '#lib/subscription/key-ring.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

export const keys: KeyRing = {
  current: 'k1',
  keys: new Map([['k1', createSecretKey(Buffer.alloc(32, 7))]]),
};
export const links = makeLinks('https://news.example', keys);
export const sender: Sender = {
  address: 'digest@example.com',
  name: 'Parley',
  unsubscribeMailbox: null,
};

/** A mail server that answers as told, and keeps what it accepted. */
export class MailerInMemory implements Mailer {
  readonly taken: OutgoingMail[] = [];

  constructor(private readonly answer: (mail: OutgoingMail) => MailOutcome | Error = accept) {}

  async send(mail: OutgoingMail): Promise<MailOutcome> {
    const outcome = this.answer(mail);
    if (outcome instanceof Error) throw outcome;
    if (outcome.kind === 'accepted') this.taken.push({ ...mail, raw: Buffer.from(mail.raw) });
    return outcome;
  }
}

export const accept = ({ deliveryId }: OutgoingMail): MailOutcome => ({
  kind: 'accepted',
  messageId: `m-${deliveryId}`,
});

/** The instant of the tests. */
export const NOW = new Date('2026-01-05T07:00:00Z');

/** A planned group of the sample edition for these subscribers, ready to be delivered, with everything in memory. */
export async function deliverySetup(
  people: Subscriber[],
  mailer: Mailer = new MailerInMemory(),
  changes: Partial<DeliverDeps> = {},
) {
  const edition = sampleEdition();
  const subscribers = new SubscribersInMemory();
  for (const person of people) await subscribers.add(person);
  const ledger = ledgerInMemory();
  const group = await planGroup(
    ledger,
    people.map(({ id }) => id),
  );
  const deps: DeliverDeps = {
    editions: { get: async ({ date }) => (date === edition.slot ? edition : null) },
    subscribers,
    ledger,
    heads: ledger,
    mailer,
    mails: new MailWriter({ sender, links }),
    pace: unlimitedPace,
    now: () => NOW,
    ...changes,
  };
  const key = (subscriberId: string) => ({ editionId: edition.id, subscriberId });
  return { deps, group, ledger, subscribers, edition, key };
}

/** Puts the sample edition under way, with one group of these subscribers. */
export async function planGroup(ledger: Ledger, subscriberIds: string[]): Promise<GroupKey> {
  const { id: editionId, contentHash } = sampleEdition();
  const at = NOW.toISOString();
  const by = 'a test';
  await ledger.begin({
    editionId,
    contentHash,
    begunAt: at,
    state: 'sending',
    by,
    since: at,
    reason: null,
  });
  await ledger.openRound({
    editionId,
    number: 1,
    kind: 'audience',
    by,
    startedAt: at,
    planned: null,
  });
  const key = { editionId, round: 1, shard: shardOf(subscriberIds[0] ?? ''), after: '' };
  await ledger.putGroup({ ...key, subscriberIds, preceding: 0, plannedAt: at });
  return key;
}

/** Active subscribers s00, s01, … */
export const subscribers = (count: number): Subscriber[] =>
  Array.from({ length: count }, (_, i) => sampleSubscriber(`s${String(i).padStart(2, '0')}`));

import type { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import type { EditionState } from '#lib/delivery/edition-head.ts';
import type { Group, Result } from '#lib/delivery/group.ts';
import { unlimitedPace } from '#lib/delivery/pace.ts';
import { editionId, type Edition } from '#lib/edition/edition.ts';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { siteApp, type SiteDeps } from '#lib/site/site-app.ts';
import { newStoredKeyRing, parseKeyRing, type KeyRing } from '#lib/subscription/key-ring.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Subscriber, SubscriberState } from '#lib/subscription/subscriber.ts';
import { MailerInMemory } from '../delivery/delivery-fixture.ts';
import { ledgerInMemory } from '../delivery/ledger-in-memory.ts';
import { countersInMemory } from '../subscription/counters-in-memory.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';

export const NOW = new Date('2026-11-16T08:00:00.000Z');
export const SITE = 'https://news.example';
export const READER = { topicId: 'us-north-korea', subscriberId: 's1' };

/** The brand that ships with Parley. */
export function shippedBrand(): Brand {
  const file = new URL('../../templates/brand.json', import.meta.url);
  const parsed = parseBrand(JSON.parse(readFileSync(file, 'utf8')), 'brand.json');
  if (!parsed.ok) throw new Error('the brand that ships is a brand');
  return parsed.value;
}

/** The topic that ships with Parley. */
export function shippedTopic(): Topic {
  const file = new URL('../../lib/topic/topics/us-north-korea.json', import.meta.url);
  const parsed = parseTopic(JSON.parse(readFileSync(file, 'utf8')), 'us-north-korea.json');
  if (!parsed.ok) throw new Error('the topic that ships is a topic');
  return parsed.value;
}

/** A key ring with one random key. */
export function someKeys(): KeyRing {
  const parsed = parseKeyRing(newStoredKeyRing(), 'test');
  if (!parsed.ok) throw new Error('a new key ring is a key ring');
  return parsed.value;
}

export const EDITION: Edition = {
  schemaVersion: 1,
  id: 'us-north-korea.2026-11-16',
  topicId: 'us-north-korea',
  topicTitle: 'US–North Korea talks',
  slot: '2026-11-16',
  composedAt: NOW.toISOString(),
  language: 'en',
  subject: 'Talks <then> & now',
  preheader: 'What changed',
  html: `<!doctype html><html><head><title>Talks</title><style>p { margin: 0 }</style></head><body><p style="color:red">Briefing</p>
    <a href="${PLACEHOLDERS.viewUrl}">View</a> <a href="${PLACEHOLDERS.unsubscribeUrl}">Leave</a></body></html>`,
  text: 'Briefing',
  contentHash: '0'.repeat(64),
  record: {
    articles: [],
    quarantined: [],
    outsideEras: [],
    dropped: [],
    evidence: { then: 1, now: 1 },
    noChange: false,
  },
};

export interface TestSite {
  app: Hono;
  keys: KeyRing;
  failures: Error[];
  /** The subscriber as they stand now, or null where erased. */
  subscriber: Subscriber | null;
  /** Writes to the subscribers so far. */
  writes: number;
  /** What stands in the store. */
  editions: Filed[];
  /** Editions read from the store so far. */
  reads: number;
  now: Date;
}

/** An edition with what the ledger knows of its delivery; without a head it was never planned. */
export interface Filed {
  edition: Edition;
  state: EditionState | null;
  /** What became of its one delivery. */
  result?: Result['state'];
  /** Hash of the content that was mailed, where it is another. */
  mailed?: string;
  isBroken?: boolean;
}

/** The site over one subscriber and one edition in memory. */
export function testSite(
  state: SubscriberState | 'erased' = 'active',
  editions: Filed[] = [{ edition: EDITION, state: 'closed' }],
  changes: Partial<SiteDeps> = {},
): TestSite {
  const site: Omit<TestSite, 'app'> = {
    keys: someKeys(),
    failures: [],
    subscriber: state === 'erased' ? null : subscriberIn(state),
    writes: 0,
    editions,
    reads: 0,
    now: NOW,
  };
  const app = siteApp({
    ...mailed(site),
    ...readersInMemory(),
    subscribers: Object.assign(new SubscribersInMemory(), {
      get: async () => site.subscriber,
      setState: async (_topicId: string, _id: string, next: SubscriberState, at: string) => {
        site.writes++;
        if (site.subscriber === null) return false;
        site.subscriber = { ...site.subscriber, state: next, since: at };
        return true;
      },
    }),
    keys: site.keys,
    brand: shippedBrand(),
    topics: [shippedTopic()],
    siteUrl: () => SITE,
    now: () => site.now,
    reportFailure: (error) => site.failures.push(error),
    ...changes,
  });
  return Object.assign(site, { app });
}

/** What the forms of readers stand on, in memory; no time passes. */
export function readersInMemory() {
  return {
    counters: countersInMemory(),
    mailer: new MailerInMemory(),
    pace: { ...unlimitedPace },
    sender: { address: 'digest@example.com', name: 'Parley', unsubscribeMailbox: null },
    sourceOf: () => '192.0.2.1',
    sleep: async () => undefined,
  };
}

/** Store and ledger of editions in memory. */
function mailed(site: Pick<TestSite, 'editions' | 'reads'>): Pick<SiteDeps, 'editions' | 'ledger'> {
  const find = (id: string) => site.editions.find(({ edition }) => edition.id === id);
  return {
    editions: {
      async get(slot) {
        site.reads++;
        const { edition = null, isBroken } = find(editionId(slot)) ?? {};
        if (isBroken) throw new Error('the edition was changed after it was frozen');
        return edition;
      },
      async *slots() {
        for (const { edition } of site.editions)
          yield { topicId: edition.topicId, date: edition.slot };
      },
    },
    ledger: {
      ...ledgerInMemory(),
      async head(id) {
        const { edition, state = null, mailed } = find(id) ?? {};
        if (edition === undefined || state === null) return null;
        const { composedAt: begunAt } = edition;
        const contentHash = mailed ?? edition.contentHash;
        const since = begunAt;
        return { editionId: id, contentHash, begunAt, state, by: 'a test', since, reason: null };
      },
      async *groups(id) {
        const state = find(id)?.result;
        if (state !== undefined) yield groupWith(id, state);
      },
    },
  };
}

function groupWith(editionId: string, state: Result['state']): Group {
  const at = NOW.toISOString();
  const result =
    state === 'sent' ? { state, at, messageId: 'm1' } : { state, at, reason: 'a test' };
  return {
    ...{ editionId, round: 1, shard: 0, after: '', preceding: 0, plannedAt: at },
    subscriberIds: ['s1'],
    ...{ claim: null, results: { s1: result }, doubts: {}, reopened: {} },
  };
}

function subscriberIn(state: SubscriberState): Subscriber {
  return {
    id: READER.subscriberId,
    topicId: READER.topicId,
    address: 'reader@example.com',
    name: null,
    state,
    since: '2026-01-01T00:00:00.000Z',
    consent: { at: '2026-01-01T00:00:00.000Z', source: 'test' },
  };
}

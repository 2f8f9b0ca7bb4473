import type { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { siteApp } from '#lib/site/site-app.ts';
import { newStoredKeyRing, parseKeyRing, type KeyRing } from '#lib/subscription/key-ring.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Subscriber, SubscriberState } from '#lib/subscription/subscriber.ts';

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
  html: `<!doctype html><html><body><p style="color:red">Briefing</p>
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
  now: Date;
}

/** The site over one subscriber and one edition in memory. */
export function testSite(state: SubscriberState | 'erased' = 'active'): TestSite {
  const site: Omit<TestSite, 'app'> = {
    keys: someKeys(),
    failures: [],
    subscriber: state === 'erased' ? null : subscriberIn(state),
    writes: 0,
    now: NOW,
  };
  const app = siteApp({
    editions: {
      get: async ({ topicId, date }) => (`${topicId}.${date}` === EDITION.id ? EDITION : null),
      list: async () => ({ editions: [EDITION], faults: [] }),
    },
    subscribers: {
      get: async () => site.subscriber,
      setState: async (_topicId, _id, next, at) => {
        site.writes++;
        if (site.subscriber === null) return false;
        site.subscriber = { ...site.subscriber, state: next, since: at };
        return true;
      },
    },
    keys: site.keys,
    brand: shippedBrand(),
    topics: [shippedTopic()],
    siteUrl: () => SITE,
    now: () => site.now,
    reportFailure: (error) => site.failures.push(error),
  });
  return Object.assign(site, { app });
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

import type { Article } from '#lib/article/article.ts';
import { contentHash } from '#lib/edition/content-hash.ts';
import { editionId, type Edition } from '#lib/edition/edition.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';

/** A made-up article that passes the production parser. */
export function sampleArticle(changes: Partial<Article> = {}): Article {
  return {
    schemaVersion: 1,
    id: 'gazette-2020-05-05-talks',
    headline: 'Talks stall over an empty table',
    author: [{ name: 'Ana Example' }],
    publisher: { name: 'The Gazette' },
    url: 'https://gazette.example/talks',
    inLanguage: 'en',
    datePublished: '2020-05-05',
    topics: ['harbour-talks'],
    bodyKind: 'summary',
    articleBody: 'The harbour talks are unlikely to resume this year. Nobody has set a date.',
    ...changes,
  };
}

/** A made-up frozen edition of a slot. */
export function sampleEdition(slot = '2026-01-05', changes: Partial<Edition> = {}): Edition {
  const topicId = changes.topicId ?? 'harbour-talks';
  const content = {
    subject: 'Harbour talks: colder — “no date”',
    html: '<p>Grüße</p>\n<a href="https://parley.invalid/unsubscribe-url">Leave</a> <a href="https://parley.invalid/preferences-url">Set</a> <a href="https://parley.invalid/view-url">View</a>',
    text: 'Grüße\nLeave: https://parley.invalid/unsubscribe-url\nSet: https://parley.invalid/preferences-url\nView: https://parley.invalid/view-url\n',
  };
  return {
    schemaVersion: 1,
    id: editionId({ topicId, date: slot }),
    topicId,
    topicTitle: 'Harbour talks',
    slot,
    composedAt: `${slot}T06:00:00.000Z`,
    language: 'en',
    preheader: 'Two years side by side',
    ...content,
    contentHash: contentHash(content),
    record: {
      articles: [{ id: 'gazette-2020-05-05-talks', hash: 'f'.repeat(64), era: 'then' }],
      quarantined: [],
      outsideEras: [],
      dropped: [],
      evidence: { then: 3, now: 4 },
      noChange: false,
    },
    ...changes,
  };
}

/** A made-up subscriber. */
export function sampleSubscriber(id: string, changes: Partial<Subscriber> = {}): Subscriber {
  return {
    id,
    topicId: 'harbour-talks',
    address: `${id}@example.com`,
    name: null,
    state: 'active',
    since: '2026-01-01T00:00:00.000Z',
    consent: { at: '2026-01-01T00:00:00.000Z', source: 'a test' },
    ...changes,
  };
}

/** Everything an async iterable yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

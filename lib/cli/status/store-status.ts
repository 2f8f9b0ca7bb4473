import type { ArticleStore } from '#lib/article/article-store.ts';
import type { Article } from '#lib/article/article.ts';
import {
  countDeliveries,
  formatCounts,
  type DeliveryCounts,
} from '#lib/delivery/count-deliveries.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
import type { Stores } from '#lib/stores.ts';
import { SUBSCRIBER_STATES, type SubscriberState } from '#lib/subscription/subscriber.ts';
import { eraOf } from '#lib/topic/era.ts';
import { dueSlotDate, latestStart, nextSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Report } from '../report.ts';
import type { Settings } from '../settings.ts';
import { count, table } from '../table.ts';
import { standingLines } from './standing-lines.ts';

/** What is kept, topic by topic. */
export async function storeStatus(
  { now }: Settings,
  topics: Topic[],
  stores: Stores,
): Promise<Report> {
  const { articles, faults } = await readStored(stores.articles);
  const quarantined = await stores.articles.listQuarantined();
  const perTopic = [];
  for (const topic of topics) {
    const { status, damaged } = await topicStatus(topic, articles, stores, now);
    perTopic.push(status);
    faults.push(...damaged);
  }
  return {
    data: { place: stores.place, topics: perTopic, articles: articles.length, quarantined, faults },
    lines: [
      stores.place,
      `${count(articles.length, 'article')}, ${quarantined.length} in quarantine${quarantined.length > 0 ? ' (parley ingest --list-quarantined)' : ''}`,
      ...perTopic.flatMap(topicLines),
    ],
    problems: faults.map(formatFault),
  };
}

async function readStored(store: ArticleStore): Promise<{ articles: Article[]; faults: Fault[] }> {
  const articles: Article[] = [];
  const faults: Fault[] = [];
  for await (const { parsed } of store.list()) {
    if (parsed.ok) articles.push(parsed.value);
    else faults.push(...parsed.faults);
  }
  return { articles, faults };
}

interface TopicStatus {
  topicId: string;
  articles: { then: number; now: number; outsideEras: number };
  subscribers: Partial<Record<SubscriberState, number>>;
  /** Newest first. */
  editions: { slot: string; subject: string; deliveries: DeliveryCounts; standing: string[] }[];
  due: string;
  /** The sending of the slot that is due may no longer begin by itself. */
  isLate: boolean;
  next: string;
}

async function topicStatus(
  topic: Topic,
  articles: Article[],
  { subscribers, editions, ledger }: Stores,
  now: Date,
): Promise<{ status: TopicStatus; damaged: Fault[] }> {
  const own = articles.filter((article) => article.topics.includes(topic.id));
  const inEra = (era: 'then' | 'now' | null) =>
    own.filter(({ datePublished }) => eraOf(topic, datePublished) === era).length;
  const states: TopicStatus['subscribers'] = {};
  for await (const { state } of subscribers.list(topic.id))
    states[state] = (states[state] ?? 0) + 1;
  const listed: TopicStatus['editions'] = [];
  const kept = await editions.list(topic.id);
  for (const { id, slot, subject } of kept.editions) {
    const head = await ledger.head(id);
    // Closed is how every edition ends; what became of it stands in its counts.
    const standing = head?.state === 'closed' ? [] : standingLines(head, topic, slot, now);
    listed.push({
      slot,
      subject,
      deliveries: await countDeliveries(ledger.list(id), now),
      standing: standing.map((line) => line.trim()),
    });
  }
  const status = {
    topicId: topic.id,
    articles: { then: inEra('then'), now: inEra('now'), outsideEras: inEra(null) },
    subscribers: states,
    editions: listed,
    due: dueSlotDate(topic.schedule, now),
    isLate: now > latestStart(topic.schedule, dueSlotDate(topic.schedule, now)),
    next: nextSlotDate(topic.schedule, now),
  };
  return { status, damaged: kept.faults };
}

function topicLines({
  topicId,
  articles,
  subscribers,
  editions,
  due,
  isLate,
  next,
}: TopicStatus): string[] {
  const states = SUBSCRIBER_STATES.flatMap((state) =>
    subscribers[state] ? [`${subscribers[state]} ${state}`] : [],
  );
  const isMade = editions.some(({ slot }) => slot === due);
  return [
    '',
    topicId,
    ...table(
      [
        [
          'articles',
          `${articles.then} then, ${articles.now} now, ${articles.outsideEras} in neither era`,
        ],
        ['subscribers', states.join(', ') || 'none'],
        [
          'due',
          `${due} (${isMade ? 'has its edition' : isLate ? 'no edition, and too late for one by itself' : 'no edition yet'}), next ${next}`,
        ],
        ...editions.flatMap(({ slot, subject, deliveries, standing }) => [
          [`edition ${slot}`, `${formatCounts(deliveries)}: ${subject}`],
          ...standing.map((line) => ['', line]),
        ]),
      ],
      '  ',
    ),
  ];
}

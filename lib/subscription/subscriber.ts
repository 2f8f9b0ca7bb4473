import * as z from 'zod/mini';

export const SUBSCRIBER_STATES = [
  'pending',
  'active',
  'unsubscribed',
  'bounced',
  'complained',
] as const;

/** An address that asked for a topic's digest. Only `active` is mailed. */
export const Subscriber = z.object({
  /** Opaque, stable; the only name of a subscriber in logs, links and the ledger. */
  id: z.string(),
  topicId: z.string(),
  address: z.string(),
  name: z.nullable(z.string()),
  state: z.enum(SUBSCRIBER_STATES),
  /** ISO instant of the last change of state. */
  since: z.string(),
  /** Evidence of consent: when, how ("import of list.csv, line 3"). */
  consent: z.object({ at: z.string(), source: z.string() }),
});

export type Subscriber = z.infer<typeof Subscriber>;
export type SubscriberState = Subscriber['state'];

/** A part of all subscriber ids, in the order of their characters. */
export interface IdRange {
  /** The first id that may be in it; "" where there is no bound. */
  from: string;
  /** The first id that is not in it any more; null where there is no bound. */
  below: string | null;
}

/** Where subscribers live: a DynamoDB table, real or in process. */
export interface SubscriberStore {
  /** Adds unless the address is there already for the topic (compared without case); returns who stands there. */
  add(subscriber: Subscriber): Promise<{ added: boolean; subscriber: Subscriber }>;
  get(topicId: string, id: string): Promise<Subscriber | null>;
  /** Those of the ids who are there, by id. */
  getMany(topicId: string, ids: readonly string[]): Promise<Map<string, Subscriber>>;
  find(topicId: string, address: string): Promise<Subscriber | null>;
  /** @param standing given: only where the subscriber's state is still this one */
  setState(
    topicId: string,
    id: string,
    state: SubscriberState,
    at: string,
    standing?: Pick<Subscriber, 'state' | 'since'>,
  ): Promise<boolean>;
  /**
   * Notes that the edition of a date did not reach a subscriber for now; again: nothing changes.
   * Returns all dates noted, in any order; none where nobody is there.
   */
  noteSoftBounce(topicId: string, id: string, date: string): Promise<string[]>;
  /** Erases the record. */
  remove(topicId: string, id: string): Promise<boolean>;
  /** All of a topic, or of a part of its ids, read in pages, by id. */
  list(topicId: string, range?: IdRange): AsyncIterable<Subscriber>;
}

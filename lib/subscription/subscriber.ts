import * as z from 'zod/mini';
import { Settings } from './settings.ts';

export const SUBSCRIBER_STATES = [
  'pending',
  'active',
  'unsubscribed',
  'bounced',
  'complained',
] as const;

/** What somebody asked for on the page and has not confirmed. */
export const SignUpRequest = z.object({
  /** ISO instant of the first asking; also what the confirmation link is bound to. */
  at: z.string(),
  /** ISO instant after which it cannot be confirmed any more. */
  expiresAt: z.string(),
  /** Where it was asked, and the version of the words that were agreed to. */
  source: z.string(),
  wording: z.string(),
  name: z.nullable(z.string()),
  settings: Settings,
});
export type SignUpRequest = z.infer<typeof SignUpRequest>;

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
  /** Evidence of consent: when, how ("import of list.csv, line 3"), and the version of the words agreed to. */
  consent: z.object({ at: z.string(), source: z.string(), wording: z.optional(z.string()) }),
  /** ISO instant at which they moved to this address; absent where they never did. */
  movedAt: z.optional(z.string()),
  /** Absent where nothing was chosen: see `settingsOf`. */
  settings: z.optional(Settings),
  /** Absent where nothing waits to be confirmed. Who is `pending` is erased with it. */
  request: z.optional(SignUpRequest),
});

export type Subscriber = z.infer<typeof Subscriber>;
export type SubscriberState = Subscriber['state'];

/** A new address that somebody wants their mails at, until it is confirmed from there. */
export const NewAddress = z.object({
  address: z.string(),
  /** ISO instants: when it was asked for, and until when the link works. */
  at: z.string(),
  expiresAt: z.string(),
});
export type NewAddress = z.infer<typeof NewAddress>;

/** Whom a signed link names: a subscriber's id within a topic. */
export interface Addressee {
  topicId: string;
  subscriberId: string;
}

/** A part of all subscriber ids, in the order of their characters. */
export interface IdRange {
  /** The first id that may be in it; "" where there is no bound. */
  from: string;
  /** The first id that is not in it any more; null where there is no bound. */
  below: string | null;
}

/** What came of adding somebody, and who stands at the address now. */
export interface Added {
  added: boolean;
  subscriber: Subscriber;
}

/** Where subscribers live: a DynamoDB table, real or in process. */
export interface SubscriberStore {
  /** Adds unless the address is there already for the topic (compared without case); returns who stands there. */
  add(subscriber: Subscriber): Promise<Added>;
  /**
   * Adds several of one topic, each with an address of its own, as `add` does and in half the calls; answers in their
   * order. Killed in the middle, whoever is missing is added by adding them again.
   */
  addMany(subscribers: readonly Subscriber[]): Promise<Added[]>;
  /**
   * Writes what `decide` makes of who stands at an address (null: nobody), and returns that; `decide` keeps
   * the address. The calls to the database are as many whoever stands there, so that their time tells
   * nobody. Where it changed meanwhile, it is decided again.
   */
  enrol(
    topicId: string,
    address: string,
    decide: (standing: Subscriber | null) => Subscriber,
  ): Promise<Subscriber>;
  get(topicId: string, id: string): Promise<Subscriber | null>;
  /** Those of the ids who are there, by id. */
  getMany(topicId: string, ids: readonly string[]): Promise<Map<string, Subscriber>>;
  /** As many calls to the database whether anybody stands there or not. */
  find(topicId: string, address: string): Promise<Subscriber | null>;
  /**
   * Writes a subscriber anew, but for the address, where state and `since` are still those of `standing`.
   * Returns whether they were.
   */
  change(subscriber: Subscriber, standing: Pick<Subscriber, 'state' | 'since'>): Promise<boolean>;
  /** Keeps a new address beside a subscriber until it expires; the last one counts. */
  noteNewAddress(topicId: string, id: string, wanted: NewAddress): Promise<void>;
  newAddress(topicId: string, id: string): Promise<NewAddress | null>;
  /** Gives a subscriber another address at an instant; false, and nothing changes, where somebody has it in this topic. */
  moveAddress(subscriber: Subscriber, address: string, at: string): Promise<boolean>;
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
  /** Erases the record, its address and what is kept beside it. */
  remove(topicId: string, id: string): Promise<boolean>;
  /** All of a topic, or of a part of its ids, read in pages, by id. */
  list(topicId: string, range?: IdRange): AsyncIterable<Subscriber>;
}

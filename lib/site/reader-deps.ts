import type { Context } from 'hono';
import type { KeyRing } from '#lib/subscription/key-ring.ts';
import type { Limits } from '#lib/subscription/limits.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Latest, Letters } from './letters.ts';

/** What the forms of readers stand on. */
export interface ReaderDeps {
  topics: readonly Topic[];
  subscribers: SubscriberStore;
  keys: KeyRing;
  letters: Letters;
  limits: Limits;
  /** The newest edition of a topic that was mailed. */
  latest: (topicId: string) => Promise<Latest | null>;
  /** The network address that a request comes from. */
  sourceOf: (context: Context) => string;
  /** Lets time pass. */
  sleep: (ms: number) => Promise<unknown>;
  now: () => Date;
}

/** Longer than mailing takes, so that an answer comes as late where nothing is mailed. */
export const ANSWER_AFTER_MS = 500;

/** Does work that takes a known time at least: how long it took tells nothing of whom it concerns. */
export async function evenly<T>(work: Promise<T>, { sleep }: ReaderDeps): Promise<T> {
  const [done] = await Promise.all([work, sleep(ANSWER_AFTER_MS)]);
  return done;
}

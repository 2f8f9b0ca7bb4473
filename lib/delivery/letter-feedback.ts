import { reasonOf } from '#lib/dependency-error.ts';
import { takeOff } from '#lib/subscription/returned-mail.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import type { EventType } from './delivery.ts';
import type { FeedbackOutcome } from './feedback.ts';
import { goesToOwnAddress, type LetterKey } from './letter-id.ts';

/** What a mail server tells of a letter. */
export interface LetterEvent extends LetterKey {
  type: EventType;
  /** ISO instant, by the mail server's clock. */
  at: string;
  /** ISO instant at which it took the mail, by its clock. */
  sentAt?: string | undefined;
  /** What the receiver said, without the address. */
  reason: string | null;
}

const STATES: Partial<Record<EventType, 'bounced' | 'complained'>> = {
  bounce: 'bounced',
  complaint: 'complained',
};

/**
 * Takes who bounced or complained at a letter off the list, also who has not confirmed yet: no sign-up mails that
 * address again. Throws nothing; in any order and any number of times it comes to the same.
 */
export async function takeLetterFeedback(
  event: LetterEvent,
  subscribers: Pick<SubscriberStore, 'get' | 'setState' | 'noteSoftBounce'>,
): Promise<FeedbackOutcome> {
  const { type, at, sentAt } = event;
  const state = STATES[type];
  try {
    if (state !== undefined && goesToOwnAddress(event))
      await takeOff(event, { state, at, sentAt }, subscribers);
    return { kind: 'recorded' };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

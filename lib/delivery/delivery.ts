/**
 * The state of a delivery.
 * waiting: planned, not yet sent. claimed: somebody is sending it, or died while doing so.
 * doubtful: it may have been sent. sent: the mail server accepted it. failed: it refused for good.
 * skipped: the subscriber may not be mailed. bounced: sent, and the address does not take mail.
 * complained: sent, and reported as unwanted.
 */
export const DELIVERY_STATES = [
  'waiting',
  'claimed',
  'doubtful',
  'sent',
  'failed',
  'skipped',
  'bounced',
  'complained',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryKey {
  editionId: string;
  subscriberId: string;
}

/** One edition to one subscriber, as its group and the mail server's events tell. */
export interface Delivery extends DeliveryKey {
  state: DeliveryState;
  /** ISO instant at which it came into this state. */
  since: string;
  /** The last round that it was planned in. */
  round: number;
  /** The mail server's id of the message, once sent. */
  messageId: string | null;
  /** Why it is doubtful, failed, skipped, bounced or complained; on whose word it is sent, if not the mail server's. */
  reason: string | null;
  /** ISO instant at which it was let out of doubt to be sent again; null: never. */
  reopenedAt: string | null;
}

/**
 * What a mail server tells later of a mail that it took.
 * send: it took it. delivery: the receiver's server has it. delay, soft-bounce: not yet, and it tries
 * on or gave up for now. bounce: the address does not take mail. reject: it was not sent after all.
 */
export const EVENT_TYPES = [
  'send',
  'delivery',
  'delay',
  'soft-bounce',
  'bounce',
  'complaint',
  'reject',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** An event of one delivery. Of a type the last to be recorded stands. */
export interface DeliveryEvent extends DeliveryKey {
  type: EventType;
  /** ISO instant, by the mail server's clock. */
  at: string;
  /** ISO instant at which it took the mail, by its clock; absent where that is not told. */
  sentAt?: string | undefined;
  messageId: string | null;
  /** What the receiver said, without the address. */
  reason: string | null;
}

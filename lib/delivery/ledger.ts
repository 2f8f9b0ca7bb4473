/**
 * The state of a delivery.
 * claimed: somebody is sending it, or died while doing so (then it is doubtful).
 * sent: the mail server accepted it. failed: it refused for good. skipped: the subscriber may not be mailed.
 */
export type DeliveryState = 'claimed' | 'sent' | 'failed' | 'skipped';

export interface DeliveryKey {
  editionId: string;
  subscriberId: string;
}

export interface Delivery extends DeliveryKey {
  state: DeliveryState;
  /** ISO instants. */
  claimedAt: string;
  settledAt: string | null;
  /** The mail server's id of the message, once sent. */
  messageId: string | null;
  /** Why it failed or was skipped. */
  reason: string | null;
}

/** The record of every delivery of every edition. Its conditional writes keep anybody from being mailed twice. */
export interface Ledger {
  /** Takes the delivery for this caller, once in all time; else says what stands there. */
  claim(
    key: DeliveryKey,
    at: string,
  ): Promise<{ claimed: true } | { claimed: false; delivery: Delivery }>;
  /** claimed → sent. */
  confirm(key: DeliveryKey, messageId: string, at: string): Promise<void>;
  /** claimed → failed or skipped. */
  settle(key: DeliveryKey, state: 'failed' | 'skipped', reason: string, at: string): Promise<void>;
  /** Gives a claim back where it is certain that nothing was sent (throttled, connection refused). */
  release(key: DeliveryKey): Promise<void>;
  /** Every delivery of an edition, read in pages. */
  list(editionId: string): AsyncIterable<Delivery>;
}

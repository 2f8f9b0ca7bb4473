/**
 * The state of a delivery.
 * claimed: somebody is sending it, or died while doing so (then it is doubtful).
 * sent: the mail server accepted it. failed: it refused for good. skipped: the subscriber may not be mailed.
 */
export const DELIVERY_STATES = ['claimed', 'sent', 'failed', 'skipped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryKey {
  editionId: string;
  subscriberId: string;
}

export interface Delivery extends DeliveryKey {
  state: DeliveryState;
  /** ISO instants. */
  claimedAt: string;
  settledAt: string | null;
  /** The attempt that holds or held the claim. */
  claimId: string;
  /** The mail server's id of the message, once sent. */
  messageId: string | null;
  /** Why it failed or was skipped. */
  reason: string | null;
}

/** The record of every delivery of every edition. Its conditional writes keep anybody from being mailed twice. */
export interface Ledger {
  /**
   * Takes the delivery for this attempt, once in all time; else says what stands there. The same
   * `claimId` again is the same claim: a write repeated after a lost answer does not block itself.
   */
  claim(
    key: DeliveryKey,
    claimId: string,
    at: string,
  ): Promise<{ claimed: true } | { claimed: false; delivery: Delivery }>;
  /** claimed → sent. Again with the same message id: nothing changes. */
  confirm(key: DeliveryKey, messageId: string, at: string): Promise<void>;
  /** claimed → failed or skipped. */
  settle(key: DeliveryKey, state: 'failed' | 'skipped', reason: string, at: string): Promise<void>;
  /**
   * Gives a claim back where it is certain that nothing was sent (throttled, connection refused).
   * Does nothing where another attempt holds it.
   */
  release(key: DeliveryKey, claimId: string): Promise<void>;
  get(key: DeliveryKey): Promise<Delivery | null>;
  /** Every delivery of an edition by subscriber id, read in pages. */
  list(editionId: string): AsyncIterable<Delivery>;
}

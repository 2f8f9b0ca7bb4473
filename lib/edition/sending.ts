/** What composing must know of delivery: an edition that somebody has is not replaced. */
export interface Sending {
  /** Whether a delivery of the edition was ever begun, whatever became of it. */
  hasBegun(editionId: string): Promise<boolean>;
}

/** What composing must know of delivery: an edition that somebody may have is not replaced. */
export interface Sending {
  /** The content that is being sent, or was; null where the sending of the edition has not begun. */
  head(editionId: string): Promise<{ contentHash: string } | null>;
}

/** What composing must know of delivery: an edition that somebody may have is not replaced. */
export interface Sending {
  /** The content that is being sent, or was, or in state `planned` waits for approval; null where nobody has planned it. */
  head(editionId: string): Promise<{ contentHash: string; state: string } | null>;
  /** Lets an edition that waits be of other content; false where its sending began, or it is of other content by now. */
  repin(editionId: string, from: string, to: string): Promise<boolean>;
}

/** Whether somebody may have the edition. */
export async function isBegun(editionId: string, sending: Sending): Promise<boolean> {
  const head = await sending.head(editionId);
  return head !== null && head.state !== 'planned';
}

/**
 * Tells delivery that an edition has other content now. False where its sending began with what stood
 * before.
 */
export async function letReplace(
  editionId: string,
  contentHash: string,
  sending: Sending,
): Promise<boolean> {
  const head = await sending.head(editionId);
  if (head === null || head.contentHash === contentHash) return true;
  if (await sending.repin(editionId, head.contentHash, contentHash)) return true;
  return (await sending.head(editionId))?.contentHash === contentHash;
}

import type { Claims } from '#lib/delivery/ledger.ts';

/** Every claim succeeds, and no doubt is known: to see that a test would see duplicates. */
export function withoutClaims(ledger: Pick<Claims, 'claim'>): Claims['claim'] {
  return async (key, claim) => {
    const answer = await ledger.claim(key, claim);
    return answer === null ? null : { claimed: true, group: { ...answer.group, doubts: {} } };
  };
}

import { describe, expect, it } from 'vitest';
import type { Delivery } from '#lib/delivery/delivery.ts';
import type { EditionState } from '#lib/delivery/edition-head.ts';
import { account, type Evidence } from './account.ts';

const editionId = 'bench.2026-11-16';
const at = '2026-11-16T07:00:00.000Z';

const delivery = (subscriberId: string, state: Delivery['state']): Delivery => ({
  ...{ editionId, subscriberId, state, since: at, round: 1 },
  ...{ messageId: null, reason: null, reopenedAt: null },
});

/** Everybody mailed once, but for the changes. */
function evidence(
  counts: Record<string, number>,
  states: Record<string, Delivery['state']>,
  state: EditionState = 'closed',
): Evidence {
  const none = { planned: 0, sent: 0, skipped: 0, bounced: 0, complained: 0, failed: 0 };
  const ids = Object.keys(states);
  return {
    people: ids.map((id) => ({ id, fate: 'fine' })),
    left: new Set(),
    tally: {
      kind: 'tally',
      counts: Object.entries(counts).map(([id, count]) => [`${editionId}.${id}`, count]),
      garbled: 0,
      wrong: {},
    },
    deliveries: ids.map((id) => delivery(id, states[id] ?? 'sent')),
    report: {
      ...{ editionId, startedAt: at, closedAt: at, skips: [], failures: [] },
      counts: { ...none, doubtful: 1, resent: 0 },
    },
    head: { editionId, contentHash: '', begunAt: at, state, by: 'test', since: at, reason: null },
    active: new Set(ids),
  };
}

describe('the account of a scenario', () => {
  it('is even where everybody was mailed once', () => {
    expect(account(evidence({ a: 1, b: 1 }, { a: 'sent', b: 'sent' }))).toEqual({
      ...{ accepted: 2, duplicates: 0, losses: 0, doubtful: 1, resent: 0 },
      ...{ unsent: '', disagreements: [] },
    });
  });

  it('counts who was mailed twice and who was not mailed', () => {
    const counted = account(evidence({ a: 3 }, { a: 'sent', b: 'sent' }));
    expect(counted).toMatchObject({ accepted: 3, duplicates: 2, losses: 1 });
    expect(counted.disagreements).toEqual([expect.stringContaining('never took it')]);
  });

  it('sees an edition that is closed with open deliveries', () => {
    const { losses, disagreements } = account(evidence({ a: 1 }, { a: 'sent', b: 'waiting' }));
    expect(losses).toBe(1);
    expect(disagreements).toEqual([expect.stringContaining('the edition is over')]);
  });

  it('names who has no mail of a cancelled edition', () => {
    const counted = account(evidence({ a: 1 }, { a: 'sent', b: 'waiting' }, 'cancelled'));
    expect(counted).toMatchObject({ losses: 0, unsent: '1 waiting: cancelled', disagreements: [] });
  });

  it('sees who was planned twice or not at all', () => {
    const both = evidence({ a: 1, b: 1 }, { a: 'sent', b: 'sent' });
    const [a] = both.deliveries;
    const { disagreements } = account({ ...both, deliveries: a === undefined ? [] : [a, a] });
    expect(disagreements).toEqual(['1 subscribers listed twice']);
  });
});

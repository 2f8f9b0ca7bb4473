import { beforeEach, describe, expect, it } from 'vitest';
import { plan, type PlanDeps } from '#lib/delivery/plan.ts';
import { contentHash } from '#lib/edition/content-hash.ts';
import type { Edition, Revision } from '#lib/edition/edition.ts';
import { isBegun, letReplace } from '#lib/edition/sending.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { NOW } from './delivery-fixture.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const first = sampleEdition();
const second = revisionOf(first, 2);

function revisionOf(replaced: Edition, number: number): Revision {
  const html = `${replaced.html}<!-- ${number} -->`;
  const revision = { number, replaces: replaced.contentHash };
  const edition = { ...replaced, html, revision };
  return { ...edition, contentHash: contentHash(edition) };
}

describe('an edition that is composed again while its sending begins', () => {
  let standing: Edition;
  let deps: PlanDeps;
  beforeEach(() => {
    standing = first;
    const subscribers = new SubscribersInMemory();
    subscribers.all.push(sampleSubscriber('2a'), sampleSubscriber('8b'));
    deps = {
      ...{ subscribers, ledger: ledgerInMemory(), queue: null, by: 'a test', now: () => NOW },
      editions: { get: async () => standing },
    };
  });

  const goesOut = async () => (await deps.ledger.head(first.id))?.contentHash;

  it('goes out as it stands where the sender had read what it replaced', async () => {
    expect(await isBegun(first.id, deps.ledger)).toBe(false);
    standing = second;
    expect(await letReplace(first.id, second.contentHash, deps.ledger)).toBe(true);
    expect(await plan(first, deps)).toMatchObject({ state: 'sending', planned: 2 });
    expect(await goesOut()).toBe(second.contentHash);
    expect(await plan(second, deps)).toMatchObject({ planned: 2 });
  });

  it('goes out as it stands where nobody was planned and whoever composed it was killed', async () => {
    const openRound = () => Promise.reject(new Error('killed'));
    const killed = { ...deps, ledger: { ...deps.ledger, openRound } };
    await expect(plan(first, killed)).rejects.toThrow('killed');
    standing = revisionOf(second, 3);
    expect(await plan(standing, deps)).toMatchObject({ planned: 2 });
    expect(await goesOut()).toBe(standing.contentHash);
  });

  it('goes out with one content where two send it at once', async () => {
    standing = second;
    const both = await Promise.all([plan(first, deps), plan(second, deps)]);
    expect(both).toMatchObject([{ state: 'sending' }, { state: 'sending', planned: 2 }]);
    expect(await goesOut()).toBe(second.contentHash);
  });

  it('keeps the content that somebody may have, and says what to do', async () => {
    await plan(first, deps);
    expect(await letReplace(first.id, second.contentHash, deps.ledger)).toBe(false);
    standing = second;
    await expect(plan(second, deps)).rejects.toThrow('put the edition before back');
    expect(await goesOut()).toBe(first.contentHash);
    standing = first;
    expect(await plan(first, deps)).toMatchObject({ planned: 2 });
  });
});

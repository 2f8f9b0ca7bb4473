import { describe, expect, it } from 'vitest';
import type { EditionHead } from '#lib/delivery/edition-head.ts';
import type { Slot } from '#lib/edition/edition.ts';
import { latestStart } from '#lib/topic/schedule.ts';
import { handleWatch } from '../../lambdas/watch/handler.ts';
import { wire, type HandlerDeps } from '../../lambdas/watch/wiring.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { topicFiles } from '../infra/synthesise.ts';
import { recordedLog } from './recorded-log.ts';

const topic = topicFiles().find(({ id }) => id === 'us-north-korea') ?? missing();
const DUE: Slot = { topicId: topic.id, date: '2026-11-16' };
const CUT_OFF = latestStart(topic.schedule, DUE.date);
const after = (ms: number) => new Date(CUT_OFF.getTime() + ms);

function missing(): never {
  throw new Error('the first topic ships');
}

/** What is counted, with everything well but what is said. */
async function countedWith(deps: Partial<HandlerDeps>) {
  const counts: Record<string, number> = {};
  const { log, lines } = recordedLog();
  await handleWatch({
    topicIds: [DUE.topicId],
    loadTopic: async () => ({ ok: true, value: topic }),
    editions: { get: async () => sampleEdition(), slots: async function* () {} },
    ledger: { head: async () => null },
    quota: { read: async () => ({ maxPerDay: 200, maxPerSecond: 1, sentLast24h: 50 }) },
    faultOfSender: async () => null,
    count: (name, value) => void (counts[name] = value),
    log,
    now: () => after(1),
    ...deps,
  });
  return { counts, lines };
}

const WELL = { EditionsMissing: 0, EditionsPaused: 0, QuotaUsed: 25, SenderBroken: 0 };

describe('watch', () => {
  it('counts nothing amiss where nothing is', async () => {
    expect((await countedWith({})).counts).toEqual(WELL);
  });

  it('misses an edition from its cut-off on, and not before', async () => {
    const editions = { get: async () => null, slots: async function* () {} };
    expect((await countedWith({ editions })).counts.EditionsMissing).toBe(1);
    const onTime = { editions, now: () => CUT_OFF };
    expect((await countedWith(onTime)).counts.EditionsMissing).toBe(0);
  });

  it('does not wait for the edition of a topic that may be skipped', async () => {
    const editions = { get: async () => null, slots: async function* () {} };
    const loadTopic = async () => ({
      ok: true as const,
      value: { ...topic, whenNothingNew: 'skip' as const },
    });
    expect((await countedWith({ editions, loadTopic })).counts.EditionsMissing).toBe(0);
  });

  it('counts editions that stand paused, of the last two weeks', async () => {
    const head = async (id: string) => ({ editionId: id, state: 'paused' }) as EditionHead;
    const editions = {
      get: async () => sampleEdition(),
      slots: async function* () {
        yield DUE;
        yield { ...DUE, date: '2026-10-05' };
      },
    };
    expect((await countedWith({ editions, ledger: { head } })).counts.EditionsPaused).toBe(1);
  });

  it('says why the sender is broken', async () => {
    const { counts, lines } = await countedWith({ faultOfSender: async () => 'no DKIM' });
    expect(counts.SenderBroken).toBe(1);
    expect(lines).toContainEqual(expect.objectContaining({ code: 'WATCH_SENDER' }));
  });

  it('counts no share of a quota that has no limit', async () => {
    const quota = {
      read: async () => ({ maxPerDay: null, maxPerSecond: null, sentLast24h: 9 }),
    };
    expect((await countedWith({ quota })).counts.QuotaUsed).toBe(0);
  });

  it('goes on where one thing cannot be read, and fails where nothing can', async () => {
    const broken = async () => {
      throw new Error('no answer');
    };
    const { counts, lines } = await countedWith({ quota: { read: broken } });
    expect(counts).toEqual({ EditionsMissing: 0, EditionsPaused: 0, SenderBroken: 0 });
    expect(lines).toContainEqual(expect.objectContaining({ code: 'WATCH_TROUBLE' }));
    const nothing = {
      quota: { read: broken },
      faultOfSender: broken,
      loadTopic: broken,
      editions: {
        get: broken,
        slots: () => ({ [Symbol.asyncIterator]: () => ({ next: broken }) }),
      },
    };
    await expect(countedWith(nothing)).rejects.toThrow('nothing that is watched');
  });

  it('waits for no edition of a topic that cannot be read', async () => {
    const faults = [{ source: 'us-north-korea.json', field: '', expected: 'a topic file' }];
    const loadTopic = async () => ({ ok: false as const, faults });
    const editions = { get: async () => null, slots: async function* () {} };
    expect((await countedWith({ loadTopic, editions })).counts).toEqual(WELL);
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', () => {
    expect(() => wire({})).toThrow(
      /EDITIONS_BUCKET[^]*LEDGER_TABLE[^]*TOPICS[^]*SENDER_DOMAIN[^]*STACK_NAME/,
    );
  });
});

import { expect, it } from 'vitest';
import type { PaceStore } from '#lib/delivery/pace.ts';

/** What every store of the pace promises. */
/** @param races false where the database under it does not keep conditional writes apart */
export function paceStoreContract(open: () => PaceStore, { races = true } = {}): void {
  it.runIf(races)('loses no change of workers that change the pace at once', async () => {
    const before = await open().change((state) => ({ state, answer: state.granted }));
    const workers = Array.from({ length: 4 }, open);
    const granted = await Promise.all(
      workers.flatMap((store) =>
        Array.from({ length: 5 }, () =>
          store.change((state) => {
            const next = { ...state, granted: state.granted + 1 };
            return { state: next, answer: next.granted };
          }),
        ),
      ),
    );
    expect(new Set(granted).size).toBe(20);
    expect(Math.max(...granted)).toBe(before + 20);
  });

  it('gives back everything that was written', async () => {
    const full = {
      freeAt: 1.5,
      limits: { maxPerDay: null, maxPerSecond: 14, sentLast24h: 7 },
      readAt: 2,
      askedAt: 3,
      granted: 4,
      slowed: { perSecond: 2.5, at: 5 },
      exhaustedAt: 6,
      beganAt: 7,
      personalFreeAt: 9,
    };
    await open().change(() => ({ state: full, answer: null }));
    expect(await open().change((state) => ({ state, answer: state }))).toEqual(full);
  });

  it('believes no old state where there is nothing to write', async () => {
    const [first, second] = [open(), open()];
    const look = (store: PaceStore) =>
      store.change((state) => ({ state, answer: state.exhaustedAt }));
    await first.change((state) => ({ state: { ...state, exhaustedAt: 1 }, answer: null }));
    await second.change((state) => ({ state: { ...state, exhaustedAt: 2 }, answer: null }));
    expect(await look(first)).toBe(2);
  });
}

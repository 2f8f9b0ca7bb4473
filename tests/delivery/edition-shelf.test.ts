import { describe, expect, it, vi } from 'vitest';
import { EditionShelf } from '#lib/delivery/edition-shelf.ts';
import { sampleEdition } from '../contract/sample-data.ts';

const slotOf = (date: string) => ({ topicId: 'harbour-talks', date });

describe('EditionShelf', () => {
  it('reads an edition once, and again where other content is to be sent', async () => {
    const standing = sampleEdition();
    const get = vi.fn(async () => standing);
    const shelf = new EditionShelf({ get });
    const slot = slotOf(standing.slot);
    expect(await shelf.get(slot, standing.contentHash)).toBe(standing);
    expect(await shelf.get(slot, standing.contentHash)).toBe(standing);
    expect(get).toHaveBeenCalledTimes(1);
    await shelf.get(slot, 'other');
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('remembers no absence, and few editions', async () => {
    const get = vi.fn(async ({ date }: { date: string }) =>
      date === '2026-01-01' ? null : sampleEdition(date),
    );
    const shelf = new EditionShelf({ get });
    const { contentHash } = sampleEdition();
    await shelf.get(slotOf('2026-01-01'), contentHash);
    await shelf.get(slotOf('2026-01-01'), contentHash);
    expect(get).toHaveBeenCalledTimes(2);
    for (const day of [2, 3, 4, 5, 6, 2]) await shelf.get(slotOf(`2026-01-0${day}`), contentHash);
    expect(get).toHaveBeenCalledTimes(8);
  });
});

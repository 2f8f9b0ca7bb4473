import { describe, expect, it } from 'vitest';
import { DependencyError } from '#lib/dependency-error.ts';
import { contentHash } from '#lib/edition/content-hash.ts';
import type { Edition, EditionStore, Revision } from '#lib/edition/edition.ts';
import { collect, sampleEdition } from './sample-data.ts';
import type { Races } from './races.ts';

/** What stands, said otherwise, as the next revision. */
function revisionOf(standing: Edition, subject: string): Revision {
  const edition = { ...standing, subject };
  const revision = {
    number: (standing.revision?.number ?? 1) + 1,
    replaces: standing.contentHash,
  };
  return { ...edition, contentHash: contentHash(edition), revision };
}

/** What every store of editions keeps. Each test gets an empty one. */
export function editionStoreContract(
  open: () => Promise<EditionStore>,
  { races = true }: Races = {},
): void {
  describe('as a store of editions', () => {
    it.skipIf(!races)(
      'freezes one edition a slot and gives everybody the same, however many come at once',
      async () => {
        const store = await open();
        const drafts = Array.from({ length: 8 }, (_, i) =>
          sampleEdition('2026-01-05', { preheader: `draft ${i}` }),
        );
        const results = await Promise.all(drafts.map((draft) => store.freeze(draft)));
        const [winner] = results.filter(({ frozen }) => frozen);
        expect(results.filter(({ frozen }) => frozen)).toHaveLength(1);
        for (const { edition } of results) expect(edition).toEqual(winner?.edition);
        expect(await store.get({ topicId: 'harbour-talks', date: '2026-01-05' })).toEqual(
          winner?.edition,
        );
      },
    );

    it('never changes a frozen edition', async () => {
      const store = await open();
      const edition = sampleEdition();
      await store.freeze(edition);
      const again = await store.freeze({ ...edition, subject: 'another' });
      expect(again).toEqual({ frozen: false, edition });
    });

    it('puts a revision in the place of the edition that it replaces, again and again', async () => {
      const store = await open();
      const slot = { topicId: 'harbour-talks', date: '2026-01-05' };
      await store.freeze(sampleEdition());
      const second = revisionOf(sampleEdition(), 'second');
      expect(await store.replace(second)).toEqual({ replaced: true, edition: second });
      expect(await store.get(slot)).toEqual(second);
      const third = revisionOf(second, 'third');
      expect(await store.replace(third)).toEqual({ replaced: true, edition: third });
      expect(await store.get(slot)).toEqual(third);
      expect((await store.list()).editions).toEqual([third]);
      expect(await store.before({ ...slot, date: '2026-01-12' })).toEqual(third);
      expect(await store.freeze(sampleEdition())).toEqual({ frozen: false, edition: third });
    });

    it.skipIf(!races)('lets one of many revisions replace an edition, and says which', async () => {
      const store = await open();
      await store.freeze(sampleEdition());
      const drafts = Array.from({ length: 8 }, (_, i) => revisionOf(sampleEdition(), `draft ${i}`));
      const results = await Promise.all(drafts.map((draft) => store.replace(draft)));
      const winners = results.filter(({ replaced }) => replaced);
      expect(winners).toHaveLength(1);
      for (const { edition } of results) expect(edition).toEqual(winners[0]?.edition);
    });

    it('replaces nothing but the edition that the revision was made of', async () => {
      const store = await open();
      await store.freeze(sampleEdition());
      const second = revisionOf(sampleEdition(), 'second');
      await store.replace(second);
      const late = revisionOf(sampleEdition(), 'late');
      expect(await store.replace(late)).toEqual({ replaced: false, edition: second });
      const wrong = { ...revisionOf(second, 'x'), revision: { number: 3, replaces: 'f' } };
      expect(await store.replace(wrong)).toEqual({ replaced: false, edition: second });
    });

    it('does not replace an edition that is not there', async () => {
      const store = await open();
      await expect(store.replace(revisionOf(sampleEdition(), 'x'))).rejects.toThrow(
        DependencyError,
      );
    });

    it('has none for a slot without one, or for what is no slot', async () => {
      const store = await open();
      await store.freeze(sampleEdition());
      expect(await store.get({ topicId: 'harbour-talks', date: '2026-01-12' })).toBeNull();
      expect(
        await store.get({ topicId: '../editions/harbour-talks', date: '2026-01-05' }),
      ).toBeNull();
      expect(await store.get({ topicId: 'harbour-talks', date: '../x' })).toBeNull();
    });

    it('finds the edition before a slot, of the same topic', async () => {
      const store = await open();
      for (const slot of ['2026-01-05', '2026-01-12', '2026-01-26'])
        await store.freeze(sampleEdition(slot));
      await store.freeze(sampleEdition('2026-01-19', { topicId: 'harbour-talks-2' }));
      const before = (date: string) => store.before({ topicId: 'harbour-talks', date });
      expect((await before('2026-01-26'))?.slot).toBe('2026-01-12');
      expect((await before('2026-01-12'))?.slot).toBe('2026-01-05');
      expect(await before('2026-01-05')).toBeNull();
    });

    it('lists the newest slot first, of one topic or of all', async () => {
      const store = await open();
      await store.freeze(sampleEdition('2026-01-05'));
      await store.freeze(sampleEdition('2026-01-19'));
      await store.freeze(sampleEdition('2026-01-12', { topicId: 'fish-talks' }));
      const slots = async (topicId?: string) =>
        (await store.list(topicId)).editions.map(({ id }) => id);
      expect(await slots()).toEqual([
        'harbour-talks.2026-01-19',
        'fish-talks.2026-01-12',
        'harbour-talks.2026-01-05',
      ]);
      expect(await slots('fish-talks')).toEqual(['fish-talks.2026-01-12']);
      expect(await slots('no-talks')).toEqual([]);
      const named = async (topicId?: string) =>
        (await collect(store.slots(topicId))).map(({ date }) => date).sort();
      expect(await named()).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
      expect(await named('fish-talks')).toEqual(['2026-01-12']);
      expect(await named('no-talks')).toEqual([]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { articleHash } from '#lib/article/article-hash.ts';
import { editionId } from '#lib/edition/edition.ts';
import { noNotes } from '#lib/edition/notes/editor-notes.ts';
import type { Stores } from '#lib/stores.ts';
import { newSubscriber } from '#lib/subscription/new-subscriber.ts';
import { collect, sampleArticle } from './sample-data.ts';

/**
 * What commands rely on wherever Parley keeps things: each store is there, and keeps what it is given. What a store
 * does beyond that has a contract of its own.
 * @param open the same stores each time
 */
export function storesContract(open: () => Stores): void {
  describe('as stores of a command', () => {
    const slot = { topicId: 'harbour-talks', date: '2026-01-05' };

    it('say where they are', () => {
      expect(open().place).toMatch(/^(state in|stack \S+ in) \S+/);
    });

    it('keep articles with their versions, and what was refused', async () => {
      const { articles } = open();
      const article = sampleArticle();
      await articles.put(article);
      const corrected = { ...article, headline: 'Corrected' };
      await articles.put(corrected);
      expect(await articles.version(article.id, articleHash(article))).toEqual(article);
      expect(await articles.version(article.id, articleHash(corrected))).toEqual(corrected);
      expect(await articles.version(article.id, '0'.repeat(64))).toBeNull();
      await articles.quarantine({ source: 'x', faults: [], at: '2026-01-01T00:00:00.000Z' });
      expect(await articles.listQuarantined()).toHaveLength(1);
    });

    it('keep analyses and notes, and know of no edition yet', async () => {
      const { analyses, notes, editions } = open();
      await analyses.put('a'.repeat(64), 'kept');
      expect(await analyses.get('a'.repeat(64))).toBe('kept');
      await notes.put(noNotes(editionId(slot)));
      expect(await notes.get(slot)).toMatchObject({ ok: true });
      expect(await editions.get(slot)).toBeNull();
      expect((await editions.list()).editions).toEqual([]);
    });

    it('keep subscribers and the record of deliveries', async () => {
      const { subscribers, ledger } = open();
      const parsed = newSubscriber(
        { topicId: slot.topicId, address: 'ana@example.com', consent_source: 'a test' },
        'test',
        new Date('2026-01-01T00:00:00Z'),
      );
      if (!parsed.ok) throw new Error('ana is a subscriber');
      expect(await subscribers.add(parsed.value)).toMatchObject({ added: true });
      expect(await collect(subscribers.list(slot.topicId))).toHaveLength(1);
      expect(await ledger.head(editionId(slot))).toBeNull();
      expect(await collect(ledger.list(editionId(slot)))).toEqual([]);
    });

    it('have a key that signs', async () => {
      const { current, keys } = await open().readKeys();
      expect(keys.has(current)).toBe(true);
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { AnalysisStore } from '#lib/edition/analysis-store.ts';

/** What every store of kept analyses does. Each test gets an empty one. */
export function analysisStoreContract(open: () => Promise<AnalysisStore>): void {
  describe('as a store of analyses', () => {
    const key = 'ab'.repeat(32);

    it('gives back what was kept under a key, and the latest of two', async () => {
      const store = await open();
      await store.put(key, '{"sentences":["“ü”"]}');
      expect(await store.get(key)).toBe('{"sentences":["“ü”"]}');
      await store.put(key, '{}');
      expect(await store.get(key)).toBe('{}');
    });

    it('has nothing under another key', async () => {
      expect(await (await open()).get(key)).toBeNull();
    });
  });
}

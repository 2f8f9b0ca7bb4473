import { describe, expect, it } from 'vitest';
import { noNotes, type EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import type { EditorNotesStore } from '#lib/edition/notes/editor-notes-store.ts';
import { formatFault } from '#lib/fault.ts';

/** An empty store, and a way past it: a person may write the file as well. @param slot "TOPIC/DATE" */
export interface OpenNotes {
  store: EditorNotesStore;
  put(slot: string, text: string): Promise<void>;
}

const slot = { topicId: 'harbour-talks', date: '2026-01-05' };
const notes: EditorNotes = {
  ...noNotes('harbour-talks.2026-01-05'),
  notes: [{ text: 'Grüße: the report was withdrawn.', by: 'Ana Lima' }],
};

/** What every store of editors' notes keeps. */
export function editorNotesStoreContract(open: () => Promise<OpenNotes>): void {
  describe("as a store of editors' notes", () => {
    it('gives back what was put last, slot by slot', async () => {
      const { store } = await open();
      expect(await store.get(slot)).toBeNull();
      await store.put(noNotes(notes.edition));
      await store.put(notes);
      expect(await store.get(slot)).toEqual({ ok: true, value: notes });
      expect(await store.get({ ...slot, date: '2026-01-12' })).toBeNull();
    });

    it.each([
      ['{', 'expected notes as JSON'],
      ['{"schemaVersion":1}', 'edition: expected text'],
      [
        JSON.stringify(noNotes('harbour-talks.2026-01-12')),
        'edition: expected harbour-talks.2026-01-05, found "harbour-talks.2026-01-12"',
      ],
    ])('names what is wrong with %s, and where', async (text, expected) => {
      const { store, put } = await open();
      await put('harbour-talks/2026-01-05', text);
      const read = await store.get(slot);
      const faults = read?.ok === false ? read.faults.map(formatFault) : [];
      expect(faults[0]).toContain('harbour-talks/2026-01-05.json');
      expect(faults[0]).toContain(expected);
    });

    it('has none for what is no slot, and takes none', async () => {
      const { store } = await open();
      expect(await store.get({ topicId: '../editions', date: '2026-01-05' })).toBeNull();
      await expect(store.put(noNotes('../editions.2026-01-05'))).rejects.toThrow(RangeError);
    });
  });
}

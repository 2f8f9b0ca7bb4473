import { expect, it } from 'vitest';
import { storeEdit } from '#lib/cli/edit/store-edit.ts';
import { noNotes, type EditorNotes } from '#lib/edition/notes/editor-notes.ts';

const slot = { topicId: 'harbour-talks', date: '2026-01-05' };
const terminal = {} as Parameters<typeof storeEdit>[0];
const edit = { drop: ['3f9a1c07be'] };

/** Stores whose notes and state of sending are what they are told, one answer after the other. */
function stores(notes: EditorNotes[], hasBegun: boolean) {
  const put: EditorNotes[] = [];
  const get = () => Promise.resolve({ ok: true as const, value: notes.shift() ?? empty });
  const given = {
    notes: { get, put: (each: EditorNotes) => Promise.resolve(void put.push(each)) },
    ledger: { hasBegun: () => Promise.resolve(hasBegun) },
  };
  return { put, given: given as unknown as Parameters<typeof storeEdit>[1] };
}
const empty = noNotes('harbour-talks.2026-01-05');

it('a correction is stored where nothing else was meanwhile', async () => {
  const { put, given } = stores([empty, empty], false);
  const stored = await storeEdit(terminal, given, slot, edit);
  expect(put).toEqual([{ ...empty, drop: [{ evidence: '3f9a1c07be' }] }]);
  expect(stored).toEqual({ kind: 'notes', notes: { ok: true, value: put[0] } });
});

it('a correction is not stored over one that came meanwhile', async () => {
  const theirs = { ...empty, drop: [{ evidence: '0123456789' }] };
  const { put, given } = stores([empty, theirs], false);
  expect(await storeEdit(terminal, given, slot, edit)).toEqual({ kind: 'overtaken', copy: null });
  expect(put).toEqual([]);
});

it('a correction is not stored once the sending has begun', async () => {
  const { put, given } = stores([empty, empty], true);
  expect(await storeEdit(terminal, given, slot, edit)).toEqual({ kind: 'begun', copy: null });
  expect(put).toEqual([]);
});

import { isDeepStrictEqual } from 'node:util';
import { editionId, type Slot } from '#lib/edition/edition.ts';
import { noNotes, type EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import type { Parsed } from '#lib/fault.ts';
import type { Stores } from '#lib/stores.ts';
import type { Terminal } from '../terminal.ts';
import { changeNotes, type NoteChanges } from './change-notes.ts';
import { openEditor } from './open-editor.ts';

/** Corrections to make, none at all to list what stands, or the whole file in an editor. */
export type Edit = NoteChanges | 'open';

/** Notes that were stored or are faulty, or why others could not be: with the copy that a person made. */
export type StoredEdit =
  | { kind: 'notes'; notes: Parsed<EditorNotes> }
  | { kind: 'overtaken' | 'begun'; copy: string | null };

type EditStores = Pick<Stores, 'notes' | 'ledger'>;

/** The notes of a slot as they stand, or what is wrong with them. */
export async function standingNotes(
  { notes }: EditStores,
  slot: Slot,
): Promise<Parsed<EditorNotes>> {
  return (await notes.get(slot)) ?? { ok: true, value: noNotes(editionId(slot)) };
}

/**
 * Changes the notes of a slot and stores them, unless meanwhile somebody else stored others or the
 * sending began: a person may have taken hours in their editor.
 */
export async function storeEdit(
  terminal: Terminal,
  stores: EditStores,
  slot: Slot,
  edit: Edit,
): Promise<StoredEdit> {
  const standing = await standingNotes(stores, slot);
  if (!standing.ok) return { kind: 'notes', notes: standing };
  const opened = edit === 'open' ? await openEditor(standing.value, terminal) : null;
  const notes = opened?.parsed ?? changeNotes(standing.value, edit === 'open' ? {} : edit);
  if (!notes.ok) return { kind: 'notes', notes };
  const copy = opened?.copy ?? null;
  if (await stores.ledger.hasBegun(editionId(slot))) return { kind: 'begun', copy };
  if (!isDeepStrictEqual(await standingNotes(stores, slot), standing))
    return { kind: 'overtaken', copy };
  await stores.notes.put(notes.value);
  await opened?.discard();
  return { kind: 'notes', notes };
}

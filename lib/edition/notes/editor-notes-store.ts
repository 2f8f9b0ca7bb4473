import type { Parsed } from '#lib/fault.ts';
import type { Slot } from '../edition.ts';
import type { EditorNotes } from './editor-notes.ts';

/** Where an editor's notes stand, one file a slot: a folder on one machine, a bucket on AWS. */
export interface EditorNotesStore {
  /** The notes of a slot, or what is wrong with them; null where there are none. */
  get(slot: Slot): Promise<Parsed<EditorNotes> | null>;
  /** Puts the notes of an edition in the place of those that stand; of two callers at once the last stands. */
  put(notes: EditorNotes): Promise<void>;
}

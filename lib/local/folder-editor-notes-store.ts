import { join } from 'node:path';
import { editionId, isSlot, slotOf, type Slot } from '#lib/edition/edition.ts';
import type { EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import type { EditorNotesStore } from '#lib/edition/notes/editor-notes-store.ts';
import { formatEditorNotes, parseEditorNotes } from '#lib/edition/notes/parse-editor-notes.ts';
import type { Parsed } from '#lib/fault.ts';
import { readTextFile } from './read-folder.ts';
import { replaceFile } from './write-file.ts';

/** Notes files: `<folder>/<topic>/<date>.json`, for Parley and for an editor's own text editor. */
export class FolderEditorNotesStore implements EditorNotesStore {
  constructor(private readonly folder: string) {}

  async get(slot: Slot): Promise<Parsed<EditorNotes> | null> {
    if (!isSlot(slot)) return null;
    const path = this.path(slot);
    const text = await readTextFile(path);
    return text === null ? null : parseEditorNotes(text, editionId(slot), path);
  }

  async put(notes: EditorNotes): Promise<void> {
    const slot = slotOf(notes.edition);
    if (slot === null) throw new RangeError(`${notes.edition} is no id of an edition`);
    await replaceFile(this.path(slot), formatEditorNotes(notes));
  }

  private path({ topicId, date }: Slot): string {
    return join(this.folder, topicId, `${date}.json`);
  }
}

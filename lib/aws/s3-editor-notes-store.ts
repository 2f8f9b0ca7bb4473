import type { S3Client } from '@aws-sdk/client-s3';
import { editionId, isSlot, slotOf, type Slot } from '#lib/edition/edition.ts';
import type { EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import type { EditorNotesStore } from '#lib/edition/notes/editor-notes-store.ts';
import { formatEditorNotes, parseEditorNotes } from '#lib/edition/notes/parse-editor-notes.ts';
import type { Parsed } from '#lib/fault.ts';
import { S3Objects } from './s3-objects.ts';

/** Notes files in the bucket of editions: `notes/<topic>/<date>.json`. */
export class S3EditorNotesStore implements EditorNotesStore {
  private readonly objects: S3Objects;

  constructor(client: S3Client, bucket: string) {
    this.objects = new S3Objects(client, bucket);
  }

  async get(slot: Slot): Promise<Parsed<EditorNotes> | null> {
    if (!isSlot(slot)) return null;
    const key = keyOf(slot);
    const text = await this.objects.get(key);
    return text === null
      ? null
      : parseEditorNotes(text, editionId(slot), this.objects.address(key));
  }

  async put(notes: EditorNotes): Promise<void> {
    const slot = slotOf(notes.edition);
    if (slot === null) throw new RangeError(`${notes.edition} is no id of an edition`);
    await this.objects.put(keyOf(slot), formatEditorNotes(notes));
  }
}

const keyOf = ({ topicId, date }: Slot) => `notes/${topicId}/${date}.json`;

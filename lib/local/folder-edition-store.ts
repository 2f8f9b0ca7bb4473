import { basename, join } from 'node:path';
import { DependencyError, reasonOf } from '#lib/dependency-error.ts';
import {
  isSlot,
  type Edition,
  type EditionList,
  type EditionStore,
  type Slot,
} from '#lib/edition/edition.ts';
import { parseStoredEdition, readStoredEdition } from '#lib/edition/parse-stored-edition.ts';
import type { Parsed } from '#lib/fault.ts';
import { fileNames, folderNames, readTextFile } from './read-folder.ts';
import { writeNewFile } from './write-file.ts';

/** Editions as JSON files: `<folder>/<topic>/<date>.json`. A file that stands is never written again. */
export class FolderEditionStore implements EditionStore {
  constructor(private readonly folder: string) {}

  async freeze(edition: Edition): ReturnType<EditionStore['freeze']> {
    const slot = { topicId: edition.topicId, date: edition.slot };
    const path = this.path(slot);
    const frozen = await writeNewFile(path, `${JSON.stringify(edition, null, 2)}\n`);
    const standing = frozen ? edition : await this.get(slot);
    if (standing !== null) return { frozen, edition: standing };
    throw new DependencyError('freeze', path, new Error('the edition that stood there is gone'));
  }

  async get(slot: Slot): Promise<Edition | null> {
    if (!isSlot(slot)) return null;
    const path = this.path(slot);
    const text = await readTextFile(path);
    return text === null ? null : readStoredEdition(text, path);
  }

  async before(slot: Slot): Promise<Edition | null> {
    const dates = await this.dates(slot.topicId);
    const date = dates.findLast((each) => each < slot.date);
    return date === undefined ? null : this.get({ ...slot, date });
  }

  async list(topicId?: string): Promise<EditionList> {
    const topicIds = topicId === undefined ? await folderNames(this.folder) : [topicId];
    const listed: EditionList = { editions: [], faults: [] };
    for (const each of topicIds) {
      for (const date of await this.dates(each)) {
        const parsed = await parseFile(this.path({ topicId: each, date }));
        if (parsed.ok) listed.editions.push(parsed.value);
        else listed.faults.push(...parsed.faults);
      }
    }
    listed.editions.sort((a, b) => b.slot.localeCompare(a.slot));
    return listed;
  }

  /** Slots of a topic that have an edition, oldest first. */
  private async dates(topicId: string): Promise<string[]> {
    if (!isSlot({ topicId, date: '0000-00-00' })) return [];
    const names = await fileNames(join(this.folder, topicId), '.json');
    return names.map((name) => basename(name, '.json'));
  }

  private path({ topicId, date }: Slot): string {
    return join(this.folder, topicId, `${date}.json`);
  }
}

/** A file that cannot be read is a fault of that edition. */
async function parseFile(path: string): Promise<Parsed<Edition>> {
  try {
    return parseStoredEdition((await readTextFile(path)) ?? '', path);
  } catch (error) {
    const cause = error instanceof DependencyError ? error.cause : error;
    const fault = { source: path, field: '', expected: 'a readable file', found: reasonOf(cause) };
    return { ok: false, faults: [fault] };
  }
}

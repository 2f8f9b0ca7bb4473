import { basename, join } from 'node:path';
import { DependencyError, reasonOf } from '#lib/dependency-error.ts';
import {
  isReplacedBy,
  isSlot,
  type Edition,
  type EditionList,
  type EditionStore,
  type Revision,
  type Slot,
} from '#lib/edition/edition.ts';
import { parseStoredEdition, readStoredEdition } from '#lib/edition/parse-stored-edition.ts';
import type { Parsed } from '#lib/fault.ts';
import { fileNames, folderNames, readTextFile } from './read-folder.ts';
import { writeNewFile } from './write-file.ts';

/**
 * Editions as JSON files: `<folder>/<topic>/<date>.json`, and `<date>.2.json` for the revision that
 * replaces it. The highest number stands. A file is never written again: making the next number is what
 * only one of two callers can do, and a killed one leaves the edition before in its place.
 */
export class FolderEditionStore implements EditionStore {
  constructor(private readonly folder: string) {}

  async freeze(edition: Edition): ReturnType<EditionStore['freeze']> {
    const slot = { topicId: edition.topicId, date: edition.slot };
    const path = this.path(slot);
    const frozen = await writeNewFile(path, toJson(edition));
    return { frozen, edition: frozen ? edition : await this.standing(slot, 'freeze') };
  }

  async replace(revision: Revision): ReturnType<EditionStore['replace']> {
    const slot = { topicId: revision.topicId, date: revision.slot };
    const edition = await this.standing(slot, 'replace');
    if (!isReplacedBy(edition, revision)) return { replaced: false, edition };
    const path = this.path(slot, revision.revision.number);
    const replaced = await writeNewFile(path, toJson(revision));
    return { replaced, edition: replaced ? revision : await this.standing(slot, 'replace') };
  }

  async get(slot: Slot): Promise<Edition | null> {
    if (!isSlot(slot)) return null;
    const number = (await this.revisions(slot.topicId)).get(slot.date);
    const path = this.path(slot, number);
    const text = number === undefined ? null : await readTextFile(path);
    return text === null ? null : readStoredEdition(text, path);
  }

  async before(slot: Slot): Promise<Edition | null> {
    const dates = [...(await this.revisions(slot.topicId)).keys()];
    const date = dates.findLast((each) => each < slot.date);
    return date === undefined ? null : this.get({ ...slot, date });
  }

  async *slots(topicId?: string): AsyncGenerator<Slot> {
    for (const each of await this.topicIds(topicId))
      for (const date of (await this.revisions(each)).keys())
        if (isSlot({ topicId: each, date })) yield { topicId: each, date };
  }

  async list(topicId?: string): Promise<EditionList> {
    const topicIds = await this.topicIds(topicId);
    const listed: EditionList = { editions: [], faults: [] };
    for (const each of topicIds) {
      for (const [date, number] of await this.revisions(each)) {
        const parsed = await parseFile(this.path({ topicId: each, date }, number));
        if (parsed.ok) listed.editions.push(parsed.value);
        else listed.faults.push(...parsed.faults);
      }
    }
    listed.editions.sort((a, b) => b.slot.localeCompare(a.slot));
    return listed;
  }

  private async topicIds(topicId?: string): Promise<string[]> {
    return topicId === undefined ? folderNames(this.folder) : [topicId];
  }

  private async standing(slot: Slot, action: string): Promise<Edition> {
    const edition = await this.get(slot);
    if (edition !== null) return edition;
    throw new DependencyError(action, this.path(slot), new Error('no edition stands there'));
  }

  /** Slots of a topic that have an edition, oldest first, with the number of the one that stands. */
  private async revisions(topicId: string): Promise<Map<string, number>> {
    const numbers = new Map<string, number>();
    if (!isSlot({ topicId, date: '0000-00-00' })) return numbers;
    for (const name of await fileNames(join(this.folder, topicId), '.json')) {
      const { date = '', number = '1' } = REVISION.exec(basename(name, '.json'))?.groups ?? {};
      numbers.set(date, Math.max(numbers.get(date) ?? 1, Number(number)));
    }
    return new Map([...numbers].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private path({ topicId, date }: Slot, number = 1): string {
    const name = number === 1 ? date : `${date}.${number}`;
    return join(this.folder, topicId, `${name}.json`);
  }
}

const REVISION = /^(?<date>.+?)(?:\.(?<number>\d{1,6}))?$/;

const toJson = (edition: Edition) => `${JSON.stringify(edition, null, 2)}\n`;

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

import type { S3Client } from '@aws-sdk/client-s3';
import { DependencyError } from '#lib/dependency-error.ts';
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
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { S3Objects } from './s3-objects.ts';

const READS_AT_ONCE = 16;
const EDITIONS = 'editions/';

/** Editions in a bucket: `editions/<topic>/<date>.json`. The bucket keeps what a revision replaced. */
export class S3EditionStore implements EditionStore {
  private readonly objects: S3Objects;

  constructor(client: S3Client, bucket: string) {
    this.objects = new S3Objects(client, bucket);
  }

  async freeze(edition: Edition): ReturnType<EditionStore['freeze']> {
    const slot = { topicId: edition.topicId, date: edition.slot };
    const frozen = await this.objects.putNew(keyOf(slot), JSON.stringify(edition));
    return { frozen, edition: frozen ? edition : await this.standing(slot, 'freeze') };
  }

  async replace(revision: Revision): ReturnType<EditionStore['replace']> {
    const slot = { topicId: revision.topicId, date: revision.slot };
    const key = keyOf(slot);
    const object = await this.objects.getTagged(key);
    if (object === null) throw this.gone(slot, 'replace');
    const edition = readStoredEdition(object.text, this.objects.address(key));
    if (!isReplacedBy(edition, revision)) return { replaced: false, edition };
    const replaced = await this.objects.putOver(key, JSON.stringify(revision), object.tag);
    return { replaced, edition: replaced ? revision : await this.standing(slot, 'replace') };
  }

  async get(slot: Slot): Promise<Edition | null> {
    return isSlot(slot) ? this.read(keyOf(slot)) : null;
  }

  async before(slot: Slot): Promise<Edition | null> {
    let latest: string | null = null;
    for await (const key of this.objects.keys(`${EDITIONS}${slot.topicId}/`))
      if (key < keyOf(slot)) latest = key;
    return latest === null ? null : this.read(latest);
  }

  async *slots(topicId?: string): AsyncGenerator<Slot> {
    for await (const key of this.keys(topicId)) {
      const { topic = '', date = '' } =
        /^editions\/(?<topic>[^/]+)\/(?<date>[^/]+)\.json$/.exec(key)?.groups ?? {};
      const slot = { topicId: topic, date };
      if (isSlot(slot)) yield slot;
    }
  }

  async list(topicId?: string): Promise<EditionList> {
    const keys = this.keys(topicId);
    const listed: EditionList = { editions: [], faults: [] };
    for await (const parsed of mapConcurrently(keys, READS_AT_ONCE, (key) => this.parse(key)))
      if (parsed.ok) listed.editions.push(parsed.value);
      else listed.faults.push(...parsed.faults);
    listed.editions.sort((a, b) => b.slot.localeCompare(a.slot));
    return listed;
  }

  private keys(topicId?: string): AsyncIterable<string> {
    return this.objects.keys(topicId === undefined ? EDITIONS : `${EDITIONS}${topicId}/`);
  }

  private async standing(slot: Slot, action: string): Promise<Edition> {
    const edition = await this.get(slot);
    if (edition === null) throw this.gone(slot, action);
    return edition;
  }

  private gone(slot: Slot, action: string): DependencyError {
    const cause = new Error('no edition stands there');
    return new DependencyError(action, this.objects.address(keyOf(slot)), cause);
  }

  private async parse(key: string): Promise<Parsed<Edition>> {
    return parseStoredEdition((await this.objects.get(key)) ?? '', this.objects.address(key));
  }

  private async read(key: string): Promise<Edition | null> {
    const text = await this.objects.get(key);
    return text === null ? null : readStoredEdition(text, this.objects.address(key));
  }
}

const keyOf = ({ topicId, date }: Slot) => `${EDITIONS}${topicId}/${date}.json`;

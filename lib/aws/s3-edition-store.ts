import type { S3Client } from '@aws-sdk/client-s3';
import { DependencyError } from '#lib/dependency-error.ts';
import {
  isSlot,
  type Edition,
  type EditionList,
  type EditionStore,
  type Slot,
} from '#lib/edition/edition.ts';
import { parseStoredEdition, readStoredEdition } from '#lib/edition/parse-stored-edition.ts';
import type { Parsed } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { S3Objects } from './s3-objects.ts';

const READS_AT_ONCE = 16;
const EDITIONS = 'editions/';

/** Editions in a bucket: `editions/<topic>/<date>.json`, each written once. */
export class S3EditionStore implements EditionStore {
  private readonly objects: S3Objects;

  constructor(client: S3Client, bucket: string) {
    this.objects = new S3Objects(client, bucket);
  }

  async freeze(edition: Edition): ReturnType<EditionStore['freeze']> {
    const slot = { topicId: edition.topicId, date: edition.slot };
    const frozen = await this.objects.putNew(keyOf(slot), JSON.stringify(edition));
    const standing = frozen ? edition : await this.get(slot);
    if (standing !== null) return { frozen, edition: standing };
    const gone = new Error('the edition that stood there is gone');
    throw new DependencyError('freeze', this.objects.address(keyOf(slot)), gone);
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

  async list(topicId?: string): Promise<EditionList> {
    const keys = this.objects.keys(topicId === undefined ? EDITIONS : `${EDITIONS}${topicId}/`);
    const listed: EditionList = { editions: [], faults: [] };
    for await (const parsed of mapConcurrently(keys, READS_AT_ONCE, (key) => this.parse(key)))
      if (parsed.ok) listed.editions.push(parsed.value);
      else listed.faults.push(...parsed.faults);
    listed.editions.sort((a, b) => b.slot.localeCompare(a.slot));
    return listed;
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

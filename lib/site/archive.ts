import type { Ledger } from '#lib/delivery/ledger.ts';
import { editionId, type Edition, type EditionStore, type Slot } from '#lib/edition/edition.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { Kept } from './kept.ts';
import { standingOf, type Standing } from './standing.ts';

/** What the archive reads. */
export interface ArchiveDeps {
  editions: Pick<EditionStore, 'get' | 'slots'>;
  ledger: Pick<Ledger, 'head' | 'groups'>;
  now: () => Date;
  /** Told of an edition that cannot be read. */
  reportFailure: (error: Error) => void;
}

/** An edition that was mailed, as lists and feeds name it. */
export type Listed = Pick<
  Edition,
  'id' | 'topicId' | 'topicTitle' | 'slot' | 'language' | 'subject' | 'preheader' | 'contentHash'
> & {
  /** ISO instant at which its delivery was begun. */
  publishedAt: string;
};

/** A page of a list, and whether older editions follow. */
export interface ListedPage {
  editions: Listed[];
  hasOlder: boolean;
}

/** Editions on one page of a list, and in a feed. */
export const PAGE_SIZE = 20;

/** A new edition shows in lists a minute after its sending began. */
const LIST_KEPT_MS = 60_000;
/** Between the start of the sending and the first reader who follows "View in browser". */
const NOT_PUBLIC_KEPT_MS = 1_000;
const STANDINGS_KEPT = 10_000;
const READS_AT_ONCE = 16;

/**
 * The editions that were mailed. Which there are, and what is told of them, is remembered, so that a
 * page costs no read most of the time.
 */
export class Archive {
  private readonly slots: Kept<Slot[]>;
  private readonly standings: Kept<Standing>;
  private readonly listings: Kept<Listed | null>;

  constructor(private readonly deps: ArchiveDeps) {
    const { now } = deps;
    this.slots = new Kept(1, () => LIST_KEPT_MS, now);
    this.standings = new Kept(STANDINGS_KEPT, keepStandingMs, now);
    this.listings = new Kept(STANDINGS_KEPT, () => Infinity, now);
  }

  /** @param number of the page, from 1 */
  async page(number: number, topicId?: string): Promise<ListedPage> {
    const from = (number - 1) * PAGE_SIZE;
    const slots: Slot[] = [];
    let at = 0;
    for await (const slot of this.publicSlots(topicId)) {
      if (slots.length > PAGE_SIZE) break;
      if (at++ >= from) slots.push(slot);
    }
    const editions = await this.listedOf(slots.slice(0, PAGE_SIZE));
    return { editions, hasOlder: slots.length > PAGE_SIZE };
  }

  /** Every slot whose edition was mailed, the newest first. */
  async *publicSlots(topicId?: string): AsyncGenerator<Slot> {
    const all = await this.slots.get('', () => this.readSlots());
    const slots = topicId === undefined ? all : all.filter((slot) => slot.topicId === topicId);
    const standings = mapConcurrently(slots, READS_AT_ONCE, async (slot) => ({
      slot,
      isPublic: (await this.standing(slot)).isPublic,
    }));
    for await (const { slot, isPublic } of standings) if (isPublic) yield slot;
  }

  /** How an edition stands: for one that is public, with the content that was mailed. */
  standing(slot: Slot): Promise<Standing> {
    const id = editionId(slot);
    return this.standings.get(id, () => standingOf(id, this.deps.ledger));
  }

  /** The edition with the content that was mailed, read anew; null where it is not, or not public. */
  async read(slot: Slot): Promise<Edition | null> {
    const { isPublic, contentHash } = await this.standing(slot);
    const edition = isPublic ? await this.deps.editions.get(slot) : null;
    return edition?.contentHash === contentHash ? edition : null;
  }

  /** One that cannot be read is reported and left out; where that is so of all, the store is broken. */
  private async listedOf(slots: Slot[]): Promise<Listed[]> {
    const read = await Promise.allSettled(slots.map((slot) => this.listed(slot)));
    const failures = read.flatMap((each) =>
      each.status === 'rejected' ? [toError(each.reason)] : [],
    );
    const [first] = failures;
    if (first !== undefined && failures.length === slots.length) throw first;
    for (const failure of failures) this.deps.reportFailure(failure);
    return read.flatMap((each) =>
      each.status === 'fulfilled' && each.value !== null ? [each.value] : [],
    );
  }

  private async listed(slot: Slot): Promise<Listed | null> {
    const { contentHash, begunAt: publishedAt } = await this.standing(slot);
    return this.listings.get(`${editionId(slot)} ${contentHash}`, async () => {
      const edition = await this.read(slot);
      if (edition === null) return null;
      const { id, topicId, topicTitle, language, subject, preheader } = edition;
      return {
        id,
        topicId,
        topicTitle,
        slot: slot.date,
        language,
        subject,
        preheader,
        contentHash,
        publishedAt,
      };
    });
  }

  private async readSlots(): Promise<Slot[]> {
    const slots: Slot[] = [];
    for await (const slot of this.deps.editions.slots()) slots.push(slot);
    return slots.sort((a, b) => compare(b.date, a.date) || compare(a.topicId, b.topicId));
  }
}

function keepStandingMs({ isPublic, isFinal }: Standing): number {
  if (isFinal) return Infinity;
  return isPublic ? LIST_KEPT_MS : NOT_PUBLIC_KEPT_MS;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const toError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)));

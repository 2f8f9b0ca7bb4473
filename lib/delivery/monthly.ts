import { editionId, slotOf } from '#lib/edition/edition.ts';
import { settingsOf } from '#lib/subscription/settings.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import type { Delivery } from './delivery.ts';
import type { Deliveries, EditionHeads } from './ledger.ts';

export type MonthDeps = Pick<Deliveries, 'list'> & Pick<EditionHeads, 'head'>;

/** An edition of the same calendar month. */
interface Sibling {
  id: string;
  isCancelled: boolean;
}

/**
 * The editions of a topic in the calendar month of this one, without itself, whose delivery has begun.
 * Any day of the month may have one: the schedule may have changed, and slots are sent late.
 */
export async function siblingsOf(id: string, ledger: MonthDeps): Promise<Sibling[]> {
  const slot = slotOf(id);
  if (slot === null) return [];
  const month = slot.date.slice(0, 'YYYY-MM'.length);
  const dates = Array.from({ length: 31 }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
  const others = dates.filter((date) => date !== slot.date);
  const heads = await Promise.all(
    others.map((date) => ledger.head(editionId({ topicId: slot.topicId, date }))),
  );
  return heads.flatMap((head) =>
    head === null ? [] : [{ id: head.editionId, isCancelled: head.state === 'cancelled' }],
  );
}

/**
 * Who of a shard is due: everybody but those who want one edition a month and have one of this month.
 * What failed, was skipped or cancelled does not count, so that a month without a first edition has a
 * second. All goes by the ledger, and the same ledger gives the same people; it is read side by side with
 * the subscribers, and not at all where nobody is monthly.
 */
export async function* dueOf(
  active: AsyncIterable<Subscriber>,
  shard: number,
  siblings: () => Promise<Sibling[]>,
  ledger: MonthDeps,
): AsyncGenerator<Subscriber> {
  let seekers: Seeker[] | null = null;
  for await (const subscriber of active) {
    if (settingsOf(subscriber).cadence === 'monthly') {
      seekers ??= (await siblings()).map((sibling) => new Seeker(sibling, shard, ledger));
      if (await hasOne(subscriber.id, seekers)) continue;
    }
    yield subscriber;
  }
}

async function hasOne(subscriberId: string, seekers: Seeker[]): Promise<boolean> {
  for (const seeker of seekers) if (await seeker.reached(subscriberId)) return true;
  return false;
}

/** Looks ids up in the deliveries of an edition, both rising, so that each is read once and none is kept. */
class Seeker {
  private readonly deliveries: AsyncIterator<Delivery>;
  private next: Promise<IteratorResult<Delivery>> | null = null;

  constructor(
    private readonly sibling: Sibling,
    shard: number,
    ledger: MonthDeps,
  ) {
    this.deliveries = ledger.list(sibling.id, shard)[Symbol.asyncIterator]();
  }

  async reached(subscriberId: string): Promise<boolean> {
    for (;;) {
      this.next ??= this.deliveries.next();
      const { done, value } = await this.next;
      if (done === true || value.subscriberId > subscriberId) return false;
      this.next = null;
      if (value.subscriberId === subscriberId) return this.isReach(value);
    }
  }

  private isReach({ state }: Delivery): boolean {
    if (state === 'waiting') return !this.sibling.isCancelled;
    return state !== 'failed' && state !== 'skipped';
  }
}

import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#lib/subscription/settings.ts';
import type { Subscriber, SubscriberState, SubscriberStore } from '#lib/subscription/subscriber.ts';
import { collect, sampleSubscriber } from './sample-data.ts';
import type { Races } from './races.ts';

const REQUEST = {
  at: '2026-01-01T00:00:00.000Z',
  expiresAt: '2999-01-01T00:00:00.000Z',
  source: 'a test',
  wording: 'a test',
  name: 'Ana',
};

const MOVED_AT = '2026-02-01T00:00:00.000Z';

let topics = 0;
const newTopic = () => `topic-${++topics}`;

/** What every store of subscribers keeps. */
export function subscriberStoreContract(
  store: () => SubscriberStore,
  { races = true }: Races = {},
): void {
  describe('as a store of subscribers', () => {
    it('gives back who was added, by id and by address in any case', async () => {
      const ana = sampleSubscriber('a1', { topicId: newTopic(), address: 'Ana@Example.com' });
      expect(await store().add(ana)).toEqual({ added: true, subscriber: ana });
      expect(await store().get(ana.topicId, 'a1')).toEqual(ana);
      expect(await store().find(ana.topicId, 'ana@EXAMPLE.com')).toEqual(ana);
    });

    it.skipIf(!races)('keeps an address once in a topic, however many add it at once', async () => {
      const topicId = newTopic();
      const add = (i: number) =>
        store().add(
          sampleSubscriber(`a${i}`, { topicId, address: i % 2 ? 'a@x.example' : 'A@x.example' }),
        );
      const results = await Promise.all(Array.from({ length: 8 }, (_, i) => add(i)));
      expect(results.filter(({ added }) => added)).toHaveLength(1);
      expect(new Set(results.map(({ subscriber }) => subscriber.id)).size).toBe(1);
      expect(await collect(store().list(topicId))).toHaveLength(1);
    });

    it('adds many, and answers for each in their order', async () => {
      const topicId = newTopic();
      const people = Array.from({ length: 30 }, (_, i) =>
        sampleSubscriber(`p${i}`, { topicId, address: `p${i}@x.example` }),
      );
      const standing = { ...sampleSubscriber('old', { topicId }), address: 'P7@x.example' };
      await store().add({ ...standing, state: 'unsubscribed' });
      const answers = await store().addMany(people);
      expect(answers.map(({ added }) => added)).toEqual(people.map((_, i) => i !== 7));
      expect(answers[7]?.subscriber).toMatchObject({ id: 'old', state: 'unsubscribed' });
      expect(answers[8]).toEqual({ added: true, subscriber: people[8] });
      expect(await collect(store().list(topicId))).toHaveLength(30);
      expect(await store().find(topicId, 'p29@x.example')).toEqual(people[29]);
      const again = await store().addMany(people.map((each) => ({ ...each, id: `${each.id}-2` })));
      expect(again.filter(({ added }) => added)).toEqual([]);
      expect(await store().addMany([])).toEqual([]);
    });

    it.skipIf(!races)('keeps each address once, however many add many at once', async () => {
      const topicId = newTopic();
      const people = (by: number) =>
        Array.from({ length: 10 }, (_, i) =>
          sampleSubscriber(`by${by}-${i}`, { topicId, address: `p${i}@x.example` }),
        );
      const answers = await Promise.all([1, 2, 3].map((by) => store().addMany(people(by))));
      expect(answers.flat().filter(({ added }) => added)).toHaveLength(10);
      for (let i = 0; i < 10; i++)
        expect(new Set(answers.map((each) => each[i]?.subscriber.id)).size).toBe(1);
      expect(await collect(store().list(topicId))).toHaveLength(10);
    });

    it('leaves who stands already as they are', async () => {
      const topicId = newTopic();
      await store().add(sampleSubscriber('a1', { topicId, address: 'a@x.example' }));
      await store().setState(topicId, 'a1', 'unsubscribed', '2026-02-01T00:00:00.000Z');
      const again = await store().add(sampleSubscriber('a2', { topicId, address: 'a@x.example' }));
      expect(again).toMatchObject({
        added: false,
        subscriber: { id: 'a1', state: 'unsubscribed' },
      });
    });

    it('keeps the same address apart in two topics', async () => {
      const address = 'a@x.example';
      const first = await store().add(sampleSubscriber('a1', { topicId: newTopic(), address }));
      const second = await store().add(sampleSubscriber('a1', { topicId: newTopic(), address }));
      expect([first.added, second.added]).toEqual([true, true]);
    });

    it('changes the state of who is there, and of nobody else', async () => {
      const topicId = newTopic();
      await store().add(sampleSubscriber('a1', { topicId }));
      const at = '2026-02-01T00:00:00.000Z';
      expect(await store().setState(topicId, 'a1', 'bounced', at)).toBe(true);
      expect(await store().get(topicId, 'a1')).toMatchObject({ state: 'bounced', since: at });
      expect(await store().setState(topicId, 'nobody', 'active', at)).toBe(false);
      expect(await store().get(topicId, 'nobody')).toBeNull();
    });

    it('changes a state that is what the caller saw, and no other', async () => {
      const topicId = newTopic();
      const ana = sampleSubscriber('a1', { topicId });
      await store().add(ana);
      const at = '2026-02-01T00:00:00.000Z';
      const to = (state: SubscriberState) => store().setState(topicId, 'a1', state, at, ana);
      expect(await to('unsubscribed')).toBe(true);
      expect(await to('bounced')).toBe(false);
      expect(await store().get(topicId, 'a1')).toEqual({
        ...ana,
        state: 'unsubscribed',
        since: at,
      });
    });

    it('notes a soft bounce once an edition, in any order, and only of who is there', async () => {
      const topicId = newTopic();
      const ana = sampleSubscriber('a1', { topicId });
      await store().add(ana);
      const note = (date: string, id = 'a1') => store().noteSoftBounce(topicId, id, date);
      expect(await note('2026-01-12')).toEqual(['2026-01-12']);
      await note('2026-01-05');
      expect((await note('2026-01-12')).sort()).toEqual(['2026-01-05', '2026-01-12']);
      expect(await note('2026-01-12', 'nobody')).toEqual([]);
      expect(await store().get(topicId, 'a1')).toEqual(ana);
      expect(await store().get(topicId, 'nobody')).toBeNull();
    });

    it('erases a subscriber and frees the address', async () => {
      const topicId = newTopic();
      const ana = sampleSubscriber('a1', { topicId, address: 'a@x.example' });
      await store().add(ana);
      expect(await store().remove(topicId, 'a1')).toBe(true);
      expect(await store().remove(topicId, 'a1')).toBe(false);
      expect(await store().find(topicId, ana.address)).toBeNull();
      expect(await store().add({ ...ana, id: 'a2' })).toMatchObject({ added: true });
    });

    it('writes what is decided of who stands at an address, and of nobody', async () => {
      const topicId = newTopic();
      const seen: (Subscriber | null)[] = [];
      const enrol = (id: string, state: SubscriberState) =>
        store().enrol(topicId, 'a@x.example', (standing) => {
          seen.push(standing);
          return sampleSubscriber(standing?.id ?? id, { topicId, address: 'a@x.example', state });
        });
      const first = await enrol('a1', 'pending');
      const second = await enrol('a2', 'active');
      expect(seen).toEqual([null, first]);
      expect(second).toMatchObject({ id: 'a1', state: 'active' });
      expect(await store().find(topicId, 'A@x.example')).toEqual(second);
    });

    it.skipIf(!races)('enrols an address once, however many enrol it at once', async () => {
      const topicId = newTopic();
      const enrol = (i: number) =>
        store().enrol(
          topicId,
          'a@x.example',
          (standing) => standing ?? sampleSubscriber(`a${i}`, { topicId, address: 'a@x.example' }),
        );
      const people = await Promise.all([0, 1, 2, 3].map(enrol));
      expect(new Set(people.map(({ id }) => id)).size).toBe(1);
      expect(await collect(store().list(topicId))).toHaveLength(1);
    });

    it('changes all but the address of who is as the caller saw them', async () => {
      const topicId = newTopic();
      const settings = { ...DEFAULT_SETTINGS, cadence: 'monthly' } as const;
      const request = { ...REQUEST, settings };
      const ana = sampleSubscriber('a1', { topicId, state: 'pending', request });
      await store().add(ana);
      const at = '2026-02-01T00:00:00.000Z';
      const confirmed = { ...ana, state: 'active' as const, since: at, name: 'Ana', settings };
      delete (confirmed as Partial<Subscriber>).request;
      expect(await store().change(confirmed, ana)).toBe(true);
      expect(await store().change({ ...ana, name: 'Ben' }, ana)).toBe(false);
      expect(await store().get(topicId, 'a1')).toEqual(confirmed);
    });

    it('keeps the last new address that is wanted, until the subscriber has it or is erased', async () => {
      const topicId = newTopic();
      const ana = sampleSubscriber('a1', { topicId, address: 'old@x.example' });
      await store().add(ana);
      const wanted = (address: string) => ({
        address,
        at: '2026-02-01T00:00:00.000Z',
        expiresAt: '2999-01-01T00:00:00.000Z',
      });
      expect(await store().newAddress(topicId, 'a1')).toBeNull();
      await store().noteNewAddress(topicId, 'a1', wanted('first@x.example'));
      await store().noteNewAddress(topicId, 'a1', wanted('new@x.example'));
      expect(await store().newAddress(topicId, 'a1')).toEqual(wanted('new@x.example'));
      expect(await store().moveAddress(ana, 'new@x.example', MOVED_AT)).toBe(true);
      expect(await store().newAddress(topicId, 'a1')).toBeNull();
      expect(await store().find(topicId, 'new@x.example')).toEqual({
        ...ana,
        address: 'new@x.example',
        movedAt: MOVED_AT,
      });
      expect(await store().find(topicId, 'old@x.example')).toBeNull();
    });

    it('gives nobody the address of another', async () => {
      const topicId = newTopic();
      const ana = sampleSubscriber('a1', { topicId });
      const ben = sampleSubscriber('b1', { topicId });
      await store().add(ana);
      await store().add(ben);
      expect(await store().moveAddress(ana, ben.address, MOVED_AT)).toBe(false);
      expect(await store().find(topicId, ana.address)).toEqual(ana);
      expect(await store().find(topicId, ben.address)).toEqual(ben);
    });

    it('gives back many at once, without who is not there', async () => {
      const topicId = newTopic();
      const ids = Array.from({ length: 30 }, (_, i) => `s${i}`);
      for (const id of ids) await store().add(sampleSubscriber(id, { topicId }));
      await store().add(sampleSubscriber('other', { topicId: newTopic() }));
      const found = await store().getMany(topicId, [...ids, 'nobody', 'other']);
      expect([...found.keys()].sort()).toEqual(ids.toSorted());
      expect(found.get('s7')).toEqual(sampleSubscriber('s7', { topicId }));
      expect(await store().getMany(topicId, [])).toEqual(new Map());
    });

    it('lists a part of a topic: its lower bound belongs to it, its upper bound does not', async () => {
      const topicId = newTopic();
      for (const id of ['a', 'b', 'b1', 'c', 'd'])
        await store().add(sampleSubscriber(id, { topicId }));
      const idsIn = async (from: string, below: string | null) =>
        (await collect(store().list(topicId, { from, below }))).map(({ id }) => id);
      expect(await idsIn('b', 'd')).toEqual(['b', 'b1', 'c']);
      expect(await idsIn('', 'b')).toEqual(['a']);
      expect(await idsIn('b2', null)).toEqual(['c', 'd']);
    });

    it('lists a topic by id, whole and without the others', async () => {
      const topicId = newTopic();
      const ids = Array.from({ length: 25 }, (_, i) => `s${String(i).padStart(2, '0')}`);
      for (const id of ids.toReversed()) await store().add(sampleSubscriber(id, { topicId }));
      await store().add(sampleSubscriber('other', { topicId: newTopic() }));
      const listed = await collect(store().list(topicId));
      expect(listed.map(({ id }) => id)).toEqual(ids);
    });
  });
}

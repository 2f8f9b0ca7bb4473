import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { takeLetterFeedback, type LetterEvent } from '#lib/delivery/letter-feedback.ts';
import { confirm } from '#lib/subscription/confirm.ts';
import { DEFAULT_SETTINGS } from '#lib/subscription/settings.ts';
import { subscribe } from '#lib/subscription/subscribe.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';

const ASKED = new Date('2026-01-05T07:00:00Z');
const LATER = new Date('2026-01-05T08:00:00Z');
const signUp = {
  topicId: 'harbour-talks',
  address: 'ana@example.com',
  name: null,
  settings: DEFAULT_SETTINGS,
  source: 'page',
  wording: '1',
};

/** Somebody who was mailed the link to confirm. */
async function asked() {
  const store = new SubscribersInMemory();
  const { subscriber } = await subscribe(signUp, store, ASKED);
  const told = (type: LetterEvent['type'], changes: Partial<LetterEvent> = {}): LetterEvent => ({
    letter: 'confirm',
    topicId: signUp.topicId,
    subscriberId: subscriber.id,
    type,
    at: '2026-01-05T07:01:00.000Z',
    reason: null,
    ...changes,
  });
  const state = () => store.all[0]?.state;
  return { store, told, state, reader: { ...signUp, subscriberId: subscriber.id } };
}

describe('what is told of a letter', () => {
  it.each([
    ['bounce', 'bounced'],
    ['complaint', 'complained'],
  ] as const)('a %s of who has not confirmed: no sign-up mails them again', async (type, state) => {
    const { store, told, reader } = await asked();
    expect(await takeLetterFeedback(told(type), store)).toEqual({ kind: 'recorded' });
    expect(await subscribe(signUp, store, LATER)).toMatchObject({
      kind: 'suppressed',
      subscriber: { state },
    });
    expect(await confirm(reader, store, LATER)).toEqual({ kind: 'gone' });
  });

  it.each(['send', 'delivery', 'delay', 'soft-bounce', 'reject'] as const)(
    'a %s changes nobody',
    async (type) => {
      const { store, told, state } = await asked();
      expect(await takeLetterFeedback(told(type), store)).toEqual({ kind: 'recorded' });
      expect(state()).toBe('pending');
    },
  );

  it.each(['newAddress', 'moved'] as const)(
    'of the letter %s, to another address, changes nobody',
    async (letter) => {
      const { store, told, state } = await asked();
      await takeLetterFeedback(told('complaint', { letter }), store);
      expect(state()).toBe('pending');
    },
  );

  it('is nothing where they are erased by now, and comes again where they cannot be written', async () => {
    const { store, told } = await asked();
    const nobody = told('complaint', { subscriberId: 'nobody' });
    expect(await takeLetterFeedback(nobody, store)).toEqual({ kind: 'recorded' });
    vi.spyOn(store, 'setState').mockRejectedValue(new Error('the table throttles'));
    expect(await takeLetterFeedback(told('bounce'), store)).toEqual({
      kind: 'failed',
      reason: 'the table throttles',
    });
  });

  it('comes to the same in any order and any number of times', async () => {
    const types = ['send', 'delivery', 'bounce', 'complaint', 'bounce', 'complaint'] as const;
    const orders = fc.shuffledSubarray([...types], { minLength: types.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const { store, told, state } = await asked();
        for (const type of order) await takeLetterFeedback(told(type), store);
        expect(state()).toBe('complained');
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeadLetter, REDRIVEN_QUEUES } from '#lib/delivery/dead-letter.ts';

const group = { editionId: 'harbour-talks.2026-01-05', round: 1, shard: 0, after: '' };
const mail = {
  timestamp: '2026-01-05T08:00:00Z',
  messageId: 'm1',
  destination: ['ana@example.com'],
  tags: { edition: ['harbour-talks.2026-01-05'], delivery: ['harbour-talks.2026-01-05.ana'] },
};
const bounce = {
  eventType: 'Bounce',
  mail,
  bounce: { timestamp: '2026-01-05T08:01:00Z', bounceType: 'Permanent' },
};

describe('a dead letter', () => {
  it('of the delivery queue is a group of an edition', () => {
    expect(readDeadLetter('delivery', JSON.stringify(group))).toEqual({
      isReadable: true,
      kind: 'group of harbour-talks.2026-01-05',
    });
  });

  it('of the feedback queue is an event, without the address', () => {
    const letter = readDeadLetter('feedback', JSON.stringify(bounce));
    expect(letter.isReadable).toBe(true);
    expect(letter.kind).not.toContain('@');
  });

  it('of the feedback queue may be about a mail that is no delivery', () => {
    const foreign = { ...bounce, mail: { ...mail, tags: {} } };
    expect(readDeadLetter('feedback', JSON.stringify(foreign))).toEqual({
      isReadable: true,
      kind: 'event of another mail',
    });
  });

  it('that nobody can read says what was expected, and nothing of what it holds', () => {
    const poison = JSON.stringify({ ...group, round: 'ana@example.com' });
    expect(readDeadLetter('delivery', poison)).toEqual({
      isReadable: false,
      kind: expect.stringMatching(/^unreadable \(round: expected /),
    });
    expect(readDeadLetter('delivery', 'ana@example.com').kind).toBe('unreadable (expected JSON)');
  });

  it('of whatever content never throws, and never shows an address', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REDRIVEN_QUEUES), fc.json(), (queue, body) => {
        const { kind } = readDeadLetter(queue, body.replaceAll('"', '"ana@example.com'));
        expect(kind).not.toContain('ana@example.com');
      }),
    );
  });
});

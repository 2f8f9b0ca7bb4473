import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Repeats, repeatsText } from '#lib/outlook/repeats.ts';

const SENTENCE = 'The two envoys will meet again at the lake before the end of the month.';

describe('a text repeats another', () => {
  it.each([
    [
      'with other marks',
      '“The two envoys will meet again, at the lake, before the end of the month”',
    ],
    ['quoted in a longer one', `The outlet wrote on Monday: ${SENTENCE}`],
    ['with a word changed', SENTENCE.replace('month', 'week')],
  ])('%s', (_how, other) => {
    expect(repeatsText(SENTENCE, other)).toBe(true);
    const repeats = new Repeats();
    expect(repeats.meets(SENTENCE, 'a', 'favours')).toBe(false);
    expect(repeats.meets(other, 'b', 'favours')).toBe(true);
  });

  it('in the same direction alone', () => {
    const likely = 'A deal of the two sides on the arsenal is likely before the end of the month.';
    const repeats = new Repeats();
    repeats.meets(likely, 'a', 'favours');
    expect(repeats.meets(likely.replace('likely', 'unlikely'), 'b', 'against')).toBe(false);
  });

  it('across articles only where it is long enough to be no chance', () => {
    const repeats = new Repeats();
    expect(repeats.meets('He declined to comment.', 'a', 'neutral')).toBe(false);
    expect(repeats.meets('He declined to comment.', 'b', 'neutral')).toBe(false);
    expect(repeats.meets('He declined to comment.', 'b', 'neutral')).toBe(true);
  });
});

it('every text of six words or more repeats itself, whatever its marks', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 6, maxLength: 40 }), (words) => {
      const repeats = new Repeats();
      repeats.meets(words.join(' '), 'a', 'neutral');
      expect(repeats.meets(`"${words.join(', ')}."`, 'b', 'neutral')).toBe(true);
    }),
  );
});

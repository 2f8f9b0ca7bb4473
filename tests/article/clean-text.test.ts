import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, unsafeCharacter } from '#lib/article/clean-text.ts';

const anyText = fc.string({ unit: 'binary' });
const dirtyText = fc
  .array(
    fc.constantFrom(
      'a',
      '\r\n',
      '\r',
      '\0',
      '\u0007',
      '\u202e',
      '\ufeff',
      '\ud83d',
      '\udc00',
      'é',
      'e\u0301',
      '한',
      '\u2028',
    ),
  )
  .map((parts) => parts.join(''));

describe('cleanText', () => {
  it('removes control characters and says how many', () => {
    expect(cleanText('En\0vo\u0007ys\r\nmet')).toEqual({
      text: 'Envoys\nmet',
      repairs: ['2 control characters'],
    });
  });

  it('replaces half characters and says how many', () => {
    expect(cleanText('a \ud83d b')).toEqual({
      text: 'a \ufffd b',
      repairs: ['1 half characters'],
    });
  });

  it('composes letters, so that one name has one spelling', () => {
    expect(cleanText('Jose\u0301').text).toBe('José');
  });

  it('leaves tabs, emoji, no-break spaces and quotation marks alone', () => {
    const text = 'Kim\u00a0said:\t“yes” 👍🏽 ―';
    expect(cleanText(text)).toEqual({ text, repairs: [] });
  });

  it('leaves nothing that a stored text must not hold, and nothing to clean', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, dirtyText), (raw) => {
        const { text } = cleanText(raw);
        expect(unsafeCharacter(text)).toBeNull();
        expect(cleanText(text)).toEqual({ text, repairs: [] });
      }),
    );
  });
});

import fc from 'fast-check';

/** Pieces of text that break out of HTML, headers, lines, templates or reading order, and harmless ones between. */
const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onmouseover='x",
  '{{subject}}',
  '{{{brand}}}',
  '{footer}',
  '\r\nBcc: all@example.com',
  '\u0000',
  '\u2028',
  '\u202Edesrever',
  '\ud800',
  '&amp;',
  ']]><!--',
  '<![endif]-->',
  'https://parley.invalid/unsubscribe-url',
  'x'.repeat(300),
  '会談は続く',
  '한미 회담',
  'שלום',
  '🕊️',
  'talks',
  'may resume,',
  'Mara Lind',
  '2025.',
] as const;

/** Hostile text of a few pieces; never empty once it is cleaned. */
export const hostileText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) => `A ${pieces.join(' ')}`);

/** Text that becomes a token of a personal link where something is taken out of it, decoded or put together. */
export const tokenLikeText = fc
  .array(
    fc.constantFrom(
      'https://',
      'parley',
      '.',
      'invalid',
      'parley.invalid',
      'PARLEY.INVALID',
      'parley%2Einvalid',
      'parley&#46;invalid',
      'par\u00adley',
      'par\u202eley',
      '\u200e',
      '/unsubscribe-url',
      '/view-url',
      ' ',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => `A${pieces.join('')}`);

/** Characters of all kinds, for texts that a library must survive. */
export const anyCharacters = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\u202e',
    '\ud800',
    '\udc00',
    '<',
    '"',
    '-',
    ',',
    '会',
    '🕊️',
  ),
});

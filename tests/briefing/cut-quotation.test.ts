import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutQuotation, fitsQuotation } from '#lib/briefing/cut-quotation.ts';

const evidence = (text: string) => ({ articleId: 'a', start: 10, end: 10 + text.length, text });
const long = `${'The envoy spoke of grain and of timber and of little else, '.repeat(4)}but a treaty is unlikely this year; nobody has seen a draft of it. The rest is silence.`;

test('a short passage stays whole', () => {
  const passage = evidence('A treaty is unlikely.');
  expect(cutQuotation(passage, 0)).toEqual({
    evidence: passage,
    cut: { before: false, after: false },
  });
});

test('a long passage is cut at the end of a clause around the word that must stay', () => {
  const piece = cutQuotation(evidence(long), long.indexOf('unlikely'));
  expect(piece?.evidence.text).toContain('a treaty is unlikely this year');
  expect(piece?.evidence.text).toMatch(/^(?:The|but) /);
  expect(piece?.cut.before).toBe(true);
});

test('a passage without any clause within the limit is not quoted', () => {
  expect(cutQuotation(evidence('word '.repeat(60).trim()), 0)).toBeNull();
});

test('a sentence in a script without spaces is measured in characters', () => {
  expect(fitsQuotation('會'.repeat(401))).toBe(false);
});

test('a cut that leaves a quotation open is avoided where another is possible', () => {
  const text = `"${'We will talk when they stop, '.repeat(5)}and not before," she said, ${'and she said it again, '.repeat(6)}in the end.`;
  const piece = cutQuotation(evidence(text), 0)?.evidence.text ?? '';
  expect(piece.split('"').length % 2).toBe(1);
});

test('any piece is a verbatim slice within the limits that holds the word to keep', () => {
  const word = fc.constantFrom('talks', 'and', 'that', 'Kim,', 'go;', 'end.', '"Yes', 'no,"', '―');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 120 }), fc.nat(), (words, at) => {
      const passage = evidence(words.join(' '));
      const keep = at % passage.text.length;
      const piece = cutQuotation(passage, keep);
      if (piece === null) return;
      const { start, end, text } = piece.evidence;
      expect(passage.text.slice(start - 10, end - 10)).toBe(text);
      expect(fitsQuotation(text)).toBe(true);
      expect(start - 10).toBeLessThanOrEqual(keep);
      expect(end - 10).toBeGreaterThan(keep);
    }),
  );
});

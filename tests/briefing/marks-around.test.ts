import { expect, test } from 'vitest';
import { marksAround, wordsInQuotation } from '#lib/briefing/marks-around.ts';

/** The slice of a body that reads as `text`. */
const slice = (body: string, text: string) => {
  const start = body.indexOf(text);
  return { start, end: start + text.length, text };
};
const marks = (body: string, text = body) => marksAround(slice(body, text), body);
const none = { before: '', after: '' };

test('a piece from the middle of a quotation stands between typographic marks', () => {
  expect(marks('"We came, we sat and we left," said Lind.', 'we sat')).toEqual({
    before: '“',
    after: '”',
  });
});

test('a piece that begins or ends in a quotation gets the mark that the article sets', () => {
  expect(marks('"We came, and we left," said Lind.', '"We came')).toEqual({
    before: '',
    after: '"',
  });
  expect(marks('“We came, and we left,” said Lind.', 'and we left,” said Lind.')).toEqual({
    before: '“',
    after: '',
  });
});

test('a quotation that goes on in the next paragraph is closed where it is cut off', () => {
  const body = 'Lind said: "We came.\n\n"And we left," she added.';
  expect(marks(body, 'Lind said: "We came.')).toEqual({ before: '', after: '"' });
  expect(marks('Lind said: "We came.\n\nAnd they left.', 'Lind said: "We came.')).toEqual(none);
});

test.each([
  `Robert Brandt said the 5'10" envoy would not sit on the small chair.`,
  'The envoy was late. " Nobody minded it.',
  'The envoy was late."',
  '""We came and we left,"" said Lind.',
  '"He told me "never" and left the room," said Lind.',
  'No mark stands in this sentence.',
])('where marks do not pair nothing is added: %s', (body) => {
  expect(marks(body)).toEqual(none);
  expect(marks(body, body.slice(4, 20))).toEqual(none);
});

test('words of a quotation that holds another between straight marks are not told apart', () => {
  const body = '"The old envoy of the north told me "never again" and left," said Lind.';
  expect(wordsInQuotation(slice(body, body), body)).toBeNull();
});

test('an inch mark inside of a quotation does not end it', () => {
  const body = `“The 5'10" envoy took the small chair,” said Lind.`;
  expect(wordsInQuotation(slice(body, body), body)?.text).toBe(
    `The 5'10" envoy took the small chair,`,
  );
});

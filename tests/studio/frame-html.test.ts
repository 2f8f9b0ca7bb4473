import { expect, it } from 'vitest';
import { linkedHere } from '#lib/studio/frame-html.ts';

const HERE = 'http://127.0.0.1:4600';

it.each([
  ['http://127.0.0.1:4601/unsubscribe/k1', `${HERE}/unsubscribe/k1`],
  [`${HERE}/editions`, `${HERE}/editions`],
  ['https://example.com/http://127.0.0.1:4601/', 'https://example.com/http://127.0.0.1:4601/'],
  ['http://127.0.0.1.example:80/x', 'http://127.0.0.1.example:80/x'],
])('a link to %s leads to %s', (href, here) => {
  expect(linkedHere(`<a class="x" href="${href}">y</a>`, HERE)).toBe(
    `<a class="x" href="${here}">y</a>`,
  );
});

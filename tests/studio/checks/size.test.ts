import { expect, it } from 'vitest';
import { checkSize, HTML_BUDGET_BYTES, MAX_HTML_BYTES } from '#lib/studio/checks/size.ts';

it('lets a mail within the budget pass', () => {
  expect(checkSize({ html: 'x'.repeat(HTML_BUDGET_BYTES) })).toEqual([]);
});

it('warns of a mail over the budget', () => {
  expect(checkSize({ html: 'x'.repeat(HTML_BUDGET_BYTES + 1) })).toMatchObject([
    { level: 'warning', message: '60 kB of HTML, over the budget of 60 kB' },
  ]);
});

it('calls a mail that Gmail may clip a fault', () => {
  const [finding] = checkSize({ html: 'x'.repeat(MAX_HTML_BYTES + 1) });
  expect(finding).toMatchObject({ level: 'fault' });
  expect(finding?.message).toContain('Gmail clips at 102.4 kB');
});

it('counts bytes, not characters', () => {
  expect(checkSize({ html: '회'.repeat(MAX_HTML_BYTES / 3 + 1) })).toMatchObject([
    { level: 'fault' },
  ]);
});

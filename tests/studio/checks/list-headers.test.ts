import { expect, it } from 'vitest';
import { checkListHeaders } from '#lib/studio/checks/list-headers.ts';

const good = {
  'List-Id': '<river-talks.example.com>',
  'list-unsubscribe': '<https://example.com/u/1>, <mailto:leave@example.com>',
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
};

it('lets the headers of a list pass, however their names are written', () => {
  expect(checkListHeaders({ headers: good })).toEqual([]);
});

it('asks nothing of a mail whose headers are not known', () => {
  expect(checkListHeaders({ headers: null })).toEqual([]);
});

it.each([
  [{}, ['no List-Unsubscribe header (RFC 2369)', 'no List-Id header (RFC 2919)']],
  [
    { ...good, 'list-unsubscribe': '<mailto:leave@example.com>' },
    ['List-Unsubscribe names no web address (RFC 8058)'],
  ],
  [
    { ...good, 'List-Unsubscribe-Post': 'yes' },
    ['no List-Unsubscribe-Post: List-Unsubscribe=One-Click (RFC 8058)'],
  ],
])('tells what %j lacks', (headers, messages) => {
  expect(checkListHeaders({ headers }).map(({ message }) => message)).toEqual(messages);
});

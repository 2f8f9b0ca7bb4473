import { expect, it } from 'vitest';
import { parseMail } from '#lib/studio/checks/mail-document.ts';
import { checkSpamTraits } from '#lib/studio/checks/spam-traits.ts';
import type { CheckedMail } from '#lib/studio/checks/finding.ts';
import { mailOf, pageOf } from './mail.ts';

const messages = (given: Partial<CheckedMail>) => {
  const mail = mailOf(given);
  return checkSpamTraits(mail, parseMail(mail.html)).map(({ message }) => message);
};

it('finds nothing in a plain mail', () => {
  expect(messages({})).toEqual([]);
});

it.each(['U.S.–DPRK: talks', 'NATO', 'Is it so?!', 'Refugees: what changed'])(
  'lets the subject “%s” pass',
  (subject) => {
    expect(messages({ subject })).toEqual([]);
  },
);

it.each([
  ['', 'no subject'],
  ['THE FERRY RUNS AGAIN', 'all in capitals'],
  ['The ferry runs!!', 'shouts'],
  ['Re: the ferry', 'looks like an answer'],
  ['Ferry '.repeat(20), 'characters'],
])('warns of the subject “%s”', (subject, message) => {
  expect(messages({ subject })).toEqual([expect.stringContaining(message)]);
});

it('misses a text part and a preheader', () => {
  expect(messages({ text: ' \n', preheader: '' })).toEqual([
    'no text part',
    expect.stringContaining('no preheader'),
  ]);
});

it('warns of a mail that is all links, or all images', () => {
  const links = '<a href="https://example.com">here</a> '.repeat(12);
  expect(messages({ html: pageOf(links) })).toEqual(['12 links in 12 words']);
  expect(messages({ html: pageOf('<img src="x.png" alt=""><p>Look</p>') })).toEqual([
    'hardly any words (1) beside its images',
  ]);
});

it('lets links within many words pass', () => {
  const html = pageOf('<p>one two three four five six seven <a href="#">eight</a></p>'.repeat(12));
  expect(messages({ html })).toEqual([]);
});

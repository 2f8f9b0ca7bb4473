import { expect, test } from 'vitest';
import { wordingFor } from '#lib/briefing/wording.ts';
import { approvalMail, type Approval } from '#lib/mail/approval-mail.ts';
import { changedMail, type Changed } from '#lib/mail/changed-mail.ts';
import { confirmMail, type Confirm } from '#lib/mail/confirm-mail.ts';
import type { MailKind } from '#lib/mail/mail-kind.ts';
import { renderMail, UnprintableMail } from '#lib/mail/render-mail.ts';
import { reportMail, type Report } from '#lib/mail/report-mail.ts';
import { SAMPLE_VIEWERS } from '#lib/mail/sample-view.ts';
import { brand, readJson } from '../templates/all-samples.ts';

const en = wordingFor('en');

function factsOf<Facts>(mail: string): Facts {
  return (readJson(`templates/samples/${mail}/normal.json`) as { facts: Facts }).facts;
}

function textOf<Facts, View extends { preheader: string }>(
  kind: MailKind<Facts, View>,
  more: Partial<Facts> = {},
  wording = en,
): string {
  return renderMail(kind, { ...factsOf<Facts>(kind.name), ...more }, brand, wording).text;
}

test('an instant is told by the reader’s own clock', () => {
  const at: Partial<Confirm> = { expiresAt: '2026-11-19T15:30:00Z', timeZone: 'Asia/Seoul' };
  expect(textOf(confirmMail, at)).toContain('20 November 2026 at 00:30 GMT+9');
  expect(textOf(confirmMail, at, wordingFor('ko'))).toContain('2026년 11월 20일 00:30');
});

test('a mail with an address that is none is refused, and not printed', () => {
  const facts = { ...factsOf<Confirm>('confirm'), confirmUrl: 'javascript:alert(1)' };
  const print = () => renderMail(confirmMail, facts, brand, en);
  expect(print).toThrow(UnprintableMail);
  expect(print).toThrow('action.url: expected an http or https address');
});

test('no text can name the host that stands for a reader’s own links', () => {
  const topicTitle = 'https://parley.invalid/unsubscribe-url';
  expect(textOf(confirmMail, { topicTitle })).toContain('https://parley[.]invalid/');
});

test('settings that were changed are marked, and named in the preview line', () => {
  const facts = { ...factsOf<Changed>('changed'), changed: ['timeZone' as const] };
  const { text, preheader } = renderMail(changedMail, facts, brand, en);
  expect(preheader).toBe('Changed: Time zone.');
  expect(text.match(/\(changed\)/g)).toHaveLength(1);
  expect(text).toContain('* Time zone: Europe/London (changed)');
});

test('rates of bounces and complaints are of mails sent, and told where they are above the limit', () => {
  const { counts } = factsOf<Report>('report');
  const at = (bounced: number) =>
    textOf(reportMail, { counts: { ...counts, sent: 1000, bounced, complained: 0 } });
  expect(at(50)).not.toContain('above the limit');
  expect(at(51)).toContain('bounce rate of 5.1% is above the limit of 5%');
});

test('an edition that was sent to nobody has no rates', () => {
  const { counts } = factsOf<Report>('report');
  const none = Object.fromEntries(Object.keys(counts).map((state) => [state, 0]));
  const text = textOf(reportMail, { counts: none as Report['counts'] });
  expect(text).toContain('* Bounced: 0 (–)');
  expect(text).not.toMatch(/NaN|above the limit/);
});

test('an approval request names five lines that were dropped, and counts the others', () => {
  const dropped = Array.from({ length: 8 }, (_, index) => ({
    line: `Line ${index}.`,
    reason: 'x',
  }));
  const facts: Partial<Approval> = { dropped, quarantined: [] };
  const text = textOf(approvalMail, facts);
  expect(text).toContain('Line 4.');
  expect(text).not.toContain('Line 5.');
  expect(text).toContain('3 more in the edition’s record.');
});

test('a sample with a wrong fact is refused with its field', () => {
  const data = { language: 'en', facts: { ...factsOf<Confirm>('confirm'), timeZone: 'Mars' } };
  const view = SAMPLE_VIEWERS.get('confirm')?.(data, 'confirm/mars.json', brand, () => en);
  expect(view).toMatchObject({
    ok: false,
    faults: [{ field: 'facts.timeZone', expected: 'an IANA time zone' }],
  });
});

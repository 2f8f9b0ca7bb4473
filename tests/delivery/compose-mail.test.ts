import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeMail, type Sender } from '#lib/delivery/compose-mail.ts';
import { formatFault } from '#lib/fault.ts';
import { verifyLink } from '#lib/subscription/signed-link.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { keys, links, sender } from './delivery-fixture.ts';

const AT = new Date('2026-01-05T07:00:00Z');
const edition = sampleEdition();
const ana = sampleSubscriber('5f0c', { name: 'Ana “A” Müller', address: 'ana@example.com' });

interface Changes {
  subscriber?: Partial<Subscriber>;
  sender?: Partial<Sender>;
  edition?: Partial<typeof edition>;
}

async function compose(changes: Changes = {}) {
  const composed = await composeMail(
    { ...edition, ...changes.edition },
    { ...ana, ...changes.subscriber },
    { sender: { ...sender, ...changes.sender }, links, at: AT },
  );
  if (!composed.ok) throw new Error(composed.faults.map(formatFault).join('; '));
  return composed.value;
}

async function read(changes: Changes = {}) {
  const mail = await compose(changes);
  const parsed = await PostalMime.parse(mail.raw);
  const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
  return { ...mail, parsed, headers, source: mail.raw.toString('latin1') };
}

describe('composeMail', () => {
  it('says who mails, to whom, what and when', async () => {
    const { parsed, from, to, editionId, deliveryId } = await read();
    expect({ from, to, editionId, deliveryId }).toEqual({
      from: 'digest@example.com',
      to: 'ana@example.com',
      editionId: 'harbour-talks.2026-01-05',
      deliveryId: 'harbour-talks.2026-01-05.5f0c',
    });
    expect(parsed.from).toMatchObject({ name: 'Parley', address: 'digest@example.com' });
    expect(parsed.to).toMatchObject([{ name: 'Ana “A” Müller', address: 'ana@example.com' }]);
    expect(parsed.subject).toBe(edition.subject);
    expect(parsed.date).toBe(AT.toISOString());
    expect(parsed.messageId).toBe('<harbour-talks.2026-01-05.5f0c@example.com>');
  });

  it('offers one-click unsubscribe by one signed link, unfolded', async () => {
    const { headers, source } = await read();
    const url = headers.get('list-unsubscribe')?.replace(/^<|>$/g, '') ?? '';
    const token = url.replace('https://news.example/unsubscribe/', '');
    expect(verifyLink(token, 'unsubscribe', keys)).toEqual({
      topicId: 'harbour-talks',
      subscriberId: '5f0c',
    });
    expect(source).toContain(`\r\nList-Unsubscribe: <${url}>\r\n`);
    expect(source).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(headers.get('list-id')).toBe('<harbour-talks.example.com>');
    expect(headers.get('content-language')).toBe('en');
  });

  it('names a mailbox beside the link only where somebody reads one', async () => {
    const { headers } = await read({ sender: { unsubscribeMailbox: 'leave@example.com' } });
    expect(headers.get('list-unsubscribe')).toMatch(
      /^<https:[^>]+>, <mailto:leave@example\.com\?subject=unsubscribe>$/,
    );
  });

  it('carries HTML and text of the edition with the subscriber’s links in the place of the tokens', async () => {
    const { parsed, headers } = await read();
    const unsubscribe = headers.get('list-unsubscribe')?.replace(/^<|>$/g, '') ?? '';
    const view = 'https://news.example/editions/harbour-talks.2026-01-05';
    const fill = (text: string) =>
      text
        .replaceAll('https://parley.invalid/unsubscribe-url', unsubscribe)
        .replaceAll('https://parley.invalid/view-url', view);
    expect(parsed.html?.trim()).toBe(fill(edition.html));
    expect(parsed.text?.trim()).toBe(fill(edition.text).trim());
    expect(`${parsed.html}${parsed.text}`).not.toContain('parley.invalid');
  });

  it('escapes a link in HTML', async () => {
    const odd = { ...links, viewUrl: () => 'https://news.example/?a="1"&b=<2>' };
    const composed = await composeMail(edition, ana, { sender, links: odd, at: AT });
    if (!composed.ok) throw new Error('not composed');
    const { html, text } = await PostalMime.parse(composed.value.raw);
    expect(html).toContain('href="https://news.example/?a=&#34;1&#34;&#38;b=&#60;2&#62;"');
    expect(text).toContain('https://news.example/?a="1"&b=<2>');
  });

  it('is the same byte for byte for the same arguments', async () => {
    expect((await compose()).raw.equals((await compose()).raw)).toBe(true);
  });

  it('has CR LF at each line’s end and no line longer than SMTP allows', async () => {
    const long = `${'word '.repeat(2_000)}\nlone\rreturns\r\nand ${'x'.repeat(3_000)}`;
    const { source } = await read({ edition: { text: long, html: `<p>${long}</p>` } });
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const longest = Math.max(...source.split('\r\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(998);
  });

  it.each(['\r\nBcc: all@example.com', '\nX: y', '\0', '\r', '\u007f'])(
    'refuses a header value with %j',
    async (hostile) => {
      const context = { sender, links, at: AT };
      const attempts = [
        composeMail({ ...edition, subject: `a${hostile}b` }, ana, context),
        composeMail(edition, { ...ana, name: `a${hostile}b` }, context),
        composeMail(edition, { ...ana, address: `ana@example.com${hostile}` }, context),
        composeMail(edition, ana, { ...context, sender: { ...sender, name: `a${hostile}` } }),
      ];
      for (const attempt of attempts) {
        const composed = await attempt;
        expect(composed.ok).toBe(false);
        if (!composed.ok) expect(JSON.stringify(composed.faults)).not.toContain('example.com');
      }
    },
  );

  it('keeps hostile names, subjects and texts within their place', async () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'"<>@,;:()[]\\=?_% \t&', '=?UTF-8?Q?a?=', 'ü', '대', '💬'),
        fc.string({ maxLength: 3 }),
      ),
      maxLength: 120,
    });
    const onOneLine = hostile.map((text) => text.replace(/[\u0000-\u001f\u007f]/g, ''));
    await fc.assert(
      fc.asyncProperty(onOneLine, onOneLine, hostile, async (name, subject, text) => {
        const { parsed, headers } = await read({
          subscriber: { name },
          edition: { subject: `S${subject}`, text: `T${text}`, html: `<pre>${text}</pre>` },
        });
        expect(parsed.to?.map(({ address }) => address)).toEqual(['ana@example.com']);
        expect([...headers.keys()].sort()).toEqual(HEADERS);
        expect(parsed.attachments).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

const HEADERS = [
  'content-language',
  'content-type',
  'date',
  'from',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

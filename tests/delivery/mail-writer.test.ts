import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it, vi } from 'vitest';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { encodeMail, type Sender } from '#lib/delivery/encode-mail.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import { contentHash } from '#lib/edition/content-hash.ts';
import { formatFault } from '#lib/fault.ts';
import { makeLinks, type Links } from '#lib/subscription/links.ts';
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

async function write(changes: Changes = {}) {
  const writer = new MailWriter({ sender: { ...sender, ...changes.sender }, links });
  return mustWrite(writer, { ...edition, ...changes.edition }, { ...ana, ...changes.subscriber });
}

async function mustWrite(writer: MailWriter, of: typeof edition, to: Subscriber) {
  const written = await writer.write(of, to, AT);
  if (!written.ok) throw new Error(written.faults.map(formatFault).join('; '));
  return written.value;
}

async function read(changes: Changes = {}) {
  const mail = await write(changes);
  const parsed = await PostalMime.parse(mail.raw);
  const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
  return { ...mail, parsed, headers, source: mail.raw.toString('latin1') };
}

describe('a mail', () => {
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
    expect(headers.get('list-archive')).toBe('<https://news.example/editions/harbour-talks>');
    expect(headers.get('list-help')).toBe('<https://news.example/#how>');
    expect(headers.get('content-language')).toBe('en');
  });

  it('names a mailbox beside the link only where somebody reads one', async () => {
    const mailbox = 'leave+here@example.com';
    const { headers, source } = await read({ sender: { unsubscribeMailbox: mailbox } });
    const [, url, mailto] =
      /^<(https:[^>]+)>, <(mailto:[^>]+)>$/.exec(headers.get('list-unsubscribe') ?? '') ?? [];
    const token = url?.split('/').at(-1);
    expect(mailto).toBe(`mailto:leave%2Bhere@example.com?subject=unsubscribe%20${token}`);
    expect(source).toContain(`\r\nList-Unsubscribe: <${url}>, <${mailto}>\r\n`);
  });

  it('carries HTML and text of the edition with the subscriber’s links in the place of the tokens', async () => {
    const { parsed, headers } = await read();
    const unsubscribe = headers.get('list-unsubscribe')?.replace(/^<|>$/g, '') ?? '';
    const preferences = links.preferencesUrl({ topicId: 'harbour-talks', subscriberId: '5f0c' });
    const view = 'https://news.example/editions/harbour-talks/2026-01-05';
    const fill = (text: string) =>
      text
        .replaceAll('https://parley.invalid/unsubscribe-url', unsubscribe)
        .replaceAll('https://parley.invalid/preferences-url', preferences)
        .replaceAll('https://parley.invalid/view-url', view);
    expect(parsed.html?.trim()).toBe(fill(edition.html));
    expect(parsed.text?.trim()).toBe(fill(edition.text).trim());
    expect(`${parsed.html}${parsed.text}`).not.toContain('parley.invalid');
  });

  it('escapes a link in HTML', async () => {
    const odd = { ...links, viewUrl: () => 'https://news.example/?a="1"&b=<2>' };
    const { raw } = await mustWrite(new MailWriter({ sender, links: odd }), edition, ana);
    const { html, text } = await PostalMime.parse(raw);
    expect(html).toContain('href="https://news.example/?a=&#34;1&#34;&#38;b=&#60;2&#62;"');
    expect(text).toContain('https://news.example/?a="1"&b=<2>');
  });

  it('is the same byte for byte for the same arguments', async () => {
    expect((await write()).raw.equals((await write()).raw)).toBe(true);
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
      const writer = new MailWriter({ sender, links });
      const oddSender = new MailWriter({ sender: { ...sender, name: `a${hostile}` }, links });
      const unsubscribeUrl = () => `https://news.example/${hostile}`;
      const oddLinks = new MailWriter({ sender, links: { ...links, unsubscribeUrl } });
      const attempts = [
        writer.write({ ...edition, subject: `a${hostile}b` }, ana, AT),
        writer.write(edition, { ...ana, name: `a${hostile}b` }, AT),
        writer.write(edition, { ...ana, address: `ana@example.com${hostile}` }, AT),
        oddSender.write(edition, ana, AT),
        oddLinks.write(edition, ana, AT),
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

/** A text with the tokens at hostile places: in long words, after escapes, at ends of lines, again and again. */
const bodies = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(PLACEHOLDERS)),
      fc.constantFrom(
        '\n',
        '\r\n',
        ' \n',
        '\t',
        '=',
        '=3D',
        '="',
        'ü',
        '대화',
        '💬',
        '. ',
        '!',
        '--',
        '?=',
      ),
      fc.string({ unit: fc.constantFrom(...'ab .,!?=ü💬'), maxLength: 90 }),
      fc.nat({ max: 80 }).map((length) => 'x'.repeat(length)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const names = fc.oneof(
  fc.constantFrom(
    '',
    'Ana',
    'O’Neill, "Pat" <x@y>',
    '=?UTF-8?Q?a?=',
    'ü'.repeat(90),
    'a '.repeat(60),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const addresses = fc.oneof(
  fc.stringMatching(
    /^[A-Za-z0-9]{1,30}([._+-][A-Za-z0-9]{1,9}){0,3}@([a-z0-9]{1,9}(-[a-z0-9]{1,4})?\.){1,3}[a-z]{2,9}$/,
  ),
  fc.constantFrom(
    'ana+b=c@xn--mller-kva.example',
    'ana@müller.example',
    'Ana@EXAMPLE.com',
    'jürgen@example.com',
    '대화@xn--mller-kva.example',
    'a"b@c@example.com',
    `${'long.'.repeat(12)}x@${'sub.'.repeat(40)}example`,
  ),
);
const ids = fc.oneof(fc.uuid(), fc.stringMatching(/^[\w-]{1,60}$/));
const sites = fc.constantFrom(
  'https://news.example',
  'http://127.0.0.1:8080',
  "https://n.example/a.b!c='d'/ü",
);

describe('a mail filled into the form of its edition', () => {
  it('is byte for byte what MailComposer makes of the whole mail, and is read back as meant', async () => {
    const readers = fc.array(fc.record({ id: ids, name: names, address: addresses }), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(bodies, bodies, readers, sites, async (html, text, people, site) => {
        const content = { html: `<p>${html}`, text: `T${text}`, subject: 'Talks' };
        const own = { ...edition, ...content, contentHash: contentHash(content) };
        const siteLinks = makeLinks(site, keys);
        const writer = new MailWriter({ sender, links: siteLinks });
        for (const { id, name, address } of people) {
          const person = { ...ana, id, address, name: name.replace(/[\u0000-\u001f\u007f]/g, '') };
          const mail = await mustWrite(writer, own, person);
          const whole = await wholeMail(own, person, siteLinks);
          expect(mail.raw.toString('latin1')).toBe(whole.toString('latin1'));
          writer.recycle(mail);
          const parsed = await PostalMime.parse(whole);
          const reader = { topicId: own.topicId, subscriberId: id };
          for (const name of ['unsubscribeUrl', 'preferencesUrl'] as const) {
            const count = own.html.split(PLACEHOLDERS[name]).length - 1;
            const escaped = siteLinks[name](reader).replaceAll("'", '&#39;');
            expect((parsed.html ?? '').split(escaped).length - 1).toBeGreaterThanOrEqual(count);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([60_000, 65_400, 65_536, 200_000])('is so for %d bytes of HTML too', async (bytes) => {
    const line = `<td style="color:#123456">Grüße an alle. <a href="${PLACEHOLDERS.unsubscribeUrl}">x</a><a href="${PLACEHOLDERS.preferencesUrl}">y</a></td>`;
    const html = line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes);
    const own = { ...edition, html, contentHash: contentHash({ ...edition, html }) };
    const { raw } = await mustWrite(new MailWriter({ sender, links }), own, ana);
    expect(raw.equals(await wholeMail(own, ana, links))).toBe(true);
  });

  it('is encoded twice for an edition, however many get it, and again for one with other content', async () => {
    const viewUrl = vi.fn(links.viewUrl);
    const writer = new MailWriter({ sender, links: { ...links, viewUrl } });
    const ids = ['5f0c', '5f0d', '5f0e'];
    for (const id of ids) await mustWrite(writer, { ...edition }, { ...ana, id });
    expect(viewUrl).toHaveBeenCalledTimes(1);
    const content = { ...edition, html: '<p>Other</p>' };
    const other = { ...content, contentHash: contentHash(content) };
    const { raw } = await mustWrite(writer, other, ana);
    expect(viewUrl).toHaveBeenCalledTimes(2);
    expect(raw.toString()).toContain('<p>Other</p>');
  });

  it('never shares its memory with another mail before it is given back, nor when that happens twice', async () => {
    const writer = new MailWriter({ sender, links });
    const mail = (id: string) => mustWrite(writer, edition, { ...ana, id });
    const first = await mail('5f0c');
    writer.recycle(first);
    const second = await mail('5f0d');
    expect(second.raw.buffer).toBe(first.raw.buffer);
    writer.recycle(first);
    const third = await mail('5f0e');
    expect(third.raw.buffer).not.toBe(second.raw.buffer);
    expect(second.raw.toString()).toContain('2026-01-05.5f0d@');
  });
});

/** The mail as MailComposer makes it for this one subscriber. */
function wholeMail(of: typeof edition, { id, name, address }: Subscriber, siteLinks: Links) {
  const reader = { topicId: of.topicId, subscriberId: id };
  return encodeMail(
    {
      edition: of,
      sender,
      viewUrl: siteLinks.viewUrl(of.id),
      archiveUrl: siteLinks.archiveUrl(of.topicId),
      helpUrl: siteLinks.helpUrl(),
    },
    {
      to: { name: name ?? '', address },
      links: {
        unsubscribeUrl: siteLinks.unsubscribeUrl(reader),
        preferencesUrl: siteLinks.preferencesUrl(reader),
      },
      unsubscribeMailto: null,
      messageId: `${of.id}.${id}@example.com`,
      at: AT,
    },
  );
}

const HEADERS = [
  'content-language',
  'content-type',
  'date',
  'from',
  'list-archive',
  'list-help',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

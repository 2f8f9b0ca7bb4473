import { createSecretKey, randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import Handlebars from 'handlebars';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import { contentHash } from '#lib/edition/content-hash.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { median, printMeasurements } from './measure.ts';

export const HTML_BYTES = 50_000;
/** Each way is timed in turns with the others, so that a busy machine slows all alike. */
const ROUNDS = 41;
const MAILS_A_ROUND = 200;
/** The slow peer takes milliseconds a mail. */
const PEER_MAILS_A_ROUND = 3;

export const sender = { address: 'digest@example.com', name: 'Parley', unsubscribeMailbox: null };
const key = createSecretKey(Buffer.alloc(32, 7));
export const links = makeLinks('https://news.example', {
  current: 'k1',
  keys: new Map([['k1', key]]),
});
const at = new Date('2026-11-16T07:00:00Z');

/**
 * A mail made ready to send, with its signed link, from an edition of 50 kB of HTML. Peers: a copy of the same bytes
 * as a buffer of its own; moving them to one place again and again, where they stay in the processor's cache; and
 * what a newsletter does that renders each mail: a precompiled Handlebars template, then MailComposer.
 */
export async function benchDelivering(): Promise<void> {
  const edition = editionOf(HTML_BYTES);
  const people = Array.from({ length: MAILS_A_ROUND }, () => sampleSubscriber(randomUUID()));
  const writer = new MailWriter({ sender, links });
  const bytes = await bytesOf(writer, edition, people);
  const memory = Buffer.alloc(bytes.length);
  const render = renderer(edition);
  const ways = {
    filling: { each: (person: Subscriber) => fill(writer, edition, person), mails: people },
    copying: { each: () => Buffer.from(bytes), mails: people },
    moving: { each: () => void bytes.copy(memory), mails: people },
    rendering: { each: render, mails: people.slice(0, PEER_MAILS_A_ROUND) },
  };
  const ms = await alternately(ways);
  const value = `${(ms.filling * 1000).toFixed(1)} µs`;
  const what = `a mail of ${(bytes.length / 1000).toFixed(0)} kB, ready to send`;
  printMeasurements('Delivering', [
    { what, value, peer: 'a copy of its bytes', ratio: ms.filling / ms.copying },
    { what, value, peer: 'moving its bytes to the same place', ratio: ms.filling / ms.moving },
  ]);
  const faster = (ms.rendering / ms.filling).toFixed(0);
  console.log(`  ${faster} × as many in the same time as by Handlebars and MailComposer each`);
}

/** The median of the time a mail, in milliseconds, of each way. */
async function alternately<Name extends string>(
  ways: Record<Name, { each: (person: Subscriber) => unknown; mails: Subscriber[] }>,
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) {
      const { each, mails } = ways[name];
      const started = performance.now();
      for (const person of mails) {
        const done = each(person);
        if (done instanceof Promise) await done;
      }
      times[name].push((performance.now() - started) / mails.length);
    }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<
    Name,
    number
  >;
}

async function fill(writer: MailWriter, edition: Edition, person: Subscriber): Promise<number> {
  const written = await writer.write(edition, person, at);
  if (!written.ok) throw new Error('the sample can be written');
  writer.recycle(written.value);
  return written.value.raw.length;
}

async function bytesOf(writer: MailWriter, edition: Edition, [person]: Subscriber[]) {
  const written = person && (await writer.write(edition, person, at));
  if (!written?.ok) throw new Error('the sample can be written');
  return Buffer.from(written.value.raw);
}

type Edition = ReturnType<typeof sampleEdition>;

/** An edition as long as asked, of the project's own HTML, with two of the subscriber's links, each twice in the HTML and once in the text. */
export function editionOf(bytes: number): Edition {
  const block = `<tr><td style="padding:4px 0;color:#1a2b3c">${'Talks may resume once both sides name an envoy. '.repeat(6)}</td></tr>\n`;
  const link = `<p><a href="${PLACEHOLDERS.unsubscribeUrl}">Unsubscribe</a> <a href="${PLACEHOLDERS.preferencesUrl}">Preferences</a> <a href="${PLACEHOLDERS.viewUrl}">View</a></p>\n`;
  const body = block.repeat(Math.floor((bytes - 2 * link.length) / block.length));
  const html = `<!doctype html>\n${link}<table>\n${body}</table>\n${link}`;
  const text = `${'Talks may resume once both sides name an envoy.\n'.repeat(100)}${PLACEHOLDERS.unsubscribeUrl}\n${PLACEHOLDERS.preferencesUrl}\n`;
  const content = { subject: 'Then and now — talks', html, text };
  return sampleEdition('2026-11-16', { ...content, contentHash: contentHash(content) });
}

/** Renders and composes the mail of one subscriber, as the documentation of both libraries shows it. */
export function renderer({ html, text, subject }: Edition) {
  const template = (source: string) =>
    Handlebars.compile(
      source
        .replaceAll(PLACEHOLDERS.unsubscribeUrl, '{{unsubscribeUrl}}')
        .replaceAll(PLACEHOLDERS.preferencesUrl, '{{preferencesUrl}}')
        .replaceAll(PLACEHOLDERS.viewUrl, '{{viewUrl}}'),
    );
  const [htmlTemplate, textTemplate] = [template(html), template(text)];
  return ({ id, topicId, address }: Subscriber) => {
    const reader = { topicId, subscriberId: id };
    const unsubscribeUrl = links.unsubscribeUrl(reader);
    const preferencesUrl = links.preferencesUrl(reader);
    const view = { unsubscribeUrl, preferencesUrl, viewUrl: links.viewUrl('edition') };
    const composer = new MailComposer({
      from: { name: sender.name, address: sender.address },
      to: address,
      subject,
      html: htmlTemplate(view),
      text: textTemplate(view),
      list: { unsubscribe: unsubscribeUrl },
    });
    return composer.compile().build();
  };
}

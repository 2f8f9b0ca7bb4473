import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { HEADER_MAX_BYTES } from '#lib/local/read-mail-header.ts';
import { openLocal } from '#lib/local/open-local.ts';
import { signLink } from '#lib/subscription/signed-link.ts';
import { emptyFolder, run } from './run.ts';

let folder: string;
let subject: string;
beforeEach(async () => {
  folder = await emptyFolder();
  await run(folder, ['subscribers', 'add', 'ana@example.com']);
  const { keys, subscribers, close } = await openLocal(join(folder, '.parley'));
  const ana = await subscribers.find('us-north-korea', 'ana@example.com');
  const reader = { topicId: 'us-north-korea', subscriberId: ana?.id ?? '' };
  subject = `unsubscribe ${signLink('unsubscribe', reader, keys)}`;
  await close();
});

const mail = (header: string, body = 'Hello\r\n') =>
  `From: Somebody <somebody@example.com>\r\nTo: leave@example.com\r\n${header}\r\n\r\n${body}`;
const pipe = (text: string) =>
  run(folder, ['mailbox'], {
    stdin: (async function* () {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    })(),
  });
const state = async () => (await run(folder, ['subscribers', 'list'])).stdout.split(/\s+/)[1];

describe('mailbox', () => {
  it('takes a mail that is piped in, or a file', async () => {
    await writeFile(join(folder, 'a.eml'), mail(`Subject: ${subject.replace(' ', '\r\n ')}`));
    const taken = await run(folder, ['mailbox', 'a.eml', '--json']);
    expect(JSON.parse(taken.stdout)).toMatchObject({ kind: 'unsubscribed' });
    expect(await state()).toBe('unsubscribed');
    expect(await pipe(mail(`Subject: ${subject}`))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^unsubscribed \w+ from us-north-korea\n$/),
    });
  });

  it('reads a subject that is encoded', async () => {
    const encoded = `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`;
    expect((await pipe(mail(`Subject: ${encoded}`))).stdout).toMatch(/^unsubscribed/);
  });

  it.each([
    ['', 'no token stands in its subject'],
    ['no mail at all', 'no token'],
    ['\0\0\r\n\r\n', 'no token'],
    [mail('Subject: unsubscribe k1.a.b.c'), 'not one of ours'],
    [mail('X: y', 'Subject: in the body k1.a.b.c'), 'no token'],
  ])('ignores a mail without a valid token, quietly (%#)', async (text, reason) => {
    const { code, stdout, stderr } = await pipe(text);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`ignored: `);
    expect(stdout).toContain(reason);
    expect(await state()).toBe('active');
  });

  it('reads a huge mail to its end, and only its header', async () => {
    const huge = 'x'.repeat(20 * HEADER_MAX_BYTES);
    expect((await pipe(mail(`Subject: ${subject}`, huge))).stdout).toMatch(/^unsubscribed/);
    expect((await pipe(mail(`X: ${huge}\r\nSubject: ${subject}`))).stdout).toMatch(/^ignored/);
  });

  it('ignores an automatic reply', async () => {
    const text = mail(`Subject: Re: ${subject}\r\nAuto-Submitted: auto-replied`);
    expect((await pipe(text)).stdout).toBe('ignored: it is an automatic reply\n');
  });

  it('asks the mail server to try again where it cannot be looked at now', async () => {
    await mkdir(join(folder, 'dir.eml'));
    expect(await run(folder, ['mailbox', 'dir.eml'])).toMatchObject({ code: 75, stdout: '' });
    const missing = await run(folder, ['mailbox', 'missing.eml']);
    expect(missing.code).toBe(75);
    expect(missing.stderr).toContain('missing.eml: no such file or directory');
    expect((await run(folder, ['mailbox', 'a', 'b'])).code).toBe(2);
  });
});

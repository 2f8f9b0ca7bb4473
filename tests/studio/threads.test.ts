import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { studioThreads, type StudioThreads } from '#lib/cli/start/studio-threads.ts';
import { inThread } from '#lib/studio/threads/in-thread.ts';

let folder: string;
let threads: StudioThreads;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-threads-'));
  threads = studioThreads(folder);
});
afterAll(async () => {
  threads.close();
  await rm(folder, { recursive: true });
});

const saved = (name: string, text: string) => writeFile(join(folder, name), text);

it('compiles in a thread what is saved now, of one mail or of all', async () => {
  await saved('one.text.hbs', 'one');
  await saved('two.text.hbs', 'two');
  expect(Object.keys((await threads.compile('one')).templates)).toEqual(['one.text']);
  expect(Object.keys((await threads.compile(null)).templates)).toEqual(['one.text', 'two.text']);
  await saved('one.text.hbs', '{{#if x}}');
  expect((await threads.compile('one')).faults).toMatchObject([{ file: 'one.text.hbs' }]);
});

it('answers questions that are asked at once, each with its own', async () => {
  await saved('one.text.hbs', 'one');
  const [one, two] = await Promise.all([threads.compile('one'), threads.compile('two')]);
  expect([one, two].map(({ templates }) => Object.keys(templates))).toEqual([
    ['one.text'],
    ['two.text'],
  ]);
});

it('checks a mail in a thread', async () => {
  const mail = { html: '<p>x</p>', text: '', subject: 'x', preheader: 'x', headers: null };
  const findings = await threads.check(mail);
  expect(findings.map(({ check }) => check)).toContain('spam traits');
});

it('says why there is no answer, and goes on with the next question', async () => {
  const gone = studioThreads(join(folder, 'gone'));
  await expect(gone.compile(null)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(gone.compile(null)).rejects.toMatchObject({ code: 'ENOENT' });
  gone.close();
});

it('says that a thread is not there, or has ended', async () => {
  await expect(inThread(join(folder, 'no-program.js')).ask(1)).rejects.toThrow('no-program.js');
  const program = join(folder, 'ending.js');
  await saved('ending.js', 'process.exit(1)');
  await expect(inThread(program).ask(1)).rejects.toThrow(`${program} ended`);
});

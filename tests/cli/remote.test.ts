import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { startFakeStack, type FakeStack } from '../aws/fake-stack.ts';
import { emptyFolder, run } from './run.ts';

const DATE = '2026-11-16';
const SLOT = `us-north-korea ${DATE}`;

let folder: string;
let aws: FakeStack;
const parley = (...args: string[]) => run(folder, [...args, '--remote']);

beforeAll(async () => {
  folder = await emptyFolder();
  aws = await startFakeStack();
});
afterAll(() => aws.stop());

/** The tests of this part follow one another on one stack, as a person's commands do. */
describe('a stack from the command line', () => {
  it('takes articles in', async () => {
    const { code, stdout } = await parley('ingest', sampleArticlesFolder());
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('12 new') });
    expect(aws.buckets.keys('articlesbucket/articles/')).toHaveLength(12);
    expect((await parley('compare')).stdout).toContain('2020 (');
  });

  it('takes subscribers, lists them, and erases one', async () => {
    for (const name of ['ana', 'bo', 'cy'])
      expect((await parley('subscribers', 'add', `${name}@example.com`)).code).toBe(0);
    expect((await parley('subscribers', 'remove', 'cy@example.com')).code).toBe(0);
    expect((await parley('subscribers', 'list')).stdout).toContain('2 subscribers of');
    expect((await parley('subscribers', 'export')).stdout).toContain('ana@example.com');
  });

  it('keeps corrections, and shows what they are made to', async () => {
    const edited = await parley('edit', DATE, '--note', 'A note.', '--by', 'Ed');
    expect(edited.stdout).toContain('note-1');
    expect(aws.buckets.keys(`editionsbucket/notes/us-north-korea/${DATE}.json`)).toHaveLength(1);
  });

  it('is told what a send would do, with the quota and the price of SES', async () => {
    const { code, stdout } = await parley('send', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain(`dry run: ${SLOT} would go to 2 subscribers`);
    expect(stdout).toMatch(/forecast: 2 recipients, 13.3 a second/);
    expect(aws.buckets.keys('editionsbucket/editions/')).toEqual([]);
  });

  it('mails a test from its own sender, with links that lead to its pages', async () => {
    const { code, stdout } = await parley('send', '--to', 'ed@example.com');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(': sent') });
    const [mail = ''] = aws.mails;
    expect(mail).toMatch(/^ed@example\.com\n/);
    expect(mail).toContain('digest@example.org');
    expect(mail).toContain('List-Unsubscribe: <https://pages.example.org/');
    expect(aws.queued).toEqual([]);
  });

  it('composes, and shows the edition in files that are not the state folder’s editions', async () => {
    const { code, stdout } = await parley('compose');
    expect(code).toBe(0);
    expect(stdout).toContain(`${SLOT}: composed and frozen`);
    expect(existsSync(join(folder, '.parley/remote/Parley/us-north-korea', `${DATE}.html`))).toBe(
      true,
    );
    expect(existsSync(join(folder, '.parley/editions'))).toBe(false);
    expect((await parley('explain', DATE)).code).toBe(0);
  });

  it('puts an edition on its queue, once, and says what happens next', async () => {
    const { code, stdout, stderr } = await parley('send');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`${SLOT}: 2 planned`);
    expect(stdout).toContain(`parley status ${DATE} --remote --watch follows it`);
    const groups = aws.queued.length;
    expect(groups).toBeGreaterThan(0);
    expect(new Set(aws.queued).size).toBe(groups);
    const again = await parley('send');
    expect(again.stdout).toContain('0 recipients more, 2 in all');
  });

  it('tells what became of it, and whom', async () => {
    expect((await parley('status')).stdout).toMatch(/^stack Parley in eu-west-1\n12 articles/);
    expect((await parley('status', DATE)).stdout).toContain('2 waiting');
    expect((await parley('who', DATE, 'waiting')).stdout.trim().split('\n')).toHaveLength(2);
  });

  it('is paused, resumed and cancelled', async () => {
    expect((await parley('pause', DATE)).stdout).toBe(`${SLOT} is paused\n`);
    expect((await parley('send')).stdout).toContain(`they wait for parley resume ${DATE} --remote`);
    expect((await parley('resume', DATE)).stdout).toContain('the stack mails who has not got it');
    expect((await parley('resend', DATE, '--failed')).stdout).toContain('0 recipients more');
    expect((await parley('cancel', DATE)).stdout).toContain('is cancelled');
    expect(await parley('send')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${SLOT} is cancelled: nobody else gets it`),
    });
  });

  it('gives nothing to the state folder, and takes nothing from it', async () => {
    expect(existsSync(join(folder, '.parley/database'))).toBe(false);
    expect(existsSync(join(folder, '.parley/keys.json'))).toBe(false);
  });
});

describe('--remote', () => {
  it.each([
    [['status', '--remote', 'Elsewhere'], 'Elsewhere'],
    [['status', '--remote=Elsewhere'], 'Elsewhere'],
    [['--remote', 'Elsewhere', 'status'], 'Elsewhere'],
    [['--remote=Elsewhere', 'subscribers', 'list'], 'Elsewhere'],
  ])('%j names the stack, which is not there', async (args, name) => {
    const { code, stderr } = await run(folder, args);
    expect(code).toBe(1);
    expect(stderr).toContain(`no stack is called "${name}" in eu-west-1`);
  });

  it.each([
    [['--remote', 'status']],
    [['status', '--remote', DATE]],
    [['subscribers', '--remote', 'list']],
    [['subscribers', 'remove', '--remote', 'bo@example.com']],
    [['who', DATE, '--remote', 'waiting']],
  ])('%j takes what is the command’s for no stack', async (args) => {
    expect(await run(folder, args)).toMatchObject({ code: 0, stderr: '' });
  });

  it('may stand in the environment', async () => {
    const env = { PARLEY_REMOTE: 'Parley' };
    const { stdout } = await run(folder, ['status'], { env });
    expect(stdout).toContain('stack Parley in eu-west-1');
  });

  it.each([[['start', '--once']], [['studio']], [['shots']]])(
    '%j works on this machine alone, and says so',
    async (args) => {
      expect(await parley(...args)).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'parley: this command works on this machine alone: leave out --remote, and PARLEY_REMOTE if it is set\n',
      });
    },
  );

  it.each([
    [['send', '--smtp', '127.0.0.1:25', '--remote'], 'the stack mails, by SES and at its rate'],
    [['resend', DATE, '--failed', '--rate', '5', '--remote'], 'the stack mails, by SES'],
    [['status', '--remote=-x'], 'expected the name of a stack such as Parley'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await run(folder, args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

/** The last of all: from here on AWS permits nothing of this. */
describe('without permission', () => {
  const denied = Object.assign(new Error('not authorized to perform: s3:ListBucket'), {
    name: 'AccessDenied',
  });

  it('a command says what AWS does not permit, and no stack trace', async () => {
    aws.buckets.mock.on(ListObjectsV2Command).rejects(denied);
    const { code, stderr } = await parley('compare');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^parley: AWS does not permit this \(not authorized .*\): ask who/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

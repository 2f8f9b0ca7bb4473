import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { emptyFolder, MONDAY, run } from './run.ts';

const DATE = '2026-11-16';
const SLOT = `asked-talks ${DATE}`;
const TOPIC = new URL('../../lib/topic/topics/us-north-korea.json', import.meta.url);

/** A folder with a topic that asks for an approval, articles and two subscribers. */
async function askingFolder(): Promise<string> {
  const folder = await emptyFolder();
  const topic = JSON.parse(await readFile(TOPIC, 'utf8')) as object;
  await mkdir(join(folder, 'topics'));
  const asking = { ...topic, id: 'asked-talks', approval: true };
  await writeFile(join(folder, 'topics/asked-talks.json'), JSON.stringify(asking));
  const given = ['--topics', 'topics'];
  await run(folder, ['ingest', sampleArticlesFolder(), '--topic', 'asked-talks', ...given]);
  for (const name of ['ana', 'bo'])
    await run(folder, [
      'subscribers',
      'add',
      `${name}@example.com`,
      '--topic',
      'asked-talks',
      ...given,
    ]);
  return folder;
}

const later = (hours: number) => ({ now: () => new Date(MONDAY.getTime() + hours * 3_600_000) });

/** The tests of this file follow one another on one state folder, as a person's commands do. */
describe('an edition that a person has to approve', () => {
  let folder: string;
  const parley = (args: string[], given = {}) =>
    run(folder, [...args, '--topics', 'topics', '--topic', 'asked-talks'], given);
  const outbox = () => readdir(join(folder, '.parley/outbox')).catch(() => []);

  beforeAll(async () => {
    folder = await askingFolder();
  });

  it('has nothing to approve before it is composed', async () => {
    const { code, stderr } = await parley(['approve', DATE]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${SLOT} has no edition to approve\n` });
  });

  it('is not sent by send, which asks the operator by mail', async () => {
    const { code, stdout } = await parley(['send', '--operator', 'op@example.com']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `${SLOT} waits for approval: parley approve ${DATE} --topic asked-talks`,
    );
    expect(stdout).toContain('forecast: 2 recipients');
    const [file = '', ...others] = await outbox();
    expect(others).toEqual([]);
    const mail = await PostalMime.parse(
      await readFile(join(folder, '.parley/outbox', file), 'utf8'),
    );
    expect(mail.to).toEqual([{ address: 'op@example.com', name: '' }]);
    expect(mail.text).toContain('* Recipients: 2');
    expect(mail.text).toContain('http://127.0.0.1:4600/approve/');
  });

  it('asks once, also where who sends again names no operator', async () => {
    const { stdout } = await parley(['send']);
    expect(stdout).toContain('the operator is asked by mail');
    expect(await outbox()).toHaveLength(1);
  });

  it('stands so in status', async () => {
    const { stdout } = await parley(['status', DATE]);
    expect(stdout).toContain(`waits for approval (parley approve ${DATE} --topic asked-talks)`);
    expect(stdout).toContain('unless approved by 2026-11-16T10:00:00.000Z, it is not sent');
    expect((await parley(['status'])).stdout).toContain('waits for approval');
    const late = await parley(['status', DATE], later(24));
    expect(late.stdout).toContain('too late to be sent by itself');
  });

  it('may be composed again while it waits', async () => {
    const { code, stdout } = await parley(['compose', '--again']);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({
      code: 0,
      first: `${SLOT}: composed again, it says the same: the edition stays as it is`,
    });
  });

  it('is approved late only with --late', async () => {
    const { code, stdout, stderr } = await parley(['approve', DATE], later(24));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('should have begun by 2026-11-16T10:00:00.000Z; --late approves');
    expect(await outbox()).toHaveLength(1);
  });

  it('goes out with its approval, once', async () => {
    const { code, stdout } = await parley(['approve', DATE]);
    expect(code).toBe(0);
    expect(stdout).toContain(`${SLOT} is approved\n${SLOT}: 2 sent`);
    expect(await outbox()).toHaveLength(3);
    const again = await parley(['approve', DATE]);
    expect({ code: again.code, stdout: again.stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('is closed since'),
    });
    expect((await parley(['send'])).stdout).toContain('nothing to send');
  });

  it('is ended by cancel instead', async () => {
    const week = later(24 * 7);
    const next = '2026-11-23';
    await parley(['send'], week);
    expect((await parley(['cancel', next], week)).stdout).toContain('is cancelled');
    const { code, stderr } = await parley(['approve', next], week);
    expect(code).toBe(1);
    expect(stderr).toContain(`cannot approve: asked-talks ${next} is cancelled since`);
    await parley(['send'], week);
    expect(await outbox()).toHaveLength(3);
  });

  it.each([
    [['approve'], "missing required argument 'slot'"],
    [['approve', 'monday'], 'Expected a date such as 2026-11-16.'],
    [['approve', '2026-11-17'], '2026-11-17 is no slot of asked-talks'],
    [['send', '--operator', 'nobody'], 'argument'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await parley(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('an edition to approve that nobody could be asked about', () => {
  it('is asked about once an operator is named, and by the command alone once it is late', async () => {
    const folder = await askingFolder();
    const send = async (args: string[], hours: number) =>
      (
        await run(
          folder,
          ['send', '--topics', 'topics', '--topic', 'asked-talks', ...args],
          later(hours),
        )
      ).stdout;
    const named = ['--operator', 'op@example.com'];
    expect(await send([], 0)).toContain('nobody is asked by mail: --operator ADDRESS');
    const late = await send(named, 24);
    expect(late).toContain(`parley approve ${DATE} --topic asked-talks --late`);
    expect(late).toContain('its sending should have begun before now: nobody is asked by mail');
    expect(await send(named, 0)).toContain('the operator is asked by mail');
  });
});

describe('an edition that nobody has to approve', () => {
  it('is sent by hand at any time, and told how late it is', async () => {
    const folder = await emptyFolder();
    await run(folder, ['ingest', sampleArticlesFolder()]);
    await run(folder, ['subscribers', 'add', 'ana@example.com']);
    const { code, stdout } = await run(folder, ['send'], later(72));
    expect(code).toBe(0);
    expect(stdout).toContain(
      'late: its sending should have begun by 2026-11-16T10:00:00.000Z, 2 days ago',
    );
    expect(stdout).toContain('1 sent');
  });
});

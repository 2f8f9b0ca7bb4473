import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { serveSmtpThat } from '../local/serve-smtp-that.ts';
import { emptyFolder, run } from './run.ts';

const DATE = '2026-11-16';
const SLOT = `us-north-korea ${DATE}`;

/** The tests of this file follow one another on one state folder, as a person's commands do. */
describe('parley settle', () => {
  let folder: string;
  const parley = (...args: string[]) => run(folder, args);
  let ids: string[];

  beforeAll(async () => {
    folder = await emptyFolder();
    await parley('ingest', sampleArticlesFolder());
    for (const name of ['ana', 'bo', 'cy'])
      await parley('subscribers', 'add', `${name}@example.com`);
  });

  it('is what send advises where the mail server hangs up without an answer', async () => {
    const port = await serveSmtpThat((socket) => socket.destroy());
    const { stderr } = await parley('send', '--smtp', `127.0.0.1:${port}`);
    expect(stderr).toContain(`parley settle ${DATE} --topic us-north-korea --as sent`);
    const { deliveries } = JSON.parse((await parley('who', DATE, 'doubtful', '--json')).stdout);
    ids = deliveries.map(({ subscriberId }: { subscriberId: string }) => subscriberId);
    expect(ids).toHaveLength(3);
    expect((await parley('status', DATE)).stdout).not.toContain('closed since');
  });

  it('tells of an id that is not in doubt', async () => {
    const { code, stdout, stderr } = await parley('settle', DATE, '--as', 'sent', '--id', 'moon');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `${SLOT}: 0 deliveries settled as sent\n`,
    });
    expect(stderr).toBe('subscriber moon: no delivery of theirs is in doubt\n');
  });

  it('sent is recorded as the word of a person', async () => {
    const [first = '', second = ''] = ids;
    const { stdout } = await parley('settle', DATE, '--as', 'sent', '--id', first, second);
    expect(stdout).toBe(`${SLOT}: 2 deliveries settled as sent\n`);
    expect((await parley('who', DATE, 'sent')).stdout).toContain('by the word of parley settle');
  });

  it('unsent warns, and the next send mails it; that closes the edition', async () => {
    const { stdout } = await parley('settle', DATE, '--as', 'unsent');
    expect(stdout).toContain(`${SLOT}: 1 delivery let out of doubt, to be sent again`);
    expect(stdout).toContain('the next "parley send" mails them');
    expect(stdout).toContain('warning: whom the first mail did reach after all gets a second one');
    expect((await parley('send')).stdout).toContain('in all: 3 sent');
    const status = await parley('status', DATE);
    expect(status.stdout).toContain('closed since');
    expect(status.stdout).toContain('3 planned: 3 sent; 3 in doubt for a time, 1 sent again');
  });

  it.each([
    [['settle', DATE], "required option '--as <word>' not specified"],
    [['settle', DATE, '--as', 'perhaps'], 'Allowed choices are sent, unsent'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await parley(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

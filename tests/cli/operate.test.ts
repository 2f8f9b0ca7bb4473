import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { emptyFolder, run } from './run.ts';

const DATE = '2026-11-16';
const SLOT = `us-north-korea ${DATE}`;

/** A mail server that refuses some addresses: for good (550), or for now (450). */
async function refusing(addresses: string[], responseCode: 550 | 450 = 550) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        addresses.includes(address)
          ? Object.assign(new Error('no such mailbox'), { responseCode })
          : null,
      ),
    onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
  });
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    smtp: `127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

/** The tests of this file follow one another on one state folder, as a person's commands do. */
describe('what a person does with an edition under way', () => {
  let folder: string;
  const parley = (...args: string[]) => run(folder, args);
  const outbox = () => readdir(join(folder, '.parley/outbox')).catch(() => []);

  beforeAll(async () => {
    folder = await emptyFolder();
    await parley('ingest', sampleArticlesFolder());
    for (const name of ['ana', 'bo', 'cy'])
      await parley('subscribers', 'add', `${name}@example.com`);
  });

  it('pause says that nothing is being sent yet', async () => {
    await parley('compose');
    const { code, stderr } = await parley('pause', DATE);
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${SLOT}: its sending has not begun\n` });
  });

  it('send tells at its end what became of all', async () => {
    const { smtp, close } = await refusing(['bo@example.com', 'cy@example.com']);
    const { code, stdout } = await parley('send', '--smtp', smtp);
    await close();
    expect(code).toBe(1);
    expect(stdout).toContain('in all: 1 sent, 2 failed');
  });

  it('status shows the edition closed, with the report of its round', async () => {
    const { stdout } = await parley('status', DATE);
    expect(stdout).toMatch(/^ {2}closed since \S+, by parley send$/m);
    expect(stdout).toMatch(/^ {2}report of \S+: 3 planned: 1 sent, 2 failed$/m);
    expect(stdout).toMatch(/^ {4}failed, 2: .*no such mailbox/m);
    const { reports } = JSON.parse((await parley('status', DATE, '--json')).stdout);
    expect(reports).toMatchObject([{ rounds: 1, told: 'nobody', counts: { planned: 3, sent: 1 } }]);
    expect((await parley('status')).stdout).not.toContain('closed');
  });

  it('a closed edition has nothing to pause or resume, and that is said', async () => {
    for (const name of ['pause', 'resume']) {
      const { code, stderr } = await parley(name, DATE);
      expect(code).toBe(1);
      expect(stderr).toContain(`cannot ${name}: ${SLOT} is closed since`);
      expect(stderr).toContain('who subscribes later gets it by the next "parley send"');
    }
  });

  it('who subscribes after the close gets it by the next send; what waits keeps it open', async () => {
    await parley('subscribers', 'add', 'flo@example.com');
    const { smtp, close } = await refusing(['flo@example.com'], 450);
    expect((await parley('send', '--smtp', smtp)).stdout).toContain('1 later');
    await close();
    expect((await parley('status', DATE)).stdout).not.toContain('closed since');
  });

  it('who lists ids, and addresses only where they are asked for', async () => {
    const failed = await parley('who', DATE, 'failed');
    expect(failed.stdout.trim().split('\n')).toHaveLength(2);
    expect(failed.stdout).not.toContain('@');
    const known = await parley('who', DATE, 'failed', '--addresses', '--json');
    const { deliveries } = JSON.parse(known.stdout) as { deliveries: { address: string }[] };
    const addresses = deliveries.map(({ address }) => address);
    expect(addresses.sort()).toEqual(['bo@example.com', 'cy@example.com']);
    expect((await parley('who', DATE, 'bounced')).stdout).toBe('');
  });

  it('a paused edition mails nobody, and says so', async () => {
    const before = await outbox();
    const paused = await parley('pause', DATE, '--reason', 'a wrong name in it');
    expect(paused.stdout).toBe(`${SLOT} is paused: a wrong name in it\n`);
    expect((await parley('pause', DATE)).stdout).toContain('is paused since');
    expect((await parley('status', DATE)).stdout).toContain('by parley pause: a wrong name in it');
    await parley('subscribers', 'add', 'di@example.com');
    const { code, stderr } = await parley('send');
    expect(code).toBe(1);
    expect(stderr).toContain('held: the edition is paused');
    expect(await outbox()).toEqual(before);
  });

  it('a resumed one goes on', async () => {
    expect((await parley('resume', DATE)).stdout).toContain('goes on');
    expect((await parley('send')).stdout).toContain('in all: 3 sent, 2 failed');
    expect(await outbox()).toHaveLength(3);
    const { stdout } = await parley('status', DATE);
    expect(stdout).toContain('closed since');
    expect(stdout).toMatch(/^ {2}report of \S+: 3 planned: 1 sent, 2 failed$/m);
    expect(stdout).toMatch(/^ {2}report of \S+: 5 planned: 3 sent, 2 failed$/m);
  });

  it('resend --failed mails exactly those, once', async () => {
    await parley('subscribers', 'add', 'ed@example.com');
    const { code, stdout } = await parley('resend', DATE, '--failed');
    expect(code).toBe(0);
    expect(stdout).toContain(`${SLOT}: 2 sent`);
    expect(await outbox()).toHaveLength(5);
    expect((await parley('resend', DATE, '--failed')).stdout).toContain('nothing to send');
    expect((await parley('who', DATE, 'sent')).stdout.trim().split('\n')).toHaveLength(5);
  });

  it('status --watch ends by itself once all is settled', async () => {
    const { code, stdout } = await run(folder, ['status', DATE, '--watch'], {
      interrupted: () => new Promise(() => undefined),
    });
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: `${SLOT}: 5 sent` });
  });

  it('a cancelled edition is sent to nobody else and cannot be resumed', async () => {
    expect((await parley('status', DATE)).stdout).toContain('closed since');
    expect((await parley('cancel', DATE)).stdout).toContain('is cancelled: nobody else gets it');
    await parley('send');
    expect(await outbox()).toHaveLength(5);
    const { code, stderr } = await parley('resume', DATE);
    expect(code).toBe(1);
    expect(stderr).toContain(`cannot resume: ${SLOT} is cancelled since`);
  });

  it.each([
    [['pause'], "missing required argument 'slot'"],
    [['pause', '2026-02-30'], 'Expected a date such as 2026-11-16.'],
    [['cancel', DATE, '--topic', 'moon'], 'the known topics are: us-north-korea'],
    [['resend', DATE], "required option '--failed' not specified"],
    [['who', DATE], "missing required argument 'state'"],
    [['who', DATE, 'lost'], 'Allowed choices are waiting, claimed'],
    [['status', '--watch'], '--watch follows one edition'],
    [['status', '2026-11-18'], '2026-11-18 is no slot of us-north-korea'],
    [['status', '2026-11-18', '--watch'], 'the nearest are 2026-11-16 and'],
    [['shots', '--mail', 'nix'], 'the mails are: approval, '],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await parley(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

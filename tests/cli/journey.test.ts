import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { emptyFolder, run } from './run.ts';
import { writeRiverTopic } from './river-articles.ts';

const SLOT = 'us-north-korea 2026-11-16';

/** The tests of this file follow one another on one state folder, as a person's commands do. */
describe('from articles to mail', () => {
  let folder: string;
  const parley = (...args: string[]) => run(folder, args);
  const outbox = () => readdir(join(folder, '.parley/outbox')).catch(() => []);

  beforeAll(async () => {
    folder = await emptyFolder();
  });

  it('compose refuses while there is nothing to compare, and says what is missing', async () => {
    const { code, stderr } = await parley('compose');
    expect(code).toBe(1);
    expect(stderr).toContain(`${SLOT}: no edition: too little to compare`);
    expect(stderr).toContain('ingest articles dated 2020-01-01 to 2020-12-31');
  });

  it('compose --dry-run leaves the slot free', async () => {
    await parley('ingest', sampleArticlesFolder());
    const { code, stdout } = await parley('compose', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain(`${SLOT}: composed, not frozen`);
    expect((await parley('status', '2026-11-16')).stdout).toContain('has no edition');
  });

  it('send --dry-run says what would happen, and nothing does', async () => {
    await parley('subscribers', 'add', 'ana@example.com');
    await parley('subscribers', 'add', 'bo@example.com');
    const { stdout } = await parley('send', '--dry-run', '--rate', '10');
    expect(stdout).toContain(`dry run: ${SLOT} would go to 2 subscribers`);
    expect(stdout).toContain(
      'forecast: 2 recipients, 9.5 a second, done about 2026-11-16T03:00:00',
    );
    expect(await outbox()).toEqual([]);
    expect((await parley('status', '2026-11-16')).stdout).toContain('has no edition');
  });

  it('send --to mails a test that no record knows of', async () => {
    const { code, stdout } = await parley('send', '--to', 'me@example.com');
    expect(code).toBe(0);
    expect(stdout).toContain(`test mail of ${SLOT} to me@example.com: sent`);
    const status = JSON.parse((await parley('status', '--json')).stdout);
    expect(status.topics[0]).toMatchObject({ subscribers: { active: 2 }, editions: [] });
    expect(await outbox()).toHaveLength(1);
  });

  it('compose freezes the edition, and a second compose keeps it', async () => {
    const first = JSON.parse((await parley('compose', '--json')).stdout);
    expect(first).toMatchObject({ outcome: 'frozen', edition: { slot: '2026-11-16' } });
    const second = await parley('compose', '--now', '2026-11-18T09:00:00Z', '--json');
    expect(JSON.parse(second.stdout)).toEqual({ ...first, outcome: 'exists' });
    expect((await parley('compose')).stdout).toContain('has an edition already');
    expect(await readFile(first.files.html, 'utf8')).not.toContain('parley.invalid');
  });

  it('send delivers to each subscriber once', async () => {
    const { code, stdout, stderr } = await parley('send', '--rate', '1000');
    expect(code).toBe(0);
    expect(stderr).toContain('forecast: 2 recipients, 950 a second');
    expect(stdout).toContain(`${SLOT}: 2 sent\n`);
    expect(await outbox()).toHaveLength(3);
  });

  it('send again sends nothing, and says so', async () => {
    const { code, stdout } = await parley('send');
    expect(code).toBe(0);
    expect(stdout).toBe(`nothing to send: all 2 deliveries of ${SLOT} are settled: 2 sent\n`);
    expect(await outbox()).toHaveLength(3);
    const machine = JSON.parse((await parley('send', '--json')).stdout);
    expect(machine).toMatchObject({ outcomes: { sent: 0, settled: 2 }, deliveries: { sent: 2 } });
  });

  it('who subscribes later gets it too, and nobody else again', async () => {
    await parley('subscribers', 'add', 'cy@example.com');
    expect((await parley('send')).stdout).toContain(`${SLOT}: 1 sent, 2 settled before`);
  });

  it('--smtp hands the mail to a mail server', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        stream.resume().on('end', () => done());
      },
    });
    const port = await new Promise<number>((resolve) => {
      const listener = server.listen(0, '127.0.0.1', () => {
        const address = listener.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    await parley('subscribers', 'add', 'di@example.com');
    const { code, stdout } = await parley('send', '--smtp', `127.0.0.1:${port}`);
    await new Promise<void>((closed) => server.close(closed));
    expect(code).toBe(0);
    expect(stdout).toContain(`through 127.0.0.1:${port}`);
    expect(received).toEqual(['di@example.com']);
  });

  it('a mail server that does not answer is a fault, and nothing is lost', async () => {
    await parley('subscribers', 'add', 'ed@example.com');
    const { code, stdout, stderr } = await parley('send', '--smtp', '127.0.0.1:1');
    expect(code).toBe(1);
    expect(stdout).toContain('1 later, 4 settled before');
    expect(stderr).toMatch(/subscriber .*: later: .*/);
    expect((await parley('send')).stdout).toContain('1 sent, 4 settled before');
  });

  it('status tells of all of it', async () => {
    const { stdout } = await parley('status');
    expect(stdout).toContain('12 articles, 0 in quarantine');
    expect(stdout).toMatch(/subscribers +5 active/);
    expect(stdout).toMatch(/due +2026-11-16 \(has its edition\), next 2026-11-23/);
    expect((await parley('status', '2026-11-16')).stdout).toContain(`${SLOT}: 5 sent`);
  });

  it.each([
    [['send', '--slot', '2026-11-18'], 'the nearest are 2026-11-16 and 2026-11-23'],
    [['send', '--slot', '2026-02-30'], 'Expected a date such as 2026-11-16.'],
    [['send', '--topic', 'moon'], 'the known topics are: us-north-korea'],
    [['send', '--to', 'nobody'], 'expected an address with one @'],
    [['send', '--smtp', 'localhost'], 'Expected a host and a port such as 127.0.0.1:1025.'],
    [['send', '--dry-run', '--to', 'me@example.com'], 'use one of them'],
    [['compose', '--site', 'ftp://example.com'], 'expected an http or https address'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await parley(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('a second topic needs a file and nothing else', async () => {
    const topics = await emptyFolder();
    await writeRiverTopic(topics);
    const other = (...args: string[]) =>
      parley(
        ...args,
        '--topics',
        topics,
        '--state',
        join(topics, 'state'),
        '--topic',
        'river-talks',
      );
    await other('ingest', sampleArticlesFolder());
    await other('subscribers', 'add', 'ana@example.com');
    expect((await other('send')).stdout).toContain('river-talks 2026-11-16: 1 sent');
    const unsaid = await parley('send', '--topics', topics);
    expect(unsaid.code).toBe(2);
    expect(unsaid.stderr).toContain('the known topics are: river-talks, us-north-korea');
  });
});

import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { countDeliveries } from '#lib/delivery/count-deliveries.ts';
import { CLAIM_LEASE_MS } from '#lib/delivery/group.ts';
import { openLocal } from '#lib/local/open-local.ts';
import { collect, sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { forkScript } from '../local/child-process.ts';
import { newFolder, temporaryFolder } from '../local/state-folder.ts';
import { KILL_STEPS, NOW, watchedSend, type KillStep, type WatchedRun } from './watched-send.ts';

/** Three shards, so three groups. */
const PEOPLE = 12;
const PEOPLE_A_GROUP = PEOPLE / 3;
const ids = Array.from(
  { length: PEOPLE },
  (_, i) => `${'28s'.charAt(i % 3)}${String(i).padStart(2, '0')}`,
).sort();
const edition = sampleEdition();

/** A state folder with a frozen edition and its subscribers, to be copied. */
let prepared: string;
beforeAll(async () => {
  prepared = await newFolder();
  const local = await openLocal(prepared);
  await local.editions.freeze(edition);
  for (const id of ids) await local.subscribers.add(sampleSubscriber(id));
  await local.close();
});
afterAll(() => rm(prepared, { recursive: true, force: true }));

async function newRun(smtpPort: number | null = null): Promise<WatchedRun> {
  const folder = await temporaryFolder();
  await cp(prepared, folder, { recursive: true });
  return { folder, log: join(folder, 'accepted.log'), smtpPort, withClaims: true };
}

/** When the claims of a run that was killed have expired. */
const AFTER_LEASE = new Date(NOW.getTime() + CLAIM_LEASE_MS);

/** Opens the state folder in this process, where `send` then runs to its end. */
async function open(run: WatchedRun) {
  const local = await openLocal(run.folder);
  onTestFinished(() => local.close());
  const sendAt = (now: Date) => watchedSend(run, local, () => undefined, now);
  return { local, send: () => sendAt(NOW), sendLater: () => sendAt(AFTER_LEASE) };
}

/** Sends in a process of its own until it kills itself at a step. */
async function sendUntilKilled(run: WatchedRun, step: KillStep): Promise<void> {
  const child = forkScript(new URL('kill-child.ts', import.meta.url), [JSON.stringify(run), step]);
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
}

/** Ids of the deliveries that the mail server took, as often as it took them. */
function accepted({ log }: WatchedRun): string[] {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

/** An SMTP server that counts what it takes for each recipient. */
async function countingServer() {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on('end', () => {
        taken.push(...envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  return { taken, port: (server.server.address() as { port: number }).port };
}

describe('a worker that is killed while it fills the outbox', () => {
  it.each(KILL_STEPS)('leaves nobody out and mails nobody twice: %s', async (step) => {
    const run = await newRun();
    await sendUntilKilled(run, step);
    const { local, send } = await open(run);
    const { problems, outcomes } = await send();
    expect(problems).toEqual([]);
    expect(outcomes.sent + outcomes.settled).toBe(PEOPLE);
    const deliveries = await collect(local.ledger.list(edition.id));
    expect(deliveries.map(({ state }) => state)).toEqual(ids.map(() => 'sent'));
    expect(await local.outbox.list()).toEqual(ids.map((id) => `${edition.id}.${id}`));
    expect(new Set(accepted(run)).size).toBe(accepted(run).length);
    expect((await send()).outcomes).toMatchObject({ sent: 0, settled: PEOPLE });
  });
});

describe('a worker that is killed while it mails through a server that cannot be asked', () => {
  it.each([
    { step: 'after-claim', least: 1 },
    { step: 'after-send', least: 0 },
    { step: 'after-settle', least: 0 },
  ] as const)(
    'mails nobody twice, and names whom it is not sure of, one group at most: $step',
    async ({ step, least }) => {
      const { taken, port } = await countingServer();
      const run = await newRun(port);
      await sendUntilKilled(run, step);
      const { local, send, sendLater } = await open(run);
      const { outcomes } = await send();
      expect(outcomes.doubtful).toBe(0);
      const later = await sendLater();
      expect(later.outcomes.doubtful).toBe(later.problems.length);
      expect(later.problems.length).toBeLessThanOrEqual(outcomes.elsewhere);
      expect(later.problems.length).toBeGreaterThanOrEqual(least);
      expect(later.problems.length).toBeLessThanOrEqual(PEOPLE_A_GROUP);
      expect(new Set(taken).size).toBe(taken.length);
      const mailed = taken.map((address) => address.split('@')[0]);
      const doubtful = later.problems.map(({ subscriberId }) => subscriberId);
      expect([...new Set([...mailed, ...doubtful])].sort()).toEqual(ids);
      const counts = await countDeliveries(local.ledger.list(edition.id), AFTER_LEASE);
      expect(counts).toMatchObject({ doubtful: doubtful.length, sent: PEOPLE - doubtful.length });
    },
  );
});

describe('three runs at once', () => {
  it('mail everybody once, and their counts add up', async () => {
    const run = await newRun();
    const opened = await Promise.all([open(run), open(run), open(run)]);
    const reports = await Promise.all(opened.map(({ send }) => send()));
    expect(accepted(run)).toHaveLength(PEOPLE);
    const sent = reports.reduce((sum, { outcomes }) => sum + outcomes.sent, 0);
    expect(sent).toBe(PEOPLE);
    for (const { outcomes, planned } of reports) {
      expect(planned).toBe(PEOPLE);
      expect(outcomes.sent + outcomes.settled).toBe(PEOPLE);
    }
  });
});

describe('this test itself', () => {
  it('sees duplicates where nothing is claimed', async () => {
    const { taken, port } = await countingServer();
    const run = { ...(await newRun(port)), withClaims: false };
    await sendUntilKilled(run, 'after-send');
    const { send } = await open(run);
    await send();
    expect(new Set(taken).size).toBeLessThan(taken.length);
  });
});

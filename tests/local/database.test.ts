import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Level } from 'level';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DependencyError } from '#lib/dependency-error.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { openLocal } from '#lib/local/open-local.ts';
import { answerOf, ask, forkScript, kill } from './child-process.ts';
import { claimOne } from './claim-one.ts';
import { temporaryFolder } from './state-folder.ts';

const EDITION = 'harbour-talks.2026-01-05';

/** Another process on the same state folder, ready to claim. */
async function startProcess(folder: string): Promise<ChildProcess> {
  const child = forkScript(new URL('ledger-child.ts', import.meta.url), [folder, EDITION]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await answerOf(child);
  return child;
}

async function openHere(folder: string) {
  const local = await openLocal(folder);
  onTestFinished(() => local.close());
  return local;
}

/** Overwrites the files of a database whose names match. */
async function damage(database: string, name: RegExp): Promise<void> {
  const files = await readdir(join(database, 'data'));
  for (const file of files.filter((each) => name.test(each)))
    await writeFile(join(database, 'data', file), 'damaged');
}

describe('the database of one machine', () => {
  it('serves two processes at once, which see each other’s claims', async () => {
    const folder = await temporaryFolder();
    const here = await openHere(folder);
    const there = await startProcess(folder);
    expect(await claimOne(here.ledger, EDITION, 'ana', 'here')).toBe(true);
    expect(await ask(there, 'ana')).toBe(false);
    expect(await ask(there, 'ben')).toBe(true);
    expect(await claimOne(here.ledger, EDITION, 'ben', 'here')).toBe(false);
  });

  it('gives a delivery to one of two that open it and claim at the same moment', async () => {
    const folder = await temporaryFolder();
    const both = await Promise.all([openHere(folder), openHere(folder)]);
    for (const subscriberId of ['ana', 'ben', 'cy', 'dee']) {
      const claims = await Promise.all(
        both.map(({ ledger }, i) => claimOne(ledger, EDITION, subscriberId, `claim-${i}`)),
      );
      expect(claims.filter((isMine) => isMine)).toHaveLength(1);
    }
  });

  it('keeps what was written when it is closed and opened again', async () => {
    const folder = await temporaryFolder();
    const first = await openLocal(folder);
    await claimOne(first.ledger, EDITION, 'ana', 'first');
    await first.close();
    const second = await openHere(folder);
    expect(await claimOne(second.ledger, EDITION, 'ana', 'second')).toBe(false);
  });

  it('keeps what was written when the process that held it is killed', async () => {
    const folder = await temporaryFolder();
    const holder = await startProcess(folder);
    for (let i = 0; i < 20; i++) await ask(holder, `s${i}`);
    await kill(holder);
    const here = await openHere(folder);
    for (let i = 0; i < 20; i++)
      expect(await claimOne(here.ledger, EDITION, `s${i}`, 'here')).toBe(false);
  });

  it('goes on for a guest whose holder closes or is killed in the middle', async () => {
    const folder = await temporaryFolder();
    const holder = await startProcess(folder);
    await ask(holder, 'ana');
    const guest = await openHere(folder);
    const claim = (subscriberId: string) => claimOne(guest.ledger, EDITION, subscriberId, 'guest');
    expect(await claim('ana')).toBe(false);
    await kill(holder);
    expect(await claim('ben')).toBe(true);
    expect(await claim('ana')).toBe(false);
  });

  it('stays up for the others when a guest dies in the middle of a request', async () => {
    const folder = await temporaryFolder();
    const local = await openHere(folder);
    await local.ledger.head(EDITION);
    const { port } = JSON.parse(await readFile(join(folder, 'database/endpoint.json'), 'utf8'));
    const guest = connect(port, '127.0.0.1');
    await once(guest, 'connect');
    guest.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half":');
    await local.ledger.head(EDITION);
    guest.resetAndDestroy();
    await once(guest, 'close');
    expect(await local.ledger.head(EDITION)).toBeNull();
  });

  it('is not misled by what a killed process left in the folder', async () => {
    const folder = await temporaryFolder();
    const first = await openLocal(folder);
    await claimOne(first.ledger, EDITION, 'ana', 'first');
    await first.close();
    await writeFile(join(folder, 'database/endpoint.json'), '{"port":9,"identity":"gone"}');
    const second = await openHere(folder);
    expect(await claimOne(second.ledger, EDITION, 'ana', 'second')).toBe(false);
  });

  it.each([
    ['the folder', (database: string) => rm(database, { recursive: true })],
    ['the data', (database: string) => rm(join(database, 'data'), { recursive: true })],
    ['its first file', (database: string) => rm(join(database, 'data/CURRENT'))],
    ['its list of files', (database: string) => damage(database, /^MANIFEST/)],
    ['what was written', (database: string) => damage(database, /\.log$/)],
  ])('never takes a database that lost %s for a new one', async (_what, lose) => {
    const folder = await temporaryFolder();
    const first = await openLocal(folder);
    await claimOne(first.ledger, EDITION, 'ana', 'first');
    await first.close();
    await lose(join(folder, 'database'));
    const second = await openHere(folder);
    for (let i = 0; i < 2; i++) {
      const reading = second.ledger.head(EDITION);
      await expect(reading).rejects.toThrow(
        `restore it from a copy, or delete ${folder} to begin anew`,
      );
      await expect(reading).rejects.toBeInstanceOf(DependencyError);
    }
  });

  it('says so where the ledger is of an earlier version, which it cannot read', async () => {
    const folder = await temporaryFolder();
    const first = await openLocal(folder);
    await first.ledger.head(EDITION);
    await first.close();
    const data = new Level(join(folder, 'database/data'));
    await data.del('table~ledger');
    await data.put('table~deliveries', '{}');
    await data.close();
    const second = await openHere(folder);
    await expect(second.ledger.head(EDITION)).rejects.toThrow(
      `an earlier version of Parley kept its record of deliveries otherwise; export the subscribers with that version, and delete ${folder} to begin anew`,
    );
  });

  it('says so where the disk takes no more, and the process goes on', async () => {
    const folder = await temporaryFolder();
    const script = fileURLToPath(new URL('full-database-child.ts', import.meta.url));
    // A limit on the size of a file stands for a disk that is full.
    const command = `ulimit -f 256; exec "${process.execPath}" --import tsx "${script}" "${folder}"`;
    const child = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(child.stdout).toContain('File too large');
    expect(child.status).toBe(0);
  });

  it('says which folder it cannot use', async () => {
    const folder = await temporaryFolder();
    const notAFolder = join(folder, 'file');
    await writeFile(notAFolder, '');
    const database = new LocalDatabase(notAFolder);
    await expect(database.locate()).rejects.toThrow(DependencyError);
    await expect(database.locate()).rejects.toThrow(notAFolder);
  });
});

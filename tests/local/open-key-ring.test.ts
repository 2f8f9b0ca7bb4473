import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeyRing } from '#lib/local/open-key-ring.ts';
import { openLocal } from '#lib/local/open-local.ts';
import { replaceFile } from '#lib/local/write-file.ts';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { temporaryFolder } from './state-folder.ts';

const reader = { topicId: 'harbour-talks', subscriberId: 'ana' };

const newState = async () => false;

describe('openKeyRing', () => {
  it('makes keys that only their owner can read, and reads the same ones again', async () => {
    const path = join(await temporaryFolder(), 'keys.json');
    const rings = await Promise.all([openKeyRing(path, newState), openKeyRing(path, newState)]);
    const again = await openKeyRing(path, newState);
    const tokens = rings.map((ring) => signLink('unsubscribe', reader, ring));
    for (const token of tokens) expect(verifyLink(token, 'unsubscribe', again)).toEqual(reader);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('never repeats a key in a message', async () => {
    const path = join(await temporaryFolder(), 'keys.json');
    await openKeyRing(path, newState);
    const secret = (JSON.parse(await readFile(path, 'utf8')) as { keys: { k1: string } }).keys.k1;
    for (const damaged of [`{"current":"k1","keys":{"k1":"${secret}!"}}`, `{"keys": ${secret}`]) {
      await writeFile(path, damaged);
      const error = await openKeyRing(path, newState).catch((thrown: Error) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).toContain(path);
      expect(String(error)).not.toContain(secret);
    }
  });

  it('refuses to make new keys where editions were made with others', async () => {
    const folder = await temporaryFolder();
    const first = await openLocal(folder);
    await first.editions.freeze(sampleEdition());
    await first.close();
    await rm(join(folder, 'keys.json'));
    await expect(openLocal(folder)).rejects.toThrow(
      `keys.json: it is gone, though mails were sent with links signed by it: restore it from a copy, or delete ${folder} to begin anew`,
    );
    expect(await readdir(folder)).toEqual(['editions']);
  });

  it('refuses them too where only the outbox tells of mails', async () => {
    const folder = await temporaryFolder();
    await replaceFile(join(folder, 'outbox/a.b.eml'), 'mail');
    await expect(openLocal(folder)).rejects.toThrow('keys.json: it is gone');
  });
});

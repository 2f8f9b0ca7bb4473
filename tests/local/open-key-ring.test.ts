import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeyRing } from '#lib/local/open-key-ring.ts';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';
import { temporaryFolder } from './state-folder.ts';

const reader = { topicId: 'harbour-talks', subscriberId: 'ana' };

describe('openKeyRing', () => {
  it('makes keys that only their owner can read, and reads the same ones again', async () => {
    const path = join(await temporaryFolder(), 'keys.json');
    const rings = await Promise.all([openKeyRing(path), openKeyRing(path)]);
    const again = await openKeyRing(path);
    const tokens = rings.map((ring) => signLink('unsubscribe', reader, ring));
    for (const token of tokens) expect(verifyLink(token, 'unsubscribe', again)).toEqual(reader);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('never repeats a key in a message', async () => {
    const path = join(await temporaryFolder(), 'keys.json');
    await openKeyRing(path);
    const secret = (JSON.parse(await readFile(path, 'utf8')) as { keys: { k1: string } }).keys.k1;
    for (const damaged of [`{"current":"k1","keys":{"k1":"${secret}!"}}`, `{"keys": ${secret}`]) {
      await writeFile(path, damaged);
      const error = await openKeyRing(path).catch((thrown: Error) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).toContain(path);
      expect(String(error)).not.toContain(secret);
    }
  });
});

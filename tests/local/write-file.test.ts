import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DependencyError } from '#lib/dependency-error.ts';
import { replaceFile, writeNewFile } from '#lib/local/write-file.ts';
import { temporaryFolder } from './state-folder.ts';

describe('replaceFile', () => {
  it('writes the file and its folder, and leaves nothing else behind', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a/b/file.json');
    await replaceFile(path, 'one');
    await replaceFile(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(join(folder, 'a/b'))).toEqual(['file.json']);
  });

  it('says which path it cannot write and why', async () => {
    const path = join(await temporaryFolder(), 'taken');
    await mkdir(path);
    const writing = replaceFile(path, 'x');
    await expect(writing).rejects.toBeInstanceOf(DependencyError);
    await expect(writing).rejects.toThrow(`cannot write ${path}: illegal operation on a directory`);
  });

  it('leaves what stood there whole where the disk takes only a part', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'file.json');
    await replaceFile(path, 'whole');
    const script = fileURLToPath(new URL('large-write-child.ts', import.meta.url));
    // A limit on the size of a file cuts a write short as a disk that fills up does.
    const command = `ulimit -f 64; exec "${process.execPath}" --import tsx "${script}" "${path}"`;
    const child = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(child.stdout).toBe(`cannot write ${path}: file too large`);
    expect(await readFile(path, 'utf8')).toBe('whole');
    expect(await readdir(folder)).toEqual(['file.json']);
  });
});

describe('writeNewFile', () => {
  it('lets one of many write, and says so to the others', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'file.json');
    const texts = Array.from({ length: 10 }, (_, i) => `writer ${i}`);
    const written = await Promise.all(texts.map((text) => writeNewFile(path, text)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe(texts[written.indexOf(true)]);
    expect(await readdir(folder)).toEqual(['file.json']);
  });

  it('gives a file the permissions that were asked for', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'keys'));
    const path = join(folder, 'keys/keys.json');
    await writeNewFile(path, '{}', { mode: 0o600 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});

import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, run } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await emptyFolder();
});

const subscribers = (...args: string[]) => run(folder, ['subscribers', ...args]);
const CONSENT = ['--consent-at', '2026-05-12', '--consent-source', 'forms of the fair'];

describe('subscribers', () => {
  it('are added, listed and removed', async () => {
    expect((await subscribers('add', 'ana@example.com', '--name', 'Ana Lima')).code).toBe(0);
    const list = await subscribers('list');
    expect(list.stdout).toMatch(
      /^ana@example\.com {2}active .* Ana Lima\n1 subscriber of us-north-korea\n$/,
    );
    expect((await subscribers('remove', 'ANA@example.com')).code).toBe(0);
    expect((await subscribers('list', '--json')).stdout).toContain('"subscribers": []');
  });

  it('are not added twice, whatever the case', async () => {
    await subscribers('add', 'ana@example.com');
    const { code, stderr } = await subscribers('add', 'Ana@Example.com');
    expect(code).toBe(1);
    expect(stderr).toContain('ana@example.com is on the list of us-north-korea already: active');
  });

  it.each(['ana', 'ana@', 'a b@example.com', 'ana@example.com\r\nBcc: x@example.com'])(
    'are refused with the address %j',
    async (address) => {
      const { code, stderr } = await subscribers('add', address);
      expect(code).toBe(2);
      expect(stderr).toMatch(/address: expected .*, found/);
    },
  );

  it('are imported line by line, past the lines that are wrong', async () => {
    const path = join(folder, 'list.csv');
    await writeFile(
      path,
      '\ufeffName,E-Mail\nAna,ana@example.com\nBo,bo\n\n"Cy, C",cy@example.com\n',
    );
    const { code, stdout, stderr } = await subscribers('import', path, ...CONSENT);
    expect(code).toBe(1);
    expect(stdout).toBe('2 subscribers added, 0 on the list already, 1 refused\n');
    expect(stderr).toMatch(/list\.csv, line 3: address: expected an address with one @/);
    expect((await subscribers('list')).stdout).toContain('Cy, C');
  });

  it('who left are not brought back by an import', async () => {
    const path = join(folder, 'list.csv');
    await writeFile(path, 'address,state\nana@example.com,unsubscribed\nbo@example.com,gone\n');
    const first = await subscribers('import', path, ...CONSENT);
    expect(first.stderr).toMatch(/line 3: state: expected one of "pending"/);
    await writeFile(path, 'ana@example.com\n');
    const { stderr, stdout } = await subscribers('import', path, ...CONSENT);
    expect(stderr).toContain('list.csv, line 1: ana@example.com stays unsubscribed');
    expect(stdout).toBe('0 subscribers added, 1 on the list already\n');
    expect((await subscribers('list', '--only', 'active')).stdout).toContain('0 subscribers');
  });

  it('are not imported without evidence that they agreed', async () => {
    await writeFile(join(folder, 'list.csv'), 'ana@example.com\n');
    const { code, stdout, stderr } = await subscribers('import', 'list.csv');
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('0 subsc') });
    expect(stderr).toContain('list.csv, line 1: consent_at: expected when they agreed');
    expect(stderr).toContain('list.csv, line 1: consent_source: expected how they agreed');
  });

  it('are only looked up with --dry-run', async () => {
    await subscribers('add', 'ana@example.com');
    const list = 'address\nana@example.com\nbo@example.com\nBO@example.com\nbad\n';
    await writeFile(join(folder, 'list.csv'), list);
    const dry = await subscribers('import', 'list.csv', '--dry-run', ...CONSENT);
    expect(dry.stdout).toBe(
      '1 subscriber would be added, 1 on the list already, 1 repeated, 1 refused\n',
    );
    expect(dry.stderr).toContain('list.csv, line 4: BO@example.com stands in a line before');
    expect((await subscribers('list')).stdout).toContain('1 subscriber of');
    const real = await subscribers('import', 'list.csv', '--json', ...CONSENT);
    expect(JSON.parse(real.stdout)).toMatchObject({ added: 1, there: 1, repeated: 1, refused: 1 });
    const again = await subscribers('import', 'list.csv', ...CONSENT);
    expect(again.stdout).toBe(
      '0 subscribers added, 2 on the list already, 1 repeated, 1 refused\n',
    );
  });

  it('are exported to a file that only the owner reads, which imports again', async () => {
    await subscribers('add', 'ana@example.com', '--name', 'Lima, "Ana"', '--consent', 'a form');
    const path = join(folder, 'backup.csv');
    await subscribers('export', path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toBe(
      (await subscribers('export')).stdout.replaceAll('\n', '\r\n'),
    );
    await subscribers('remove', 'ana@example.com');
    await subscribers('import', path);
    const [subscriber] = JSON.parse((await subscribers('list', '--json')).stdout).subscribers;
    expect(subscriber).toMatchObject({ name: 'Lima, "Ana"', consent: { source: 'a form' } });
  });

  it('say so where the file is missing or broken', async () => {
    const missing = await subscribers('import', 'none.csv');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/none\.csv: no such file or directory/);
    await writeFile(join(folder, 'open.csv'), 'address\n"ana@example.com\n');
    const open = await subscribers('import', 'open.csv');
    expect(open.code).toBe(1);
    expect(open.stderr).toMatch(
      /open\.csv, line 2: expected a line of CSV .*found a quote that is not closed/,
    );
  });

  it('cannot be removed where they are not', async () => {
    const { code, stderr } = await subscribers('remove', 'nobody@example.com');
    expect(code).toBe(1);
    expect(stderr).toContain('nobody@example.com is not on the list');
  });
});

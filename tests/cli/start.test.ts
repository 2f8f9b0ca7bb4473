import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '#lib/cli/package-root.ts';
import { emptyFolder, run } from './run.ts';

describe('start --once', () => {
  it('goes the whole way and names the files; again, it sends nothing again', async () => {
    const folder = await emptyFolder();
    const first = await run(folder, ['start', '--once', '--json']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const data = JSON.parse(first.stdout);
    expect(data).toMatchObject({
      outcome: 'frozen',
      deliveries: { sent: 1 },
      corpus: { read: 12 },
    });
    expect(await readFile(data.files.html, 'utf8')).toContain('</html>');
    expect(await readFile(data.files.text, 'utf8')).not.toContain('parley.invalid');
    const mail = await readFile(data.files.mails[0], 'utf8');
    expect(mail).toMatch(/^To: .*<reader@example\.com>\r$/m);
    expect(mail).toMatch(/^List-Unsubscribe: <http:\/\/127\.0\.0\.1:4600\/unsubscribe\//m);

    const second = await run(folder, ['start', '--once']);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('composed before, and kept');
    expect(second.stdout).toContain(
      'nothing to send: the delivery of us-north-korea 2026-11-16 is settled',
    );
    expect(second.stdout).toContain(data.files.mails[0]);
  });

  it('composes from the articles that are in the store', async () => {
    const folder = await emptyFolder();
    const samples = join(packageRoot(), 'lib/local/sample-articles');
    const own = [
      'koreaherald-2020-07-02-trump-kim-summit-unlikely-before-us',
      'joongangdaily-2025-10-22-expert-skeptical-about-possibility-trump-kim',
    ];
    await run(folder, ['ingest', ...own.map((id) => join(samples, `${id}.json`))]);
    const { stdout } = await run(folder, ['start', '--once', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ corpus: { read: 0, standing: 2 } });
  });
});

describe('start', () => {
  it('serves editions, inbox and public pages until it is stopped', async () => {
    const folder = await emptyFolder();
    let stop = () => {};
    let url = '';
    let printed = () => {};
    const isPrinted = new Promise<void>((resolve) => (printed = resolve));
    const running = run(folder, ['start', '--port', '0'], {
      stdout: {
        write(text) {
          url = /(http:\/\/127\.0\.0\.1:\d+)\/$/m.exec(text)?.[1] ?? url;
          if (text.includes('Ctrl-C')) printed();
        },
      },
      interrupted: () => new Promise((resolve) => (stop = resolve)),
    });
    await isPrinted;
    const page = async (path: string) => (await fetch(url + path)).text();
    expect(await page('/studio')).toContain('us-north-korea.2026-11-16');
    expect(await page('/')).toContain('/editions/us-north-korea/2026-11-16');
    const inbox = await page('/studio/inbox');
    expect(inbox).toContain('reader@example.com');
    const mail = await page(`${/href="(\/studio\/inbox\/[^"]+)"/.exec(inbox)?.[1]}/html`);
    // The links in the mail lead to the pages that are served.
    const unsubscribe = new RegExp(`${url}/unsubscribe/[^"]+`).exec(mail)?.[0] ?? '';
    expect((await fetch(unsubscribe)).status).toBe(200);
    stop();
    expect((await running).code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('refuses a port that is none', async () => {
    const { code, stderr } = await run('/', ['start', '--port', 'http']);
    expect(code).toBe(2);
    expect(stderr).toContain('Expected a port number');
  });
});

/** The program as a person runs it: one file, another current folder. */
describe.skipIf(!existsSync(join(packageRoot(), 'dist/parley.js')))('the bundle', () => {
  const bundle = join(packageRoot(), 'dist/parley.js');
  const exec = promisify(execFile);

  it('finds its sample articles, topics and brand from anywhere', async () => {
    const folder = await emptyFolder();
    const { stdout, stderr } = await exec('node', [bundle, 'start', '--once'], { cwd: folder });
    expect(stderr).toBe('');
    expect(stdout).toContain('12 of the sample corpus');
    expect(existsSync(join(folder, '.parley/keys.json'))).toBe(true);
  });

  it('ends with 2 on wrong usage', async () => {
    await expect(exec('node', [bundle, 'sned'])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean send?'),
    });
  });
});

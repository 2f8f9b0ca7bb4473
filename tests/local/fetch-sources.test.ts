import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { formatFault, type Fault } from '#lib/fault.ts';
import { fetchPage } from '#lib/local/fetch-page.ts';
import { fetchSources } from '#lib/local/fetch-sources.ts';
import { filesOfFolder } from '#lib/local/files-of-folder.ts';
import { collect } from '../contract/sample-data.ts';
import { closedPort } from './closed-port.ts';
import { temporaryFolder } from './state-folder.ts';

/** What the sources hold, as text, and the faults as lines. */
async function fetchAll(names: string[], stdin = '') {
  const faults: Fault[] = [];
  const context = {
    stdin: Readable.from([Buffer.from(stdin)]),
    onFault: (fault: Fault) => void faults.push(fault),
  };
  const sources = await collect(fetchSources(names, context));
  const texts = sources.map(({ source, bytes }) => [source, new TextDecoder().decode(bytes)]);
  return { sources, texts, faults: faults.map(formatFault) };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('fetchSources', () => {
  it('reads a file, the files of a folder and of those in it in order, and standard input', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'b.txt'), 'B');
    await writeFile(join(folder, 'a.html'), 'A');
    await writeFile(join(folder, '.hidden'), 'H');
    await mkdir(join(folder, 'c', 'inner'), { recursive: true });
    await writeFile(join(folder, 'c', 'inner', 'd.json'), 'D');
    await symlink(folder, join(folder, 'link'));
    const { texts, faults } = await fetchAll([join(folder, 'b.txt'), folder, '-'], 'piped');
    expect(texts).toEqual([
      [join(folder, 'b.txt'), 'B'],
      [join(folder, 'a.html'), 'A'],
      [join(folder, 'b.txt'), 'B'],
      [join(folder, 'c', 'inner', 'd.json'), 'D'],
      ['standard input', 'piped'],
    ]);
    expect(faults).toEqual([]);
  });

  it('names what is missing and goes on with the rest', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'here.txt');
    await writeFile(file, 'here');
    const { texts, faults } = await fetchAll([join(folder, 'gone.txt'), file]);
    expect(texts).toEqual([[file, 'here']]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      /gone\.txt: expected a readable file .*, found no such file or directory/,
    );
  });

  it('says that a folder holds no files', async () => {
    const folder = await temporaryFolder();
    const { faults } = await fetchAll([folder]);
    expect(faults).toEqual([
      `${folder}: expected article files (.html, .txt, .xml, .json and the like), found none`,
    ]);
  });

  it('reads no folder that holds more than the limit', async () => {
    const folder = await temporaryFolder();
    for (const name of ['a', 'b', 'c']) await writeFile(join(folder, name), name);
    await expect(filesOfFolder(folder, 2)).rejects.toThrow('more than 2 files');
    expect(await filesOfFolder(folder, 3)).toHaveLength(3);
  });

  it('says which addresses it reads', async () => {
    const { faults } = await fetchAll(['ftp://river.example.com/a']);
    expect(faults[0]).toContain('expected a file, or an http or https address');
  });

  it('follows a redirect and passes on address and content type', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=koi8-r' }).end('page');
    });
    const { sources } = await fetchAll([`${base}/old`]);
    expect(sources).toMatchObject([
      { source: `${base}/old`, url: `${base}/new`, contentType: 'text/html; charset=koi8-r' },
    ]);
  });

  it.each([
    ['an endless redirect', { status: 302, location: '/again' }, 'more than 5 redirects'],
    ['a redirect to a file', { status: 302, location: 'file:///etc/hosts' }, 'something else than'],
    ['an error', { status: 503, location: '' }, ', found the server answered 503'],
  ])('refuses %s', async (_name, { status, location }, found) => {
    const base = await serve((_request, response) => {
      response.writeHead(status, location === '' ? {} : { location }).end('sorry');
    });
    const { sources, faults } = await fetchAll([base]);
    expect(sources).toEqual([]);
    expect(faults[0]).toContain(found);
  });

  it('gives up a page that is larger than the limit, without reading it to its end', async () => {
    const base = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(1_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    await expect(fetchPage(base, 20_000)).rejects.toThrow('more than 20000 bytes');
  });

  it('says why a server cannot be reached', async () => {
    const address = `http://127.0.0.1:${await closedPort()}/`;
    const { faults } = await fetchAll([address]);
    expect(faults[0]).toMatch(/^http:.*: expected a page .*, found connection refused$/);
  });
});

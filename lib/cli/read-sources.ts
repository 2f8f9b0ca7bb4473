import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ArticleSource } from '#lib/article/article-source.ts';
import { JSON_MAX_BYTES } from '#lib/article/limits.ts';
import { reasonOf } from '#lib/dependency-error.ts';
import type { Parsed } from '#lib/fault.ts';
import type { Terminal } from './terminal.ts';

/** The name under which `-`, standard input, appears in messages. */
const STDIN_NAME = 'standard input';
const WEB_ADDRESS = /^https?:\/\//i;
/** Files of a folder that are taken for articles. */
const ARTICLE_FILE = /\.(html?|xhtml|txt|json|xml|rss|atom)$/i;

/** Fetches a web address with limits of size and time. */
export type FetchSource = (address: string) => Promise<Parsed<ArticleSource>>;

/**
 * Reads what the sources of a command line name: files, folders (their article files, not those of
 * folders inside), web addresses, and `-` for standard input. One that cannot be read comes as a
 * fault; the rest goes on. Reads one at a time, so that a thousand pages need the memory of one.
 */
export async function* readSources(
  names: readonly string[],
  terminal: Pick<Terminal, 'cwd' | 'stdin'>,
  fetchSource: FetchSource,
): AsyncGenerator<Parsed<ArticleSource>> {
  for (const name of names) {
    if (name === '-') yield await readStdin(terminal.stdin);
    else if (WEB_ADDRESS.test(name)) yield await fetchSource(name);
    else yield* readPath(name, terminal.cwd);
  }
}

async function* readPath(name: string, cwd: string): AsyncGenerator<Parsed<ArticleSource>> {
  const path = resolve(cwd, name);
  try {
    if (!(await stat(path)).isDirectory()) {
      yield await readOneFile(path, name);
      return;
    }
    const files = (await readdir(path)).filter((file) => ARTICLE_FILE.test(file)).sort();
    if (files.length === 0) yield unreadable(name, 'a folder with articles', 'none in it');
    for (const file of files) yield await readOneFile(join(path, file), join(name, file));
  } catch (error) {
    yield unreadable(name, 'a file, folder or web address that can be read', reasonOf(error));
  }
}

async function readOneFile(path: string, source: string): Promise<Parsed<ArticleSource>> {
  try {
    const { size } = await stat(path);
    if (size > JSON_MAX_BYTES) return tooLarge(source, size);
    return { ok: true, value: { source, bytes: await readFile(path) } };
  } catch (error) {
    return unreadable(source, 'a file that can be read', reasonOf(error));
  }
}

async function readStdin(stdin: Terminal['stdin']): Promise<Parsed<ArticleSource>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > JSON_MAX_BYTES) return tooLarge(STDIN_NAME, size);
    chunks.push(bytes);
  }
  return { ok: true, value: { source: STDIN_NAME, bytes: Buffer.concat(chunks) } };
}

function tooLarge(source: string, size: number): Parsed<never> {
  return unreadable(source, `at most ${JSON_MAX_BYTES} bytes`, `${size} bytes or more`);
}

function unreadable(source: string, expected: string, found: string): Parsed<never> {
  return { ok: false, faults: [{ source, field: '', expected, found }] };
}

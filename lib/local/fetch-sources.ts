import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ArticleSource } from '#lib/article/article-source.ts';
import { JSON_MAX_BYTES } from '#lib/article/limits.ts';
import { reasonOf } from '#lib/dependency-error.ts';
import type { Fault } from '#lib/fault.ts';
import { FETCH_TIMEOUT_MS, fetchPage } from './fetch-page.ts';
import { filesOfFolder } from './files-of-folder.ts';
import { readLimited } from './read-limited.ts';

/** Bytes of one source; what it holds has limits of its own. */
const SOURCE_MAX_BYTES = JSON_MAX_BYTES;

export interface FetchContext {
  /** What `-` reads. */
  stdin: AsyncIterable<Uint8Array>;
  /** Told of each source that cannot be read; the others go on. */
  onFault: (fault: Fault) => void;
}

/**
 * Reads what a person names as sources: a file, every file of a folder and of the folders in it
 * (`filesOfFolder`), `-` for standard input, or an http(s) address.
 */
export async function* fetchSources(
  names: readonly string[],
  context: FetchContext,
): AsyncGenerator<ArticleSource> {
  for (const name of names) {
    for (const source of await expand(name, context)) {
      const fetched = await tryOr(() => fetchSource(source, context), source, context);
      if (fetched !== null) yield fetched;
    }
  }
}

/** A folder stands for its files; one without any is a fault. */
async function expand(name: string, context: FetchContext): Promise<string[]> {
  if (name === '-' || isAddress(name)) return [name];
  const list = async () => ((await stat(name)).isDirectory() ? filesOfFolder(name) : [name]);
  const files = await tryOr(list, name, context);
  if (files?.length === 0) {
    const expected = 'article files (.html, .txt, .xml, .json and the like)';
    context.onFault({ source: name, field: '', expected, found: 'none' });
  }
  return files ?? [];
}

function fetchSource(source: string, { stdin }: FetchContext): Promise<ArticleSource> {
  if (isAddress(source)) return fetchPage(source, SOURCE_MAX_BYTES);
  return source === '-' ? read('standard input', stdin) : readFile(source);
}

/** Not a pipe or a device, which may never end. */
async function readFile(path: string): Promise<ArticleSource> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('neither a file nor a folder; pipe it into - instead');
  return read(path, createReadStream(path) as AsyncIterable<Buffer>);
}

async function read(source: string, chunks: AsyncIterable<Uint8Array>): Promise<ArticleSource> {
  return { source, bytes: await readLimited(chunks, SOURCE_MAX_BYTES) };
}

const isAddress = (name: string) => /^https?:\/\//i.test(name);
const isOtherAddress = (name: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(name) && !isAddress(name);

/** The result, or null after telling of the fault. */
async function tryOr<T>(
  work: () => Promise<T>,
  source: string,
  { onFault }: FetchContext,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    onFault({ source, field: '', expected: expectationFor(source), found: whyNot(error) });
    return null;
  }
}

function expectationFor(source: string): string {
  if (isOtherAddress(source)) return 'a file, or an http or https address';
  const size = `of at most ${SOURCE_MAX_BYTES / 1e6} MB`;
  return isAddress(source)
    ? `a page ${size}`
    : `a readable file ${size}, a folder, or - for standard input`;
}

/**
 * The reason, without the name of the error's class. `fetch` hides it in a cause ("fetch failed":
 * connect ECONNREFUSED).
 */
function whyNot(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${FETCH_TIMEOUT_MS / 1000} seconds`;
  const isWrapped = error instanceof TypeError && error.cause !== undefined;
  return reasonOf(isWrapped ? error.cause : error).replace(/^\w*Error: /, '');
}

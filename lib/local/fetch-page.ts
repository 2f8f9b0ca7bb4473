import type { ArticleSource } from '#lib/article/article-source.ts';
import { readLimited } from './read-limited.ts';

/** How long a page may take, redirects and all. */
export const FETCH_TIMEOUT_MS = 30_000;
const REDIRECTS_MAX = 5;

/** Some outlets answer nobody who does not name a browser; this names both, truthfully. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; Parley)',
  accept:
    'text/html,application/xhtml+xml,application/feed+json,application/rss+xml,application/atom+xml,application/json,text/plain;q=0.9,*/*;q=0.5',
};

/** A page that did not come. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

/**
 * Fetches one http(s) address: a few redirects, to http(s) only, and no more than `maxBytes`
 * (counted after decompression).
 * @throws FetchError, TooLargeError, or what `fetch` throws
 */
export async function fetchPage(address: string, maxBytes: number): Promise<ArticleSource> {
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  let url = address;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
    const response = await fetch(url, { headers: HEADERS, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (location === null || response.status < 300 || response.status > 399)
      return toSource(response, address, url, maxBytes);
    await response.body?.cancel();
    url = target(location, url);
  }
  throw new FetchError(`more than ${REDIRECTS_MAX} redirects`);
}

async function toSource(
  response: Response,
  source: string,
  url: string,
  maxBytes: number,
): Promise<ArticleSource> {
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new FetchError(`the server answered ${response.status} ${response.statusText}`.trim());
  }
  const bytes = await readLimited(response.body, maxBytes);
  return { source, bytes, contentType: response.headers.get('content-type'), url };
}

function target(location: string, from: string): string {
  const url = URL.canParse(location, from) ? new URL(location, from) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new FetchError('a redirect to something else than an http or https address');
  return url.href;
}

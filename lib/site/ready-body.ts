import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** A body that many readers get: made once, with its tag, and compressed. */
export interface ReadyBody {
  type: string;
  plain: string;
  gzip: Uint8Array<ArrayBuffer>;
  /** Weak, as it is that of both forms. RFC 9110, 8.8.1. */
  etag: string;
}

/** @param type media type, without charset: it is UTF-8 */
export function readyBody(plain: string, type: string): ReadyBody {
  const digest = createHash('sha256').update(plain).digest('base64url');
  return { type, plain, gzip: new Uint8Array(gzipSync(plain)), etag: `W/"${digest.slice(0, 22)}"` };
}

/** Answers with it, in the form that the reader takes, or that it has not changed. */
export function sendReady(
  context: Context,
  { type, plain, gzip, etag }: ReadyBody,
  headers: Record<string, string>,
): Response {
  const own = { ...headers, etag, vary: 'Accept-Encoding' };
  if (isKnown(etag, context.req.header('if-none-match'))) return context.body(null, 304, own);
  const typed = { ...own, 'content-type': `${type}; charset=utf-8` };
  const supports = ['gzip', 'identity'];
  const form = accepts(context, { header: 'Accept-Encoding', supports, default: 'identity' });
  if (form === 'identity') return context.body(plain, 200, typed);
  return context.body(gzip, 200, { ...typed, 'content-encoding': 'gzip' });
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly, or "*". */
function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''));
}

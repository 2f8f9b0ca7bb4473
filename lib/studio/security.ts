import type { MiddlewareHandler } from 'hono';
import type { FrameState } from './frame-html.ts';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Answers only requests that name the loopback host. Against DNS rebinding: a foreign web page whose
 * name is made to point at 127.0.0.1 could otherwise read the inbox through the visitor's browser.
 */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  if (!LOOPBACK_HOST.test(host)) return context.text('This page answers on 127.0.0.1 only.', 421);
  return next();
};

/** Headers of the studio's own pages: one style sheet, one script, same-origin frames and forms. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/**
 * What a mail in a frame may do: its links open in new windows, which are free of the sandbox. It is of
 * the studio's origin so that the studio's script can put a new version in its place without losing
 * where it is scrolled to; it may run no script and send no form, so that it gains nothing by that.
 */
export const FRAME_SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** Headers of an e-mail shown as a page, framed by the studio only; the policy takes images or styles away. */
export function framedHeaders({ images, css }: Pick<FrameState, 'images' | 'css'>) {
  const policy = [
    `sandbox ${FRAME_SANDBOX}`,
    "default-src 'none'",
    `style-src ${css ? "'unsafe-inline'" : "'none'"}`,
    `img-src ${images ? 'https: data:' : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ];
  return { ...PAGE_HEADERS, 'content-security-policy': policy.join('; ') };
}

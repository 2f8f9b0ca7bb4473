import type { MiddlewareHandler } from 'hono';

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

/** Headers of the studio's own pages: one style sheet and same-origin frames, no script at all. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/**
 * Headers of an e-mail shown as a page: an origin of its own, no script, no form, framed by the
 * studio only. Links open in new windows, which are free of the sandbox.
 */
export const FRAMED_HEADERS = {
  ...PAGE_HEADERS,
  'content-security-policy':
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; form-action 'none'; frame-ancestors 'self'",
} as const;

/** `sandbox` attribute of the frame; the same freedoms as the header, should either be missing. */
export const FRAME_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';

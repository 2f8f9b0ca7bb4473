import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { siteApp } from '#lib/site/site-app.ts';
import { styleSheet } from '#lib/site/style-sheet.ts';
import { signLink } from '#lib/subscription/signed-link.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import {
  NOW,
  READER,
  SITE,
  readersInMemory,
  shippedBrand,
  someKeys,
  testSite,
} from './site-fixture.ts';

const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });

describe('every page', () => {
  const site = testSite();
  const pages: [path: string, status: number][] = [
    ['/', 200],
    ['/editions', 200],
    ['/editions/us-north-korea', 200],
    ['/unsubscribe', 200],
    ['/unsubscribe/forged', 400],
    ['/nowhere', 404],
    [`/unsubscribe/${signLink('unsubscribe', READER, site.keys)}`, 200],
    [`/undo-unsubscribe/${signLink('undo-unsubscribe', READER, site.keys)}`, 200],
  ];
  const paths = pages.map(([path]) => path);

  it.each(pages)('is valid and accessible HTML: %s (%i)', async (path, status) => {
    const response = await site.app.request(path);
    expect(response.status).toBe(status);
    const body = await response.text();
    const report = await validator.validateString(body);
    expect(report.results.flatMap(({ messages }) => messages.map((m) => m.message))).toEqual([]);
    expect(body).toContain('<html lang="en" dir="ltr">');
  });

  it.each(paths)('forbids scripts, frames and foreign content: %s', async (path) => {
    const { headers } = await site.app.request(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('a method that an address does not take', () => {
  const site = testSite();
  const token = signLink('unsubscribe', READER, site.keys);

  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/editions', 'GET, HEAD'],
    ['POST', '/editions/us-north-korea/2026-11-16', 'GET, HEAD'],
    ['PUT', '/atom.xml', 'GET, HEAD'],
    ['PUT', `/unsubscribe/${token}`, 'GET, HEAD, POST'],
    ['DELETE', `/unsubscribe/${token}`, 'GET, HEAD, POST'],
  ])('is refused with those that it takes: %s %s', async (method, path, allowed) => {
    const response = await site.app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allowed);
    expect(await response.text()).toContain('That cannot be done here');
    expect(site.writes).toBe(0);
  });

  it('is no matter where there is no such address', async () => {
    expect((await site.app.request('/nowhere', { method: 'POST' })).status).toBe(404);
  });
});

describe('a request that fails', () => {
  it('is reported, and the reader is told in plain words and nothing more', async () => {
    const reported: Error[] = [];
    const keys = someKeys();
    const nothing = async function* () {};
    const broken = () => Promise.reject(new Error('table parley-subscribers is gone'));
    const app = siteApp({
      editions: { get: broken, slots: nothing },
      ledger: {
        ...{ head: broken, groups: nothing },
        ...{ begin: broken, changeState: broken, repin: broken },
      },
      ...readersInMemory(),
      subscribers: Object.assign(new SubscribersInMemory(), { get: broken, setState: broken }),
      keys,
      brand: shippedBrand(),
      topics: [],
      siteUrl: () => SITE,
      now: () => NOW,
      reportFailure: (error) => reported.push(error),
    });
    const token = signLink('unsubscribe', READER, keys);
    const response = await app.request(`/unsubscribe/${token}`, { method: 'POST' });
    expect(response.status).toBe(500);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toContain('parley-subscribers');
    expect(reported.map(({ message }) => message)).toEqual(['table parley-subscribers is gone']);
  });
});

describe('the style sheet', () => {
  const { light, dark } = shippedBrand();

  it.each([
    ['light', light],
    ['dark', dark],
  ])('keeps text at a contrast of 4.5:1 in the %s scheme (WCAG AA)', (_name, colours) => {
    for (const text of ['ink', 'muted', 'now'] as const)
      expect(contrast(colours[text], colours.paper), text).toBeGreaterThanOrEqual(4.5);
  });

  it('has the colours of the mails', () => {
    expect(styleSheet(shippedBrand())).toContain(`--paper: ${light.paper}; --ink: ${light.ink}`);
  });

  it('is served as CSS', async () => {
    const response = await testSite().app.request('/site.css');
    expect(response.headers.get('content-type')).toContain('text/css');
  });
});

/** Contrast ratio of two colours, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

import { describe, expect, it } from 'vitest';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { EDITION, testSite } from './site-fixture.ts';

describe('an edition in the browser', () => {
  it('is the frozen one without what belongs to one reader', async () => {
    const response = await testSite().app.request(`/editions/${EDITION.id}`);
    const body = await response.text();
    expect(response.status).toBe(200);
    expect(body).toContain('<p style="color:red">Briefing</p>');
    for (const token of Object.values(PLACEHOLDERS)) expect(body).not.toContain(token);
    expect(body).toContain('<a href="/unsubscribe">Leave</a>');
  });

  it('may run no script, load nothing and be framed by nobody', async () => {
    const { headers } = await testSite().app.request(`/editions/${EDITION.id}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['us-north-korea.2026-11-17', 'nonsense', '..%2F..%2Fetc', '%00', 'a.2026-11-16%2Fb'])(
    'is a 404 in plain words for %s',
    async (id) => {
      const response = await testSite().app.request(`/editions/${id}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('There is no such page');
    },
  );
});

describe('the list of editions', () => {
  it('links each edition and escapes its subject', async () => {
    const body = await (await testSite().app.request('/editions')).text();
    expect(body).toContain(`<a href="/editions/${EDITION.id}">Talks &lt;then&gt; &amp; now</a>`);
  });
});

import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EditionHead } from '#lib/delivery/edition-head.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { addApprovalRoutes } from '#lib/site/approval-routes.ts';
import { detectLanguage } from '#lib/site/page-language.ts';
import { showAs } from '#lib/site/show-page.ts';
import { signTimedLink } from '#lib/subscription/timed-link.ts';
import { ledgerInMemory } from '../delivery/ledger-in-memory.ts';
import { EDITION, NOW, shippedBrand, someKeys } from './site-fixture.ts';

const START_BY = new Date(NOW.getTime() + 3_600_000);
const keys = someKeys();
const token = (binding = EDITION.contentHash, id = EDITION.slot) =>
  signTimedLink(
    'approve',
    { topicId: EDITION.topicId, id },
    { expiresAt: START_BY, binding },
    keys,
  );

let app: Hono;
let ledger: ReturnType<typeof ledgerInMemory>;
let standing: Edition | null;
let now: Date;
let approved: string[];

beforeEach(async () => {
  ledger = ledgerInMemory();
  standing = EDITION;
  now = NOW;
  approved = [];
  app = new Hono();
  app.use(detectLanguage());
  const show = showAs(shippedBrand(), () => 'https://news.example');
  const editions = { get: async () => standing };
  const onApproved = ({ id }: Edition) => void approved.push(id);
  addApprovalRoutes(app, { editions, ledger, keys, onApproved, now: () => now }, show);
  const at = NOW.toISOString();
  const head: EditionHead = {
    ...{ editionId: EDITION.id, contentHash: EDITION.contentHash, begunAt: at, since: at },
    ...{ state: 'planned', by: 'compose', reason: null, startBy: START_BY.toISOString() },
  };
  await ledger.begin(head);
});

const state = async () => (await ledger.head(EDITION.id))?.state;
const get = (path: string) => app.request(path);
const press = (path: string) => app.request(path, { method: 'POST' });
const textOf = async (response: Response) => (await response.text()).replace(/\s+/g, ' ');

describe('the link of an approval mail', () => {
  it('shows what waits, with one button, and changes nothing', async () => {
    const response = await get(`/approve/${token()}`);
    const page = await textOf(response);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('Talks &lt;then&gt; &amp; now');
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).toContain(`method="post" action="/approve/${token()}"`);
    expect(await state()).toBe('planned');
  });

  it('shows the mail as it will come, without anybody’s links', async () => {
    const response = await get(`/approve/${token()}/edition`);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('Briefing');
    expect(page).not.toContain('parley.invalid');
  });

  it('begins the sending when the button is pressed, once', async () => {
    const response = await press(`/approve/${token()}`);
    expect(response.status).toBe(200);
    expect(await textOf(response)).toContain('parley pause 2026-11-16 --topic us-north-korea');
    expect(await ledger.head(EDITION.id)).toMatchObject({ state: 'sending', by: 'approval link' });
    const again = await press(`/approve/${token()}`);
    expect(again.status).toBe(409);
    expect(await textOf(again)).toContain('It is approved already');
    expect(await textOf(await get(`/approve/${token()}`))).not.toContain('<button');
    expect(approved).toEqual([EDITION.id]);
  });

  it('speaks the reader’s language, and keeps to it', async () => {
    const page = await textOf(await get(`/approve/${token()}?lang=ko`));
    expect(page).toContain('이 호를 승인할까요?');
    expect(page).toContain(`action="/approve/${token()}?lang=ko"`);
  });

  it.each(['', '/edition'])('is void once the edition was composed again (%s)', async (below) => {
    standing = { ...EDITION, contentHash: '1'.repeat(64) };
    const response = await get(`/approve/${token()}${below}`);
    expect(response.status).toBe(410);
    expect(await textOf(response)).toContain('parley status 2026-11-16 --topic us-north-korea');
    expect((await press(`/approve/${token()}`)).status).toBe(410);
    expect(await state()).toBe('planned');
  });

  it('is void where the record is of other content, or the edition is gone', async () => {
    await ledger.repin(EDITION.id, EDITION.contentHash, '1'.repeat(64));
    expect((await press(`/approve/${token()}`)).status).toBe(410);
    standing = null;
    expect((await press(`/approve/${token()}`)).status).toBe(410);
    expect(await state()).toBe('planned');
  });

  it('is too late once the sending may not begin any more', async () => {
    now = START_BY;
    const response = await press(`/approve/${token()}`);
    expect(response.status).toBe(410);
    expect(await textOf(response)).toContain(
      'parley approve 2026-11-16 --topic us-north-korea --late',
    );
    expect(await state()).toBe('planned');
  });

  it('says that the edition is cancelled', async () => {
    const cancel = { to: 'cancelled', by: 'ana', at: NOW.toISOString(), reason: null } as const;
    await ledger.changeState(EDITION.id, cancel, ['planned']);
    expect(await textOf(await press(`/approve/${token()}`))).toContain('It is cancelled');
    expect(await state()).toBe('cancelled');
  });

  it.each([
    'x',
    'k1.a.b.c.d',
    token().replace('k1.', 'k2.'),
    token().replace('2026-11-16', '2026-11-23'),
  ])('is refused where it is damaged or made up: %s', async (made) => {
    expect((await get(`/approve/${made}`)).status).toBe(400);
    expect((await press(`/approve/${made}`)).status).toBe(400);
    expect(await state()).toBe('planned');
  });
});

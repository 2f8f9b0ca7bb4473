import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { loadBrand } from '#lib/cli/load-brand.ts';
import type { Delivery } from '#lib/delivery/delivery.ts';
import { editionId, type Edition, type Slot } from '#lib/edition/edition.ts';
import { Outbox } from '#lib/local/outbox.ts';
import { checkMail } from '#lib/studio/checks/check-mail.ts';
import { templateCompiler } from '#lib/studio/compile-templates.ts';
import type { StudioDeps } from '#lib/studio/studio-app.ts';
import { openWorkshop, type Workshop } from '#lib/studio/workshop.ts';
import { templates } from '#templates';
import type { OutgoingMail } from '#lib/delivery/mailer.ts';

/** An edition with all fields, some of them given. */
export function inventedEdition(given: Partial<Edition> = {}): Edition {
  return {
    schemaVersion: 1,
    id: 'river-talks.2026-11-16',
    topicId: 'river-talks',
    topicTitle: 'River talks',
    slot: '2026-11-16',
    composedAt: '2026-11-16T07:00:00.000Z',
    language: 'en',
    subject: 'The ferry runs again',
    preheader: 'Two banks that did not speak now share a timetable.',
    html: '<!doctype html><html><head><title>x</title></head><body><p>The ferry runs.</p></body></html>',
    text: 'The ferry runs.\n',
    contentHash: 'ab'.repeat(32),
    record: {
      articles: [{ id: 'ferry-2020', hash: 'cd'.repeat(32), era: 'then' }],
      quarantined: [{ source: 'bad.json', field: 'headline', expected: 'a headline' }],
      outsideEras: ['ferry-2013'],
      dropped: [{ line: 'A line', reason: 'its number is not in its evidence' }],
      evidence: { then: 4, now: 5 },
      noChange: false,
    },
    ...given,
  };
}

export const inventedMail = [
  'From: Parley <parley@example.com>',
  'To: Ana Lima <ana@example.com>',
  'Subject: The ferry runs again',
  'Date: Mon, 16 Nov 2026 07:00:00 +0000',
  'X-Note: <b>bold</b>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="cut"',
  '',
  '--cut',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The ferry runs & sails.',
  '--cut',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head></head><body><p>The <b>ferry</b> runs.</p><script>alert(1)</script></body></html>',
  '--cut--',
  '',
].join('\r\n');

/** The studio's stores with these editions, and an outbox folder with one mail in it. */
export async function inventedDeps(
  editions: Edition[],
): Promise<StudioDeps & { folder: string; sent: OutgoingMail[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-studio-'));
  const outboxFolder = join(folder, 'outbox');
  await mkdir(outboxFolder);
  await writeFile(join(outboxFolder, 'one.eml'), inventedMail);
  await writeFile(join(folder, 'secret.eml'), 'Subject: secret\r\n\r\nsecret');
  const outbox = new Outbox(outboxFolder);
  const sent: OutgoingMail[] = [];
  return {
    folder,
    sent,
    outbox,
    editions: storeOf(editions),
    ledger: { list: () => deliveries() },
    workshop: await inventedWorkshop(folder),
    office: {
      destination: 'the inbox',
      compose: ({ subject }, to) => {
        const raw = Buffer.from(inventedMail.replace('The ferry runs again', subject));
        const ids = { editionId: 'test', deliveryId: `test.${sent.length}` };
        return Promise.resolve({ ok: true, value: { from: 'a@example.com', to, raw, ...ids } });
      },
      send: (mail) => {
        sent.push(mail);
        return outbox.send(mail);
      },
    },
    check: checkMail,
    script: '// the script',
    now: () => new Date('2026-11-16T07:00:00Z'),
    isComposing: () => false,
    reportFailure: () => undefined,
    site: new Hono().get('/unsubscribe', (context) => context.text('a public page')),
  };
}

/** The project's own templates in a folder that a test may change. */
async function inventedWorkshop(folder: string): Promise<Workshop> {
  const copy = join(folder, 'templates');
  await cp('templates', copy, { recursive: true });
  const compile = templateCompiler(copy);
  return openWorkshop({ folder: copy, compile, templates, brand: await loadBrand() });
}

function storeOf(editions: Edition[]): StudioDeps['editions'] {
  return {
    get: (slot: Slot) => Promise.resolve(editions.find(({ id }) => id === editionId(slot)) ?? null),
    list: () => Promise.resolve({ editions, faults: [] }),
  };
}

async function* deliveries(): AsyncGenerator<Delivery> {
  for (const state of ['sent', 'sent', 'claimed'] as const)
    yield {
      editionId: 'river-talks.2026-11-16',
      subscriberId: 'x',
      state,
      since: '2026-11-16T07:00:00.000Z',
      round: 1,
      messageId: null,
      reason: null,
      reopenedAt: null,
    };
}

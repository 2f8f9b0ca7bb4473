import { Hono, type Context } from 'hono';
import type { Brand } from '#lib/briefing/brand.ts';
import { personalise } from '#lib/briefing/placeholders.ts';
import { countDeliveries } from '#lib/delivery/count-deliveries.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { slotOf, type Edition, type EditionStore } from '#lib/edition/edition.ts';
import { editionPage, editionsPage } from './edition-pages.ts';
import { listInbox, readMail, type MailFolder } from './inbox.ts';
import { inboxPage, mailPage } from './inbox-pages.ts';
import { failedPage, notFoundPage, type Markup } from './layout.ts';
import { FRAMED_HEADERS, loopbackOnly, PAGE_HEADERS } from './security.ts';
import { styleSheet } from './style-sheet.ts';

/** What the studio shows. */
export interface StudioDeps {
  editions: EditionStore;
  ledger: Pick<Ledger, 'list'>;
  outbox: MailFolder;
  /** Whose colours the pages have. */
  brand: Brand;
  /** The public pages, so that the links of local mails lead somewhere. */
  site: Hono;
  /** Told of a page that failed. */
  reportFailure: (error: Error) => void;
}

/**
 * The local web pages: editions, inbox, and the public pages beside them. They read only; what
 * changes anything is on the public pages.
 */
export function studioApp(deps: StudioDeps): Hono {
  const app = new Hono();
  const css = styleSheet(deps.brand);
  app.use(loopbackOnly);
  app.get('/studio/style.css', (context) =>
    context.body(css, 200, { ...PAGE_HEADERS, 'content-type': 'text/css; charset=utf-8' }),
  );
  addEditionRoutes(app, deps);
  addInboxRoutes(app, deps.outbox);
  app.onError((error, context) => {
    deps.reportFailure(error);
    return context.html(failedPage(error.message), 500, PAGE_HEADERS);
  });
  app.get('/studio/*', (context) => notFound(context, 'The studio has no such page.'));
  app.route('/', deps.site);
  return app;
}

function addEditionRoutes(app: Hono, { editions, ledger }: StudioDeps): void {
  const find = async (id: string): Promise<Edition | null> => {
    const slot = slotOf(id);
    return slot === null ? null : editions.get(slot);
  };
  app.get('/', async (context) => {
    const listed = await editions.list();
    const withCounts = listed.editions.map(async (edition) => ({
      edition,
      sent: await countDeliveries(ledger.list(edition.id), new Date()),
    }));
    return page(context, editionsPage(await Promise.all(withCounts), listed.faults));
  });
  app.get('/studio/editions/:id', async (context) => {
    const edition = await find(context.req.param('id'));
    if (edition === null) return notFound(context, 'There is no edition of that id.');
    const sent = await countDeliveries(ledger.list(edition.id), new Date());
    return page(context, editionPage(edition, sent, context.req.query('view')));
  });
  app.get('/studio/editions/:id/html', async (context) => {
    const edition = await find(context.req.param('id'));
    if (edition === null) return notFound(context, 'There is no edition of that id.');
    const links = { viewUrl: `/editions/${edition.id}`, unsubscribeUrl: '/unsubscribe' };
    return framed(context, personalise(edition.html, links));
  });
}

function addInboxRoutes(app: Hono, outbox: MailFolder): void {
  app.get('/studio/inbox', async (context) => page(context, inboxPage(await listInbox(outbox))));
  app.get('/studio/inbox/:id', async (context) => {
    const mail = await readMail(outbox, context.req.param('id'));
    if (mail === null) return notFound(context, 'There is no mail of that id.');
    return page(context, mailPage(mail, context.req.query('view')));
  });
  app.get('/studio/inbox/:id/html', async (context) => {
    const mail = await readMail(outbox, context.req.param('id'));
    if (mail?.mail.html === undefined) return notFound(context, 'There is no such HTML part.');
    return framed(context, mail.mail.html);
  });
}

function page(context: Context, markup: Markup): Response | Promise<Response> {
  return context.html(markup, 200, PAGE_HEADERS);
}

function notFound(context: Context, what: string): Response | Promise<Response> {
  return context.html(notFoundPage(what), 404, PAGE_HEADERS);
}

/** The HTML of a mail, unchanged but for links, which open in a window of their own and not in the frame. */
function framed(context: Context, mailHtml: string): Response | Promise<Response> {
  const html = mailHtml.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
  return context.html(html, 200, FRAMED_HEADERS);
}

import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { Ledger } from '#lib/delivery/ledger.ts';
import type { EditionStore } from '#lib/edition/edition.ts';
import type { CheckedMail, Finding } from './checks/finding.ts';
import { editionMail, editionPath } from './edition-mails.ts';
import { inboxList, inboxMail, inboxPath } from './inbox-mails.ts';
import { listInbox, type MailFolder } from './inbox.ts';
import { failedPage, messagePage } from './layout.ts';
import { liveEvents } from './live-events.ts';
import { addMailRoutes, notFound, page, showMail, type MailRoutes } from './mail-routes.ts';
import type { PostOffice } from './post-office.ts';
import { sampleMail, samplePath } from './sample-mails.ts';
import { loopbackOnly, PAGE_HEADERS } from './security.ts';
import type { ShownMail } from './shown-mail.ts';
import { sideList } from './side-list.ts';
import { styleSheet } from './style-sheet.ts';
import { sendTest } from './test-route.ts';
import type { Workshop } from './workshop.ts';

/** What the studio shows. */
export interface StudioDeps {
  editions: Pick<EditionStore, 'get' | 'list'>;
  ledger: Pick<Ledger, 'list'>;
  outbox: MailFolder;
  /** Templates and samples as they stand on disk. */
  workshop: Workshop;
  office: PostOffice;
  /** Everything that the checks find in a mail. */
  check: (mail: CheckedMail) => Promise<Finding[]>;
  /** The text of `browser/live.js`. */
  script: string;
  /** The public pages, so that the links of local mails lead somewhere. */
  site: Hono;
  now: () => Date;
  /** Whether an edition is being composed beside the serving. */
  isComposing: () => boolean;
  /** Told of a page that failed. */
  reportFailure: (error: Error) => void;
}

/**
 * The local web pages: templates with their samples, editions and inbox under `/studio`, and the public
 * pages where they are everywhere.
 * They read only, but for sending a test; what changes anything is on the public pages.
 */
export function studioApp(deps: StudioDeps): Hono {
  const app = new Hono();
  const { workshop } = deps;
  app.use(loopbackOnly);
  // Against forms of foreign pages: a request of theirs names another origin.
  app.use('/studio/*', csrf());
  app.get('/studio/style.css', (context) =>
    file(context, styleSheet(workshop.brand()), 'text/css'),
  );
  app.get('/studio/live.js', (context) => file(context, deps.script, 'text/javascript'));
  app.get('/studio/events', (context) => liveEvents(context, workshop));
  addMails(app, deps);
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    deps.reportFailure(error);
    return context.html(failedPage(error.message), 500, PAGE_HEADERS);
  });
  app.get('/studio/*', (context) => notFound(context, 'The studio has no such page.'));
  app.route('/', deps.site);
  return app;
}

function addMails(app: Hono, deps: StudioDeps): void {
  const editions = editionRoutes(deps);
  const samples = sampleRoutes(deps);
  const inbox = inboxRoutes(deps);
  app.get('/studio', async (context) => {
    const first = await firstMail(deps);
    if (first !== null) return showMail(context, first, editions);
    return page(context, messagePage('Nothing to show', 'There is no edition and no template.'));
  });
  app.get('/studio/inbox', async (context) => {
    const [newest] = (await listInbox(deps.outbox)).mails;
    const mail = newest === undefined ? null : await inboxMail(newest.id, deps.outbox);
    if (mail !== null) return showMail(context, mail, inbox);
    const why = 'No mail yet: `parley send` delivers to this inbox.';
    return page(context, messagePage('Inbox', why));
  });
  for (const routes of [editions, samples, inbox]) addMailRoutes(app, routes);
  app.post('/studio/tests', (context) =>
    sendTest(context, {
      office: deps.office,
      isInInbox: async (id) => (await deps.outbox.read(id)) !== null,
      findByPath: (path) => mailAt(path, deps),
    }),
  );
}

function editionRoutes(deps: StudioDeps): MailRoutes {
  return {
    ...common(deps),
    section: 'mails',
    pattern: '/studio/editions/:id',
    find: (context) => editionMail(context.req.param('id') ?? '', deps),
    missing: 'There is no edition of that id.',
  };
}

function sampleRoutes(deps: StudioDeps): MailRoutes {
  return {
    ...common(deps),
    section: 'mails',
    pattern: '/studio/samples/:mail/:sample',
    find: ({ req }) => sampleMail(req.param('mail') ?? '', req.param('sample') ?? '', deps),
    missing: 'There is no sample of that name.',
  };
}

function inboxRoutes(deps: StudioDeps): MailRoutes {
  return {
    ...common(deps),
    section: 'inbox',
    pattern: '/studio/inbox/:id',
    find: (context) => inboxMail(context.req.param('id') ?? '', deps.outbox),
    side: async ({ path }) => {
      const listed = await listInbox(deps.outbox);
      const current = listed.mails.find(({ id }) => inboxPath(id) === path);
      return inboxList(listed, current?.id ?? null);
    },
    missing: 'There is no mail of that id.',
  };
}

function common({ editions, workshop, office, check, isComposing }: StudioDeps) {
  return {
    side: async ({ path }: ShownMail) =>
      sideList(await editions.list(), await workshop.mails(), path, isComposing()),
    revision: () => workshop.revision(),
    office,
    check,
  };
}

/** The newest edition, or else the first sample. */
async function firstMail(deps: StudioDeps): Promise<ShownMail | null> {
  const [newest] = (await deps.editions.list()).editions;
  const edition = newest === undefined ? null : await editionMail(newest.id, deps);
  if (edition !== null) return edition;
  for (const { mail, samples } of await deps.workshop.mails())
    for (const sample of samples) return sampleMail(mail, sample, deps);
  return null;
}

/** A form names the page it stands on: only editions and samples can be sent as a test. */
async function mailAt(path: string, deps: StudioDeps): Promise<ShownMail | null> {
  const { editions } = await deps.editions.list();
  const edition = editions.find(({ id }) => editionPath(id) === path);
  if (edition !== undefined) return editionMail(edition.id, deps);
  for (const { mail, samples } of await deps.workshop.mails())
    for (const sample of samples)
      if (samplePath(mail, sample) === path) return sampleMail(mail, sample, deps);
  return null;
}

function file(context: Context, text: string, type: string): Response {
  return context.body(text, 200, { ...PAGE_HEADERS, 'content-type': `${type}; charset=utf-8` });
}

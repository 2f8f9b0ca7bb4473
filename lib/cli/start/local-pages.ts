import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { templates } from '#templates';
import type { LocalStores } from '#lib/local/open-local.ts';
import { siteApp } from '#lib/site/site-app.ts';
import { studioApp } from '#lib/studio/studio-app.ts';
import { openWorkshop, type Workshop } from '#lib/studio/workshop.ts';
import { explainFailure } from '../explain-failure.ts';
import { loadBrand } from '../load-brand.ts';
import { loadTopics } from '../load-topics.ts';
import type { MailOptions } from '../mail-options.ts';
import { studioScript, templatesFolder } from '../package-root.ts';
import { printable } from '../report.ts';
import { deliverEdition } from '../send/deliver-edition.ts';
import type { Session } from '../session.ts';
import { openPostOffice } from './post-office.ts';
import { keepErasing, readerMails } from './reader-mails.ts';
import { studioThreads } from './studio-threads.ts';

/** The pages that are served, and the folder of templates that they watch. */
export interface LocalPages {
  app: Hono;
  workshop: Workshop;
  /** Ends the watching, and the studio's threads. */
  close(): void;
}

/** The studio with the public pages beside it, over what this machine keeps. */
export async function openLocalPages(
  session: Session,
  stores: LocalStores,
  mail: MailOptions,
  isComposing: () => boolean,
): Promise<LocalPages> {
  const { terminal, settings } = session;
  const reportFailure = (error: Error) => {
    const text = explainFailure(error, settings.verbose);
    terminal.stderr.write(`a page failed: ${text.split('\n').map(printable).join('\n')}\n`);
  };
  const brand = await loadBrand();
  const { topics } = await loadTopics(settings);
  const folder = templatesFolder();
  const threads = studioThreads(folder);
  const { compile, check } = threads;
  const workshop = await openWorkshop({ folder, compile, templates, brand });
  const app = studioApp({
    ...stores,
    workshop,
    office: openPostOffice(session, stores, mail),
    check,
    script: await readFile(studioScript(), 'utf8'),
    site: withNewestKeys(
      stores,
      siteApp({
        ...stores,
        ...(await readerMails(session, stores, mail)),
        brand,
        topics,
        siteUrl: () => settings.siteUrl,
        onApproved: (edition) =>
          void deliverEdition(session, stores, edition, mail).catch(reportFailure),
        now: terminal.now,
        reportFailure,
      }),
    ),
    now: terminal.now,
    isComposing,
    reportFailure,
  });
  const stopErasing = keepErasing(stores, terminal.now, reportFailure);
  const close = () => {
    stopErasing();
    workshop.close();
    threads.close();
  };
  return { app, workshop, close };
}

/** The pages know keys that another process made meanwhile. */
function withNewestKeys({ keys }: LocalStores, site: Hono): Hono {
  const app = new Hono();
  app.use(async (_, next) => {
    await keys.refresh();
    await next();
  });
  return app.route('/', site);
}

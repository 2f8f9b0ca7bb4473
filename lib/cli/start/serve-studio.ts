import type { Brand } from '#lib/briefing/brand.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import { siteApp } from '#lib/site/site-app.ts';
import { serveLocally, type Running } from '#lib/studio/serve.ts';
import { studioApp } from '#lib/studio/studio-app.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { explainFailure } from '../explain-failure.ts';
import { loadBrand } from '../load-brand.ts';
import { printable } from '../report.ts';
import type { Session } from '../session.ts';
import { table } from '../table.ts';
import { runOnce } from './run-once.ts';

/** Goes the whole way once and serves what came of it until the person asks to stop. */
export async function serveStudio(
  session: Session,
  topic: Topic,
  stores: LocalStores,
  port: number,
): Promise<null> {
  const { terminal, settings } = session;
  const stop = terminal.interrupted();
  // Listens first: the links in the mails carry the address.
  const pages = localPages(session, stores, await loadBrand());
  const server = await serveLocally(pages, port);
  try {
    const here = { ...session, settings: { ...settings, siteUrl: server.url } };
    const report = await runOnce(here, topic, stores);
    const lines = [
      ...report.lines,
      '',
      ...addressLines(server, port),
      `Everything is in ${settings.stateFolder}.`,
      'Ctrl-C ends it.',
    ];
    session.print({ ...report, data: { url: server.url, run: report.data }, lines });
    await stop;
  } finally {
    await server.close();
  }
  terminal.stderr.write('stopped\n');
  return null;
}

function localPages({ terminal, settings }: Session, stores: LocalStores, brand: Brand) {
  const reportFailure = (error: Error) => {
    const text = explainFailure(error, settings.verbose);
    terminal.stderr.write(`a page failed: ${text.split('\n').map(printable).join('\n')}\n`);
  };
  const site = siteApp({ ...stores, brand, now: terminal.now, reportFailure });
  return studioApp({ ...stores, brand, site, reportFailure });
}

function addressLines({ url, moved }: Running, port: number): string[] {
  return [
    ...(moved ? [`Port ${port} is taken; this is the next free one.`] : []),
    ...table([
      ['editions', `${url}/`],
      ['inbox', `${url}/studio/inbox`],
      ['public pages', `${url}/editions`],
    ]),
  ];
}

import type { LocalStores } from '#lib/local/open-local.ts';
import { serveLocally, type Running } from '#lib/studio/serve.ts';
import type { MailOptions } from '../mail-options.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { table } from '../table.ts';
import { openLocalPages } from './local-pages.ts';

export interface ServeOptions extends MailOptions {
  port: number;
}

/**
 * Serves studio, inbox and public pages until the person asks to stop. `work` is done once they are
 * served, with their address in the settings; its report is printed with the addresses.
 */
export async function serveStudio(
  session: Session,
  stores: LocalStores,
  options: ServeOptions,
  work: (here: Session) => Promise<Report>,
): Promise<null> {
  const { terminal, settings } = session;
  const stop = terminal.interrupted();
  const here = { ...session, settings: { ...settings } };
  let isWorking = true;
  const { app, workshop, close } = await openLocalPages(here, stores, options, () => isWorking);
  const server = await serveLocally(app, options.port);
  // The links in mails carry the address, which is known only now.
  here.settings.siteUrl = server.url;
  try {
    const report = await work(here);
    isWorking = false;
    workshop.refresh();
    const lines = [
      ...report.lines,
      '',
      ...addressLines(server, options.port),
      `Everything is in ${settings.stateFolder}.`,
      'Ctrl-C ends it.',
    ];
    session.print({ ...report, data: { url: server.url, run: report.data }, lines });
    await stop;
  } finally {
    close();
    await server.close();
  }
  terminal.stderr.write('stopped\n');
  return null;
}

function addressLines({ url, moved }: Running, port: number): string[] {
  return [
    ...(moved ? [`Port ${port} is taken; this is the next free one.`] : []),
    ...table([
      ['studio', `${url}/studio`],
      ['inbox', `${url}/studio/inbox`],
      ['public pages', `${url}/`],
    ]),
  ];
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** The local inbox: every mail that the program sent. */
export class Inbox {
  constructor(private readonly state: string) {}

  async mails(): Promise<Email[]> {
    const folder = join(this.state, 'outbox');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    return Promise.all(
      names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))),
    );
  }

  /** The address in a mail to somebody that leads to a page, such as "/confirm/"; waits until the mail is there. */
  async link(to: string, page: string): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      for (const mail of await this.mails()) {
        const found = mail.to?.some(({ address }) => address === to) ? linksOf(mail) : [];
        const link = found.find((each) => new URL(each).pathname.startsWith(page));
        if (link !== undefined) return link;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`no mail to ${to} leads to ${page}`);
  }
}

/** The http addresses of a mail's HTML, each once. */
export function linksOf({ html = '' }: Email): string[] {
  const links = [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
  return [...new Set(links)];
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { fileNames } from '#lib/local/read-folder.ts';

/** A mail of the outbox folder, parsed as a mail program would, and as it stands on disk. */
export interface OutboxMail {
  /** Name of its file. */
  name: string;
  mail: Email;
  /** The whole MIME message. */
  source: string;
}

/** Read access to the folder of sent mail. */
export interface Outbox {
  /** The newest mails, newest first, and how many there are in all. */
  list(): Promise<{ mails: OutboxMail[]; total: number }>;
  /** One mail, or null where the folder holds none of that name. */
  read(name: string): Promise<OutboxMail | null>;
}

/** Mails parsed for one page; a folder may hold thousands. */
const MAX_LISTED = 100;

/** The outbox at a folder, which may not exist yet. */
export function openOutbox(folder: string): Outbox {
  const parse = async (name: string): Promise<OutboxMail> => {
    const bytes = await readFile(join(folder, name));
    return { name, mail: await PostalMime.parse(bytes), source: bytes.toString('latin1') };
  };
  return {
    async list() {
      const names = await fileNames(folder, '.eml');
      const mails = await Promise.all(names.slice(-MAX_LISTED).map(parse));
      return { mails: mails.sort(newestFirst), total: names.length };
    },
    async read(name) {
      // Only a name that the folder itself lists is opened, so "../" or an absolute path finds nothing.
      const names = await fileNames(folder, '.eml');
      return names.includes(name) ? parse(name) : null;
    },
  };
}

function newestFirst(a: OutboxMail, b: OutboxMail): number {
  return (b.mail.date ?? '').localeCompare(a.mail.date ?? '') || b.name.localeCompare(a.name);
}

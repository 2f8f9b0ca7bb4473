import PostalMime, { type Email } from 'postal-mime';

/** Where delivered mail lies; an id that it does not have, or that is none, gives null. */
export interface MailFolder {
  /** Ids of the mails, sorted. */
  list(): Promise<string[]>;
  /** The MIME message, or null. */
  read(id: string): Promise<string | null>;
}

/** A mail as a mail program understands it, and as it was delivered. */
export interface ReceivedMail {
  id: string;
  mail: Email;
  /** The whole MIME message. */
  source: string;
}

/** Mails parsed for one page; a folder may hold thousands. */
const MAX_LISTED = 100;

/** Mails with the last ids, newest first, and how many there are in all. */
export async function listInbox(
  folder: MailFolder,
): Promise<{ mails: ReceivedMail[]; total: number }> {
  const ids = await folder.list();
  const mails = await Promise.all(ids.slice(-MAX_LISTED).map((id) => readMail(folder, id)));
  const found = mails.filter((mail) => mail !== null);
  return { mails: found.sort(newestFirst), total: ids.length };
}

/** One mail, or null where there is none of that id. */
export async function readMail(folder: MailFolder, id: string): Promise<ReceivedMail | null> {
  const source = await folder.read(id);
  return source === null ? null : { id, source, mail: await PostalMime.parse(source) };
}

function newestFirst(a: ReceivedMail, b: ReceivedMail): number {
  return (b.mail.date ?? '').localeCompare(a.mail.date ?? '') || b.id.localeCompare(a.id);
}

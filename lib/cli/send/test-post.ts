import { MailWriter } from '#lib/delivery/mail-writer.ts';
import type { Mailer } from '#lib/delivery/mailer.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import type { Stores } from '#lib/stores.ts';
import { loadBrand } from '../load-brand.ts';
import { deliverDeps, type MailOptions } from '../mail-options.ts';
import type { Session } from '../session.ts';
import { withLocalStores, withRemoteStores } from '../with-stores.ts';

/** How a test mail goes out: as the mails to subscribers do, on this machine or from the stack. */
export interface TestPost {
  stores: Stores;
  mails: MailWriter;
  mailer: Mailer;
  /** Where the outbox keeps a mail; null where none does. */
  fileOf(deliveryId: string): string | null;
}

/** Opens the stores and what mails, for as long as `work` runs. */
export function withTestPost<T>(
  session: Session,
  options: MailOptions,
  work: (post: TestPost) => Promise<T>,
): Promise<T> {
  const { remote } = session.settings;
  if (remote === null)
    return withLocalStores(session, async (stores) => {
      const { mails, mailer } = await deliverDeps(session, stores, options);
      const fileOf = (id: string) => (options.smtp ? null : stores.outbox.path(id));
      return work({ stores, mails, mailer, fileOf });
    });
  return withRemoteStores(remote, async (stores) => {
    const { SenderAddress: address } = stores.stack.outputs;
    const sender = { address, name: (await loadBrand()).name, unsubscribeMailbox: null };
    const links = makeLinks(stores.siteAddress, await stores.readKeys());
    const mails = new MailWriter({ sender, links });
    return work({ stores, mails, mailer: stores.mailer, fileOf: () => null });
  });
}

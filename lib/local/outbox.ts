import { join } from 'node:path';
import { reasonOf } from '#lib/dependency-error.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '#lib/delivery/mailer.ts';
import { fileNames, readTextFile } from './read-folder.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { writeNewFile } from './write-file.ts';

/**
 * Mail as files, one `<delivery id>.eml` each: the mail server of one machine. It takes a delivery
 * once, however often it is sent, so it can say for certain what it has.
 */
export class Outbox implements Mailer {
  /** Done once, before the first mail. */
  private tidied: Promise<void> | null = null;

  readonly takesOnce = true;

  constructor(readonly folder: string) {}

  async send({ deliveryId, raw }: OutgoingMail): Promise<MailOutcome> {
    this.tidied ??= removeLeftovers(this.folder);
    await this.tidied;
    try {
      const isNew = await writeNewFile(this.path(deliveryId), raw);
      const accepted = { kind: 'accepted', messageId: messageIdOf(deliveryId) } as const;
      return isNew ? accepted : { ...accepted, again: true };
    } catch (error) {
      // A full disk takes nobody's mail.
      return { kind: 'throttled', scope: 'account', reason: reasonOf(error) };
    }
  }

  async accepted(deliveryId: string): Promise<{ messageId: string } | 'no'> {
    return (await this.copy(deliveryId)) ?? 'no';
  }

  /** What it knows of a delivery as the keeper of copies: without one the mail may have gone out all the same. */
  async copy(deliveryId: string): Promise<{ messageId: string } | null> {
    const text = await this.read(deliveryId);
    return text === null ? null : { messageId: messageIdOf(deliveryId) };
  }

  /** The MIME message of a delivery, or null. */
  async read(deliveryId: string): Promise<string | null> {
    return isDeliveryId(deliveryId) ? readTextFile(this.path(deliveryId)) : null;
  }

  /** Ids of the deliveries it holds, sorted. */
  async list(): Promise<string[]> {
    const names = await fileNames(this.folder, '.eml');
    return names.map((name) => name.slice(0, -'.eml'.length));
  }

  path(deliveryId: string): string {
    if (!isDeliveryId(deliveryId)) throw new RangeError(`"${deliveryId}" is no delivery id`);
    return join(this.folder, `${deliveryId}.eml`);
  }
}

/** An id may come from outside, and names a file. */
const isDeliveryId = (id: string) => /^[\w-]+(\.[\w-]+)*$/.test(id);

const messageIdOf = (deliveryId: string) => `outbox:${deliveryId}`;

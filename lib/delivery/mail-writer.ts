import type { Edition } from '#lib/edition/edition.ts';
import type { Fault, Parsed } from '#lib/fault.ts';
import type { Links } from '#lib/subscription/links.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { deliveryId } from './delivery-id.ts';
import { domainOf, type PersonalParts, type Sender } from './encode-mail.ts';
import { MailBuffers } from './mail-buffers.ts';
import { fillForm, makeForm, shapeOf, type MailForm } from './mail-form.ts';
import type { OutgoingMail } from './mailer.ts';

export interface MailWriterDeps {
  sender: Sender;
  links: Links;
}

/** An edition's form is some 150 kB; there is one for each length of the subscribers' ids, nearly always one. */
const FORMS_KEPT = 16;

/**
 * Writes the mails of editions. Each edition is encoded once, by its content hash, and filled in for
 * each subscriber: see `MailForm`.
 */
export class MailWriter {
  /** The one used last comes last. */
  private readonly forms = new Map<string, Promise<MailForm>>();
  private readonly buffers = new MailBuffers();

  constructor(private readonly deps: MailWriterDeps) {}

  /**
   * An edition as the MIME mail of one subscriber: the edition's own HTML and text, with the
   * subscriber's links in the place of the tokens.
   * @returns a fault where an address, a name, a link or the subject could break out of its header
   */
  async write(edition: Edition, subscriber: Subscriber, at: Date): Promise<Parsed<OutgoingMail>> {
    const { sender, links } = this.deps;
    const { topicId, id: subscriberId, name, address } = subscriber;
    const unsubscribeUrl = links.unsubscribeUrl({ topicId, subscriberId });
    const faults = headerFaults(edition, subscriber, sender, unsubscribeUrl);
    if (faults.length > 0) return { ok: false, faults };
    const id = deliveryId({ editionId: edition.id, subscriberId });
    const personal: PersonalParts = {
      to: { name: name ?? '', address },
      unsubscribeUrl,
      messageId: `${id}@${domainOf(sender)}`,
      at,
    };
    const raw = fillForm(await this.form(edition, shapeOf(unsubscribeUrl)), personal, this.buffers);
    const envelope = { from: sender.address, to: address };
    return { ok: true, value: { ...envelope, raw, editionId: edition.id, deliveryId: id } };
  }

  /**
   * Gives the memory of a mail back for another one. Only where nobody reads it any more: a mail server that
   * has answered that it has the mail has read it, one that has not may still be reading.
   */
  recycle({ raw }: OutgoingMail): void {
    this.buffers.giveBack(raw);
  }

  private form(edition: Edition, shape: string): Promise<MailForm> {
    const key = `${edition.id} ${edition.contentHash} ${shape}`;
    const kept = this.forms.get(key);
    const { sender, links } = this.deps;
    const form = kept ?? makeForm({ edition, sender, viewUrl: links.viewUrl(edition.id) }, shape);
    this.forms.delete(key);
    this.forms.set(key, form);
    if (kept === undefined) this.tidy(key, form);
    return form;
  }

  /** Forgets what is too much, and a form that could not be made. */
  private tidy(key: string, form: Promise<MailForm>): void {
    form.catch(() => this.forms.delete(key));
    const [oldest] = this.forms.keys();
    if (this.forms.size > FORMS_KEPT && oldest !== undefined) this.forms.delete(oldest);
  }
}

/** Everything that comes into a header from outside. A control character there could start a header of its own. */
function headerFaults(
  { subject }: Edition,
  { id, address, name }: Subscriber,
  sender: Sender,
  unsubscribeUrl: string,
): Fault[] {
  const faults: Fault[] = [];
  const check = (field: string, value: string, isSafe: RegExp, expected: string) => {
    if (!isSafe.test(value)) faults.push({ source: id, field, expected });
  };
  check('subject', subject, ONE_LINE, 'text on one line without control characters');
  check('subscriber.address', address, ADDRESS, 'an address without control characters');
  check('subscriber.name', name ?? '', ONE_LINE, 'text on one line without control characters');
  check('sender.address', sender.address, ADDRESS, 'an address without control characters');
  check('sender.name', sender.name, ONE_LINE, 'text on one line without control characters');
  check('sender.unsubscribeMailbox', sender.unsubscribeMailbox ?? 'a@b', ADDRESS, 'an address');
  check('unsubscribeUrl', unsubscribeUrl, URL_IN_HEADER, 'an address in ASCII without < and >');
  return faults;
}

const ONE_LINE = /^[^\u0000-\u001f\u007f]*$/;
const ADDRESS = /^[^\u0000-\u001f\u007f]+@[^\u0000-\u001f\u007f]+$/;
/** RFC 2369: between angle brackets, without whitespace. */
const URL_IN_HEADER = /^[!-;=?-~]+$/;

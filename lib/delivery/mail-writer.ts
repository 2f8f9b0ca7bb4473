import type { Edition } from '#lib/edition/edition.ts';
import type { Fault, Parsed } from '#lib/fault.ts';
import type { Links } from '#lib/subscription/links.ts';
import type { Addressee, Subscriber } from '#lib/subscription/subscriber.ts';
import { deliveryId } from './delivery-id.ts';
import { domainOf, type PersonalParts, type Sender } from './encode-mail.ts';
import { MailBuffers } from './mail-buffers.ts';
import { fillForm, makeForm, sameShape, type MailForm } from './mail-form.ts';
import type { OutgoingMail } from './mailer.ts';

export interface MailWriterDeps {
  sender: Sender;
  links: Links;
}

/** An edition's form is some 100 kB; there is one for each length of the subscribers' ids, nearly always one. */
const FORMS_KEPT = 16;

/** The form of one edition for links of one shape. */
interface KeptForm {
  editionId: string;
  contentHash: string;
  fits: (links: PersonalParts['links']) => boolean;
  form: Promise<MailForm>;
}

/**
 * Writes the mails of editions. Each edition is encoded once, by its content hash, and filled in for
 * each subscriber: see `MailForm`.
 */
export class MailWriter {
  /** The newest first. */
  private forms: KeptForm[] = [];
  private readonly buffers = new MailBuffers();

  constructor(private readonly deps: MailWriterDeps) {}

  /**
   * An edition as the MIME mail of one subscriber: the edition's own HTML and text, with the
   * subscriber's links in the place of the tokens.
   * @returns a fault where an address, a name, a link or the subject could break out of its header
   */
  async write(edition: Edition, subscriber: Subscriber, at: Date): Promise<Parsed<OutgoingMail>> {
    const { sender } = this.deps;
    const { topicId, id: subscriberId, name, address } = subscriber;
    const own = ownLinks({ topicId, subscriberId }, this.deps);
    const form = this.find(edition, own.links) ?? this.make(edition, own);
    const faults = subscriberFaults(subscriber);
    if ('faults' in form || faults.length > 0)
      return { ok: false, faults: [...faults, ...('faults' in form ? form.faults : [])] };
    const id = deliveryId({ editionId: edition.id, subscriberId });
    const personal: PersonalParts = {
      to: { name: name ?? '', address },
      ...own,
      messageId: `${id}@${domainOf(sender)}`,
      at,
    };
    const raw = fillForm(await form.form, personal, this.buffers);
    const { id: editionId } = edition;
    const mail = { from: sender.address, to: address, raw, editionId, deliveryId: id };
    return { ok: true, value: mail };
  }

  /**
   * Gives the memory of a mail back for another one. Only where nobody reads it any more: a mail server that
   * has answered that it has the mail has read it, one that has not may still be reading.
   */
  recycle({ raw }: OutgoingMail): void {
    this.buffers.giveBack(raw);
  }

  private find(edition: Edition, own: PersonalParts['links']): KeptForm | undefined {
    return this.forms.find(
      ({ editionId, contentHash, fits }) =>
        contentHash === edition.contentHash && editionId === edition.id && fits(own),
    );
  }

  private make(edition: Edition, own: OwnLinks): KeptForm | { faults: Fault[] } {
    const { sender, links } = this.deps;
    const faults = commonFaults(edition, sender, own);
    if (faults.length > 0) return { faults };
    const { id: editionId, contentHash } = edition;
    const common = {
      edition,
      sender,
      viewUrl: links.viewUrl(editionId),
      archiveUrl: links.archiveUrl(edition.topicId),
      helpUrl: links.helpUrl(),
    };
    const form = makeForm(common, own.links);
    const kept = { editionId, contentHash, fits: sameShape(own.links), form };
    this.forms = [kept, ...this.forms.slice(0, FORMS_KEPT - 1)];
    // What could not be made is not kept; who waits for it is told.
    form.catch(() => (this.forms = this.forms.filter((each) => each !== kept)));
    return kept;
  }
}

type OwnLinks = Pick<PersonalParts, 'links' | 'unsubscribeMailto'>;

function ownLinks(addressee: Addressee, { links, sender }: MailWriterDeps): OwnLinks {
  const { unsubscribeMailbox: mailbox } = sender;
  return {
    links: {
      unsubscribeUrl: links.unsubscribeUrl(addressee),
      preferencesUrl: links.preferencesUrl(addressee),
    },
    unsubscribeMailto: mailbox === null ? null : links.unsubscribeMailto(addressee, mailbox),
  };
}

/*
 * Everything that comes into a header from outside is looked at. A control character there could
 * start a header of its own.
 */

function subscriberFaults({ id: source, address, name }: Subscriber): Fault[] {
  return [
    ...fault(source, 'subscriber.address', ADDRESS.test(address)),
    ...fault(source, 'subscriber.name', name === null || ONE_LINE.test(name)),
  ];
}

/** Other links of the same shape are as safe as this one. */
function commonFaults({ id: source, subject }: Edition, sender: Sender, own: OwnLinks): Fault[] {
  const { address, name } = sender;
  const { links, unsubscribeMailto: mailto } = own;
  return [
    ...fault(source, 'subject', ONE_LINE.test(subject)),
    ...fault(source, 'sender.address', ADDRESS.test(address)),
    ...fault(source, 'sender.name', ONE_LINE.test(name)),
    ...fault(source, 'sender.unsubscribeMailbox', mailto === null || URL_IN_HEADER.test(mailto)),
    ...fault(source, 'unsubscribeUrl', URL_IN_HEADER.test(links.unsubscribeUrl)),
  ];
}

const fault = (source: string, field: string, isSafe: boolean): Fault[] =>
  isSafe ? [] : [{ source, field, expected: 'text on one line without control characters' }];

const ONE_LINE = /^[^\u0000-\u001f\u007f]*$/;
const ADDRESS = /^[^\u0000-\u001f\u007f]+@[^\u0000-\u001f\u007f]+$/;
/** RFC 2369: ASCII between angle brackets, without whitespace. */
const URL_IN_HEADER = /^[!-;=?-~]+$/;

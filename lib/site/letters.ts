import type { Brand } from '#lib/briefing/brand.ts';
import type { Rendered } from '#lib/briefing/mail-renderer.ts';
import { wordingFor, type Wording } from '#lib/briefing/wording.ts';
import type { LetterKind } from '#lib/delivery/letter-id.ts';
import { sendLetter, turnOfLetter, type LetterDeps } from '#lib/delivery/send-letter.ts';
import { changedMail } from '#lib/mail/changed-mail.ts';
import { confirmMail } from '#lib/mail/confirm-mail.ts';
import { noticeMail, type Notice } from '#lib/mail/notice-mail.ts';
import { renderMail } from '#lib/mail/render-mail.ts';
import { welcomeMail } from '#lib/mail/welcome-mail.ts';
import { moveBinding } from '#lib/subscription/change-address.ts';
import type { Links } from '#lib/subscription/links.ts';
import { bindingTo } from '#lib/subscription/own-address-link.ts';
import { preferencesOf, type PreferenceKey } from '#lib/subscription/preferences.ts';
import { settingsOf, type Settings } from '#lib/subscription/settings.ts';
import type { NewAddress, SignUpRequest, Subscriber } from '#lib/subscription/subscriber.ts';
import { expiryOf, type TimedPurpose } from '#lib/subscription/timed-link.ts';
import { nextSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';

export interface LettersDeps extends LetterDeps {
  brand: Brand;
  topics: readonly Topic[];
  /** Asked for with each letter: on one machine the address of the pages is known only once they are served. */
  links: () => Links;
  /** Told of a letter that could not be sent. */
  reportFailure: (error: Error) => void;
}

/** What is told of the edition that a new subscriber can read at once. */
export interface Latest {
  id: string;
  subject: string;
  preheader: string;
}

/**
 * The mails beside the editions, to subscribers. A letter that cannot be sent is reported and nothing
 * is thrown: the page says the same to everybody, and whoever waits for the mail may ask again.
 */
export class Letters {
  constructor(private readonly deps: LettersDeps) {}

  async confirm(subscriber: Subscriber, request: SignUpRequest): Promise<void> {
    const { topicId, id } = subscriber;
    const { settings, expiresAt } = request;
    const end = { expiresAt: new Date(expiresAt), binding: request.at };
    await this.send('confirm', subscriber, { settings }, (wording) =>
      renderMail(
        confirmMail,
        {
          topicTitle: this.titleOf(topicId),
          cadence: settings.cadence,
          confirmUrl: this.deps.links().timedUrl('confirm', { topicId, id }, end),
          expiresAt,
          timeZone: settings.timeZone,
        },
        this.deps.brand,
        wording,
      ),
    );
  }

  /**
   * For who is subscribed already and asked again.
   * @param isSent false: everything but the sending, for an address that is never mailed, so that it takes as long
   */
  async subscribed(subscriber: Subscriber, isSent: boolean): Promise<void> {
    const url = this.deps.links().preferencesUrl(keyOf(subscriber));
    await this.notice(subscriber, { about: 'subscribed', url, expiresAt: null }, isSent);
  }

  async welcome(subscriber: Subscriber, latest: Latest | null): Promise<void> {
    const topic = this.deps.topics.find(({ id }) => id === subscriber.topicId);
    if (topic === undefined) return;
    const { brand, now, links } = this.deps;
    const facts = {
      ...this.ownLinks(subscriber),
      eras: { then: topic.eras.then.label, now: topic.eras.now.label },
      cadence: settingsOf(subscriber).cadence,
      nextSlot: nextSlotDate(topic.schedule, now()),
      latest: latest && {
        subject: latest.subject,
        preheader: latest.preheader,
        viewUrl: links().viewUrl(latest.id),
      },
    };
    await this.send('welcome', subscriber, {}, (wording) =>
      renderMail(welcomeMail, facts, brand, wording),
    );
  }

  async changed(subscriber: Subscriber, changed: PreferenceKey[]): Promise<void> {
    const facts = { ...this.ownLinks(subscriber), settings: preferencesOf(subscriber), changed };
    await this.send('changed', subscriber, {}, (wording) =>
      renderMail(changedMail, facts, this.deps.brand, wording),
    );
  }

  async ownData(subscriber: Subscriber): Promise<void> {
    await this.ownLink(subscriber, 'ownData', 'own-data');
  }

  /** To the address that is to be changed. */
  async enterAddress(subscriber: Subscriber): Promise<void> {
    await this.ownLink(subscriber, 'enterAddress', 'new-address');
  }

  /** To the new address. @param isSent as in `subscribed` */
  async newAddress(subscriber: Subscriber, wanted: NewAddress, isSent: boolean): Promise<void> {
    const { topicId, id } = subscriber;
    const { address, expiresAt } = wanted;
    const end = { expiresAt: new Date(expiresAt), binding: moveBinding(wanted) };
    const url = this.deps.links().timedUrl('change-address', { topicId, id }, end);
    await this.notice({ ...subscriber, address }, { about: 'newAddress', url, expiresAt }, isSent);
  }

  /** To the address before. */
  async moved(subscriber: Subscriber, from: string): Promise<void> {
    const notice = { about: 'moved', url: null, expiresAt: null } as const;
    await this.notice({ ...subscriber, address: from }, notice);
  }

  /** A link that only who reads the subscriber's own mail has. */
  private async ownLink(
    subscriber: Subscriber,
    about: Notice['about'],
    purpose: TimedPurpose,
  ): Promise<void> {
    const { topicId, id } = subscriber;
    const expiresAt = expiryOf(purpose, this.deps.now());
    const end = { expiresAt, binding: bindingTo(subscriber) };
    const url = this.deps.links().timedUrl(purpose, { topicId, id }, end);
    await this.notice(subscriber, { about, url, expiresAt: expiresAt.toISOString() });
  }

  private async notice(
    subscriber: Subscriber,
    about: Pick<Notice, 'about' | 'url' | 'expiresAt'>,
    isSent = true,
  ): Promise<void> {
    const { timeZone } = settingsOf(subscriber);
    const facts = { ...about, topicTitle: this.titleOf(subscriber.topicId), timeZone };
    await this.send(about.about, subscriber, { isSent, lists: false }, (wording) =>
      renderMail(noticeMail, facts, this.deps.brand, wording),
    );
  }

  private async send(
    letter: LetterKind,
    subscriber: Subscriber,
    { settings = settingsOf(subscriber), isSent = true, lists = true }: SendOptions,
    render: (wording: Wording) => Rendered,
  ): Promise<void> {
    const { address, name, topicId, id, state } = subscriber;
    try {
      const wording = wordingFor(settings.language);
      const composed = {
        to: { name: name ?? '', address },
        mail: render(wording),
        language: wording.language,
        key: { letter, topicId, subscriberId: id },
        leaving: lists && state === 'active' ? this.waysToLeave(subscriber) : null,
      };
      const turn = await turnOfLetter(this.deps);
      if (isSent) await sendLetter(composed, turn, this.deps);
    } catch (error) {
      this.deps.reportFailure(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private waysToLeave(subscriber: Subscriber) {
    const links = this.deps.links();
    return {
      unsubscribeUrl: links.unsubscribeUrl(keyOf(subscriber)),
      helpUrl: links.helpUrl(),
    };
  }

  private ownLinks(subscriber: Subscriber) {
    const links = this.deps.links();
    return {
      topicTitle: this.titleOf(subscriber.topicId),
      preferencesUrl: links.preferencesUrl(keyOf(subscriber)),
      unsubscribeUrl: links.unsubscribeUrl(keyOf(subscriber)),
    };
  }

  private titleOf(topicId: string): string {
    return this.deps.topics.find(({ id }) => id === topicId)?.title ?? topicId;
  }
}

interface SendOptions {
  settings?: Settings;
  isSent?: boolean;
  /** Whether the mail names the ways to leave in its header. */
  lists?: boolean;
}

const keyOf = ({ topicId, id }: Subscriber) => ({ topicId, subscriberId: id });

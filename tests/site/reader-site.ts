import PostalMime from 'postal-mime';
import type { SiteDeps } from '#lib/site/site-app.ts';
import type { Subscriber, SubscriberState } from '#lib/subscription/subscriber.ts';
import { MailerInMemory } from '../delivery/delivery-fixture.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { NOW, readersInMemory, SITE, testSite } from './site-fixture.ts';

export const TOPIC = 'us-north-korea';

/** The site with a list in memory: forms can be sent, and mails be read. */
export function readerSite(changes: Partial<SiteDeps> = {}) {
  const subscribers = new SubscribersInMemory();
  const mailer = new MailerInMemory();
  const slept: number[] = [];
  const sleep = async (ms: number) => slept.push(ms);
  const readers = { ...readersInMemory(), mailer, subscribers, sleep };
  const site = testSite('active', undefined, { ...readers, ...changes });
  const post = (path: string, fields: Record<string, string> = {}) =>
    site.app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    ...site,
    /** Moves the clock of the site on. */
    later: (hours: number) => {
      site.now = new Date(site.now.getTime() + hours * 3_600_000);
      return site.now;
    },
    site,
    subscribers,
    mailer,
    slept,
    readers,
    post,
    get: (path: string) => site.app.request(path),
    subscribe: (address: string, more = {}) => post('/subscribe', { address, ...more }),
    /** The last mail, and the link in it that leads to this purpose. */
    async lastMail() {
      const taken = mailer.taken.at(-1);
      if (taken === undefined) throw new Error('there is a mail');
      const mail = await PostalMime.parse(taken.raw);
      const link = (purpose: string) =>
        new RegExp(`${SITE}(/${purpose}/[\\w.-]+)`).exec(mail.text ?? '')?.[1] ?? '';
      return { to: taken.to, mail, link };
    },
    put(state: SubscriberState, more: Partial<Subscriber> = {}): Subscriber {
      const at = NOW.toISOString();
      const since = { state, since: at, consent: { at, source: 'a test' } };
      const rest = { id: 's1', topicId: TOPIC, address: 'ana@example.com', name: null };
      const subscriber = { ...rest, ...since, ...more };
      subscribers.all.push(subscriber);
      return subscriber;
    },
  };
}

export type ReaderSite = ReturnType<typeof readerSite>;

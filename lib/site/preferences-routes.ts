import type { Context, Hono } from 'hono';
import { changePreferences } from '#lib/subscription/preferences.ts';
import { settingsOf } from '#lib/subscription/settings.ts';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';
import type { Addressee, Subscriber } from '#lib/subscription/subscriber.ts';
import { limitBody, readForm } from './form-body.ts';
import { pageLanguage } from './page-language.ts';
import { PERSONAL, type Show } from './page.ts';
import { parsePreferences } from './preferences-form.ts';
import {
  notSubscribedPage,
  preferencesPage,
  sentPage,
  whosePreferencesPage,
  type PreferencesView,
} from './preferences-pages.ts';
import { evenly, type ReaderDeps } from './reader-deps.ts';
import { CONSENT_WORDING } from './sign-up-form.ts';
import { tooManyPage } from './subscribe-pages.ts';
import { askToConfirm } from './subscribe-routes.ts';
import { badLinkPage } from './unsubscribe-pages.ts';

/** A reader on the page of their preferences. */
interface Visit {
  context: Context;
  reader: Addressee;
  subscriber: Subscriber;
}

/**
 * A reader's own settings, by the lasting link of each mail. A mail may be forwarded, so the link is
 * good for what can be set back; what cannot goes by a link mailed to the reader's own address.
 */
export function addPreferencesRoutes(app: Hono, deps: ReaderDeps, show: Show): void {
  app.get('/preferences', (context) => show(context, whosePreferencesPage));
  const visited =
    (answer: (visit: Visit) => Response | Promise<Response>) => async (context: Context) => {
      const reader = verifyLink(context.req.param('token') ?? '', 'preferences', deps.keys);
      if (reader === null) return show(context, badLinkPage, 400, PERSONAL);
      const subscriber = await deps.subscribers.get(reader.topicId, reader.subscriberId);
      if (subscriber?.state !== 'active') return show(context, notSubscribedPage, 410, PERSONAL);
      return answer({ context, reader, subscriber });
    };
  const page = (visit: Visit, more: Partial<PreferencesView> = {}) =>
    show(
      visit.context,
      preferencesPage({ ...viewOf(visit, deps), ...more }),
      more.faults === undefined ? 200 : 400,
      PERSONAL,
    );
  app.get(
    '/preferences/:token',
    visited((visit) => page(visit)),
  );
  app.use('/preferences/*', limitBody(show));
  app.post(
    '/preferences/:token',
    visited((visit) => save(visit, deps, page)),
  );
  app.post(
    '/preferences/:token/address',
    visited((visit) => mailEnterAddress(visit, deps, show)),
  );
  app.post(
    '/preferences/:token/topics',
    visited((visit) => addTopic(visit, deps, show)),
  );
  app.post(
    '/preferences/:token/own-data',
    visited((visit) => mailOwnData(visit, deps, show)),
  );
}

type ShowPage = (visit: Visit, more?: Partial<PreferencesView>) => Response | Promise<Response>;

function viewOf({ reader, subscriber }: Visit, { topics, keys, now }: ReaderDeps): PreferencesView {
  return {
    subscriber,
    topics,
    path: `/preferences/${signLink('preferences', reader, keys)}`,
    unsubscribePath: `/unsubscribe/${signLink('unsubscribe', reader, keys)}`,
    now: now(),
  };
}

async function save(visit: Visit, deps: ReaderDeps, page: ShowPage): Promise<Response> {
  const { context, reader } = visit;
  const values = await readForm(context);
  const parsed = parsePreferences(values, pageLanguage(context).wording, deps.now());
  if (!parsed.ok) return page(visit, { faults: parsed.faults });
  const outcome = await changePreferences(reader, parsed.wanted, deps.subscribers);
  if (outcome === null) return page(visit);
  const { subscriber, changed } = outcome;
  const isTold = changed.length > 0 && (await deps.limits.mayMail('changed', subscriber.address));
  if (isTold) await deps.letters.changed(subscriber, changed);
  return page({ ...visit, subscriber }, { isSaved: true });
}

/** Another topic is subscribed to as on the page: by a mail to the address. */
async function addTopic(visit: Visit, deps: ReaderDeps, show: Show): Promise<Response> {
  const { context, subscriber } = visit;
  const wanted = (await readForm(context))['topic'];
  const topic = deps.topics.find(({ id }) => id === wanted);
  if (topic === undefined) return show(context, sentPage, 200, PERSONAL);
  if (!(await deps.limits.mayAsk(deps.sourceOf(context))))
    return show(context, tooManyPage, 429, PERSONAL);
  const { address, name } = subscriber;
  const settings = { ...settingsOf(subscriber), pausedUntil: null };
  const source = 'page /preferences';
  const wording = `${CONSENT_WORDING} ${pageLanguage(context).wording.language}`;
  const asked = { topicId: topic.id, address, name, settings, source, wording };
  await evenly(askToConfirm(asked, deps), deps);
  return show(context, sentPage, 200, PERSONAL);
}

async function mailOwnData(visit: Visit, deps: ReaderDeps, show: Show): Promise<Response> {
  const { context, subscriber } = visit;
  if (await deps.limits.mayMail('own-data', subscriber.address))
    await deps.letters.ownData(subscriber);
  return show(context, sentPage, 200, PERSONAL);
}

async function mailEnterAddress(visit: Visit, deps: ReaderDeps, show: Show): Promise<Response> {
  const { context, subscriber } = visit;
  if (await deps.limits.mayMail('enter-address', subscriber.address))
    await deps.letters.enterAddress(subscriber);
  return show(context, sentPage, 200, PERSONAL);
}

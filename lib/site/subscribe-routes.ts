import type { Context, Hono } from 'hono';
import { confirm, confirmBinding } from '#lib/subscription/confirm.ts';
import { signLink } from '#lib/subscription/signed-link.ts';
import { subscribe, type SignUp } from '#lib/subscription/subscribe.ts';
import type { Addressee, Subscriber } from '#lib/subscription/subscriber.ts';
import { MINUTES_5 } from './cache-headers.ts';
import { limitBody, readForm } from './form-body.ts';
import { pageLanguage } from './page-language.ts';
import { PERSONAL, type Show } from './page.ts';
import { evenly, type ReaderDeps } from './reader-deps.ts';
import { EMPTY_FORM, parseSignUp, TRAP_FIELD } from './sign-up-form.ts';
import {
  askConfirmPage,
  askedPage,
  confirmedPage,
  subscribePage,
  tooManyPage,
} from './subscribe-pages.ts';
import { timedLink, usedLink } from './timed-page.ts';

/**
 * Subscribing: form, mail, page with one button. Every address that is one gets the same answer after the
 * same work, whoever has it; only a source, or all together, can ask too often.
 */
export function addSubscribeRoutes(app: Hono, deps: ReaderDeps, show: Show): void {
  const { topics } = deps;
  app.get('/subscribe', (context) => {
    const topic = context.req.query('topic');
    const form = topic === undefined ? EMPTY_FORM : { values: { topic }, faults: {} };
    return show(context, subscribePage(form, topics), 200, MINUTES_5);
  });
  app.post('/subscribe', limitBody(show), async (context) => {
    const values = await readForm(context);
    const parsed = parseSignUp(values, topics, pageLanguage(context).wording);
    if (!parsed.ok) return show(context, subscribePage(parsed.form, topics), 400, PERSONAL);
    // Whoever fills in what nobody sees is told what everybody is told.
    const isPerson = (values[TRAP_FIELD] ?? '') === '';
    const isTaken = await evenly(isPerson ? signUp(context, parsed.signUp, deps) : TAKEN, deps);
    return isTaken
      ? show(context, askedPage, 200, PERSONAL)
      : show(context, tooManyPage, 429, PERSONAL);
  });
  addConfirmRoutes(app, deps, show);
}

const TAKEN = Promise.resolve(true);

/** @returns false where too many sign-ups came from there */
async function signUp(context: Context, asked: SignUp, deps: ReaderDeps): Promise<boolean> {
  if (!(await deps.limits.mayAsk(deps.sourceOf(context)))) return false;
  await askToConfirm(asked, deps);
  return true;
}

/** Notes a sign-up and mails its link, where the address had none a moment ago. */
export async function askToConfirm(asked: SignUp, deps: ReaderDeps): Promise<void> {
  const { subscribers, letters, limits, now } = deps;
  const mayMail = await limits.mayMail('confirm', asked.address);
  const signedUp = await subscribe(asked, subscribers, now());
  if (!mayMail) return;
  const { kind, subscriber } = signedUp;
  if (kind === 'ask') await letters.confirm(subscriber, signedUp.request);
  else await letters.subscribed(subscriber, kind === 'subscribed');
}

function addConfirmRoutes(app: Hono, deps: ReaderDeps, show: Show): void {
  const { subscribers, letters, now } = deps;
  const linkOf = (context: Context) => {
    const bindingOf = (reader: Addressee) => confirmBinding(reader, subscribers, now());
    return timedLink(context, 'confirm', deps, bindingOf, show);
  };

  const confirmed = async (context: Context, subscriber: Subscriber, path: string | null) => {
    const latest = await deps.latest(subscriber.topicId);
    const page = confirmedPage(topicOf(subscriber, deps), latest, path, now());
    return show(context, page, 200, PERSONAL);
  };
  const used = async (context: Context, standing: Subscriber | null) =>
    standing?.state === 'active' ? confirmed(context, standing, null) : usedLink(context, show);

  app.get('/confirm/:token', async (context) => {
    const link = await linkOf(context);
    if (link.kind === 'refused') return link.response;
    const standing = await subscribers.get(link.reader.topicId, link.reader.subscriberId);
    if (link.kind === 'overtaken' || standing?.request === undefined)
      return used(context, standing);
    const title = topicOf(standing, deps)?.title ?? standing.topicId;
    const page = askConfirmPage(context.req.path, title, standing.request.settings.cadence);
    return show(context, page, 200, PERSONAL);
  });
  app.post('/confirm/:token', async (context) => {
    const link = await linkOf(context);
    if (link.kind === 'refused') return link.response;
    const { topicId, subscriberId } = link.reader;
    if (link.kind === 'overtaken')
      return used(context, await subscribers.get(topicId, subscriberId));
    const outcome = await confirm(link.reader, subscribers, now());
    if (outcome.kind === 'gone') return usedLink(context, show);
    if (outcome.kind === 'confirmed')
      await letters.welcome(outcome.subscriber, await deps.latest(topicId));
    const token = signLink('preferences', link.reader, deps.keys);
    return confirmed(context, outcome.subscriber, `/preferences/${token}`);
  });
}

const topicOf = ({ topicId }: Subscriber, { topics }: ReaderDeps) =>
  topics.find(({ id }) => id === topicId);

import type { Context, Hono } from 'hono';
import { parseAddress } from '#lib/subscription/address.ts';
import { askToMove } from '#lib/subscription/change-address.ts';
import { ownAddressBinding } from '#lib/subscription/own-address-link.ts';
import type { Addressee } from '#lib/subscription/subscriber.ts';
import { limitBody, readForm } from './form-body.ts';
import { newAddressPage, type NewAddressForm } from './new-address-page.ts';
import { PERSONAL, type Show } from './page.ts';
import { sentPage } from './preferences-pages.ts';
import { evenly, type ReaderDeps } from './reader-deps.ts';
import { tooManyPage } from './subscribe-pages.ts';
import { timedLink, usedLink } from './timed-page.ts';

/**
 * Entering a new address, by a link mailed to the present one: the lasting link of each mail may have been
 * forwarded, and whoever moves a subscription has it. Nothing changes before the new address confirms.
 */
export function addNewAddressRoutes(app: Hono, deps: ReaderDeps, show: Show): void {
  const linked =
    (answer: (context: Context, reader: Addressee) => Promise<Response> | Response) =>
    async (context: Context) => {
      const bindingOf = (reader: Addressee) => ownAddressBinding(reader, deps.subscribers);
      const link = await timedLink(context, 'new-address', deps, bindingOf, show);
      if (link.kind === 'refused') return link.response;
      return link.kind === 'valid' ? answer(context, link.reader) : usedLink(context, show);
    };
  const page = (context: Context, { topicId }: Addressee, form: NewAddressForm = {}) => {
    const topic = deps.topics.find(({ id }) => id === topicId)?.title ?? topicId;
    const status = form.fault === undefined ? 200 : 400;
    return show(context, newAddressPage(context.req.path, topic, form), status, PERSONAL);
  };

  app.use('/new-address/*', limitBody(show));
  app.get(
    '/new-address/:token',
    linked((context, reader) => page(context, reader)),
  );
  app.post(
    '/new-address/:token',
    linked(async (context, reader) => {
      const value = (await readForm(context))['new-address'] ?? '';
      const address = parseAddress(value, 'form');
      if (!address.ok) return page(context, reader, { value, fault: 'addressFault' });
      if (!(await deps.limits.mayAsk(deps.sourceOf(context))))
        return show(context, tooManyPage, 429, PERSONAL);
      const kind = await evenly(mailNewAddress(reader, address.value, deps), deps);
      if (kind === 'gone') return usedLink(context, show);
      if (kind === 'same') return page(context, reader, { value, fault: 'sameFault' });
      return show(context, sentPage, 200, PERSONAL);
    }),
  );
}

/** The same work whoever has the address. */
async function mailNewAddress(reader: Addressee, address: string, deps: ReaderDeps) {
  const { subscribers, limits, letters, now } = deps;
  const mayMail = await limits.mayMail('new-address', address);
  const asked = await askToMove(reader, address, subscribers, now());
  if (mayMail && (asked.kind === 'ask' || asked.kind === 'suppressed'))
    await letters.newAddress(asked.subscriber, asked.wanted, asked.kind === 'ask');
  return asked.kind;
}

import type { Context, Hono } from 'hono';
import type { KeyRing } from '#lib/subscription/key-ring.ts';
import { signLink, verifyLink, type LinkPurpose } from '#lib/subscription/signed-link.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import type { Addressee } from '#lib/subscription/subscriber.ts';
import { undoUnsubscribe, unsubscribe } from '#lib/subscription/unsubscribe.ts';
import { PERSONAL, type MakePage, type PageStatus, type Show } from './page.ts';
import {
  askPage,
  askUndoPage,
  badLinkPage,
  undonePage,
  undoTooLatePage,
  unsubscribedPage,
  whereToUnsubscribePage,
} from './unsubscribe-pages.ts';

export interface UnsubscribeRoutesDeps {
  subscribers: Pick<SubscriberStore, 'get' | 'setState'>;
  keys: KeyRing;
  now: () => Date;
}

/**
 * Leaving, and taking it back. A POST acts whatever its body is (RFC 8058 has mail services send a
 * form, a person's browser sends an empty one), so that the body is not even read. Nothing is
 * refused for its sender or its number.
 */
export function addUnsubscribeRoutes(app: Hono, deps: UnsubscribeRoutesDeps, show: Show): void {
  const { subscribers, keys, now } = deps;
  const addressee = (context: Context, purpose: LinkPurpose) =>
    verifyLink(context.req.param('token') ?? '', purpose, keys);
  const path = (purpose: LinkPurpose, reader: Addressee) =>
    `/${purpose}/${signLink(purpose, reader, keys)}`;

  const personal = (context: Context, page: MakePage, status: PageStatus = 200) =>
    show(context, page, status, PERSONAL);
  const badLink = (context: Context) => personal(context, badLinkPage, 400);

  app.get('/unsubscribe', (context) => show(context, whereToUnsubscribePage));
  app.get('/unsubscribe/:token', (context) => {
    const reader = addressee(context, 'unsubscribe');
    return reader === null ? badLink(context) : personal(context, askPage(context.req.path));
  });
  app.post('/unsubscribe/:token', async (context) => {
    const reader = addressee(context, 'unsubscribe');
    if (reader === null) return badLink(context);
    const { undoable } = await unsubscribe(reader, subscribers, now());
    return personal(context, unsubscribedPage(undoable ? path('undo-unsubscribe', reader) : null));
  });
  app.get('/undo-unsubscribe/:token', (context) => {
    const reader = addressee(context, 'undo-unsubscribe');
    return reader === null ? badLink(context) : personal(context, askUndoPage(context.req.path));
  });
  app.post('/undo-unsubscribe/:token', async (context) => {
    const reader = addressee(context, 'undo-unsubscribe');
    if (reader === null) return badLink(context);
    const isActive = await undoUnsubscribe(reader, subscribers, now());
    return isActive
      ? personal(context, undonePage(path('unsubscribe', reader)))
      : personal(context, undoTooLatePage, 409);
  });
}

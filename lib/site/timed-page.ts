import type { Context } from 'hono';
import type { Addressee } from '#lib/subscription/subscriber.ts';
import { verifyTimedLink, type TimedPurpose } from '#lib/subscription/timed-link.ts';
import { PERSONAL, type Show } from './page.ts';
import type { ReaderDeps } from './reader-deps.ts';
import { expiredLinkPage, usedLinkPage } from './subscribe-pages.ts';
import { badLinkPage } from './unsubscribe-pages.ts';

/** What the link of a request is worth. overtaken: it is ours, and what it was made for is done or replaced. */
export type TimedLink =
  | { kind: 'valid' | 'overtaken'; reader: Addressee }
  | { kind: 'refused'; response: Response | Promise<Response> };

/** Checks the link of a request; one that is damaged or expired has its answer. */
export async function timedLink(
  context: Context,
  purpose: TimedPurpose,
  { keys, now }: ReaderDeps,
  bindingOf: (reader: Addressee) => Promise<string | null>,
  show: Show,
): Promise<TimedLink> {
  const readerOf = ({ topicId, id }: { topicId: string; id: string }) => ({
    topicId,
    subscriberId: id,
  });
  const token = context.req.param('token') ?? '';
  const link = await verifyTimedLink(token, purpose, { keys, now: now() }, (target) =>
    bindingOf(readerOf(target)),
  );
  if (link.kind === 'invalid')
    return { kind: 'refused', response: show(context, badLinkPage, 400, PERSONAL) };
  if (link.kind === 'expired')
    return { kind: 'refused', response: show(context, expiredLinkPage, 410, PERSONAL) };
  return { kind: link.kind, reader: readerOf(link.target) };
}

/** The answer to a link that was used, or replaced by a newer one. */
export const usedLink = (context: Context, show: Show) =>
  show(context, usedLinkPage, 410, PERSONAL);

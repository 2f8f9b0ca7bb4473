import { getConnInfo } from '@hono/node-server/conninfo';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { SiteDeps } from '#lib/site/site-app.ts';
import { deliverDeps, senderOf, type MailOptions } from '../mail-options.ts';
import type { Session } from '../session.ts';

const HOUR_MS = 3_600_000;

/** How the public pages of this machine mail their readers: into the outbox, or over SMTP. */
export async function readerMails(
  session: Session,
  stores: LocalStores,
  options: MailOptions,
): Promise<Pick<SiteDeps, 'mailer' | 'pace' | 'sender' | 'sourceOf' | 'sleep'>> {
  const { mailer, pace } = await deliverDeps(session, stores, options);
  return {
    mailer,
    pace,
    sender: await senderOf(session, options),
    sourceOf: (context) => getConnInfo(context).remote.address ?? 'unknown',
    sleep,
  };
}

/** Erases, now and each hour, what was to be kept for a while only. Returns what ends it. */
export function keepErasing(
  { eraseExpired }: LocalStores,
  now: () => Date,
  reportFailure: (error: Error) => void,
): () => void {
  const erase = () => void eraseExpired(now()).catch(reportFailure);
  erase();
  const timer = setInterval(erase, HOUR_MS).unref();
  return () => clearInterval(timer);
}

import { askOperator } from '#lib/delivery/ask-operator.ts';
import { beginSending, type BeginDeps, type Beginning } from '#lib/delivery/begin-sending.ts';
import { hasBegun } from '#lib/delivery/edition-head.ts';
import { formatForecast } from '#lib/delivery/forecast.ts';
import type { Mailer } from '#lib/delivery/mailer.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { loadBrand } from '../load-brand.ts';
import { deliverDeps, limitsOf, senderOf, type MailOptions } from '../mail-options.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';

/**
 * Leaves an edition to a person where its topic asks for an approval, and asks the operator by mail where one is
 * known. Null: it may go out.
 */
export async function holdForApproval(
  session: Session,
  stores: LocalStores,
  topic: Topic,
  edition: Edition,
  options: MailOptions,
): Promise<Report | null> {
  if (!topic.approval || hasBegun(await stores.ledger.head(edition.id))) return null;
  const deps = await beginDeps(session, stores, options);
  const begun = await beginSending(edition, topic, deps, { evenIfLate: true });
  return begun.kind === 'waits' ? waitingReport(edition, begun, deps.now()) : null;
}

async function beginDeps(
  session: Session,
  stores: LocalStores,
  options: MailOptions,
): Promise<BeginDeps> {
  const { settings, terminal } = session;
  const { mailer, now } = await deliverDeps(session, stores, options);
  const operator = options.operator ?? terminal.env['PARLEY_OPERATOR'] ?? null;
  const askDeps = {
    ...{ mailer: eachNew(mailer, now), brand: await loadBrand(), commandSuffix: '', now },
    sender: await senderOf(session, options),
    links: makeLinks(settings.siteUrl, stores.keys),
  };
  const to = { address: operator ?? '', timeZone: 'UTC' };
  return {
    ...{ ...stores, queue: null, by: 'parley send', now, usdAThousand: null },
    quota: { read: async () => limitsOf(options.rate) },
    ask: operator === null ? null : (request) => askOperator(request, { ...askDeps, operator: to }),
  };
}

/** The outbox takes each id once: a question about each content of each edition has one of its own. */
function eachNew(mailer: Mailer, now: () => Date): Pick<Mailer, 'send'> {
  return {
    send: (mail) =>
      mailer.send({
        ...mail,
        deliveryId: `${mail.editionId}.${mail.deliveryId}-${now().getTime()}`,
      }),
  };
}

function waitingReport(
  { topicId, slot: date, subject }: Edition,
  { forecast, asked, startBy }: Extract<Beginning, { kind: 'waits' }>,
  now: Date,
): Report {
  const name = formatSlot({ topicId, date });
  const isLate = now > startBy;
  const command = `parley approve ${date} --topic ${topicId}${isLate ? ' --late' : ''}`;
  return {
    data: { slot: { topicId, date }, outcome: 'waits', forecast, asked },
    lines: [
      `${name} waits for approval: ${command}`,
      `  ${subject}`,
      ...formatForecast(forecast).map((line) => `  ${line}`),
      `  ${howAsked(asked, isLate)}`,
    ],
    problems: [],
  };
}

function howAsked(asked: boolean, isLate: boolean): string {
  if (asked) return 'the operator is asked by mail';
  return isLate
    ? 'its sending should have begun before now: nobody is asked by mail'
    : 'nobody is asked by mail: --operator ADDRESS, or PARLEY_OPERATOR';
}

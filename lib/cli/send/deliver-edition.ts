import { formatCounts } from '#lib/delivery/count-deliveries.ts';
import type { RoundKind } from '#lib/delivery/edition-head.ts';
import { formatForecast } from '#lib/delivery/forecast.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import { reconcileEdition } from '#lib/local/reconcile-edition.ts';
import { sendEdition, type RunOutcome, type SendReport } from '#lib/local/send-edition.ts';
import type { SmtpServer } from '#lib/local/smtp-mailer.ts';
import { formatSlot } from '../choose-slot.ts';
import { deliverDeps, foretell, type MailOptions } from '../mail-options.ts';
import type { Session } from '../session.ts';
import { count } from '../table.ts';

/** What came of mailing an edition. */
export interface Sent {
  report: SendReport;
  /** What happened, in a line. */
  summary: string;
  /** "in FOLDER" or "through HOST:PORT". */
  whereTo: string;
  problems: string[];
}

/** Mails an edition to who has not got it yet, showing progress, and closes it if that was all. */
export async function deliverEdition(
  session: Session,
  stores: LocalStores,
  edition: Edition,
  options: MailOptions,
  round: RoundKind = 'audience',
): Promise<Sent> {
  const { smtp, rate } = options;
  const deps = await deliverDeps(session, stores, options);
  const onPlanned = (waiting: number) => {
    const lines = formatForecast(foretell(waiting, options, deps.now()));
    session.terminal.stderr.write(`${lines.join('\n')}\n`);
  };
  const report = await sendEdition(edition, {
    ...deps,
    round,
    // Without a rate all goes as fast as it can.
    ...(rate !== undefined && { onPlanned }),
    onProgress: (done, of) => session.progress.step('deliveries:', done, of),
  });
  const unsettled = await reconcileEdition(edition.id, stores, 'parley send', deps.now);
  return {
    report,
    summary: summary(edition, report),
    whereTo: smtp ? `through ${smtp.host}:${smtp.port}` : `in ${stores.outbox.folder}`,
    // Skipped is how it should be: the subscriber left after the plan.
    problems: [
      ...problemLines(report.problems.filter(({ kind }) => kind !== 'skipped')),
      ...(smtp === undefined ? [] : nextStep(edition, report, smtp)),
      ...unsettled,
    ],
  };
}

/** What a person does where a mail server gave no answer, or took nothing: it may be down, or the address wrong. */
function nextStep(
  { slot, topicId }: Edition,
  { outcomes }: SendReport,
  { host, port }: SmtpServer,
): string[] {
  const { sent, later, doubtful } = outcomes;
  if (doubtful > 0)
    return [
      `nobody in doubt is mailed again by itself: look into the log of ${host}, then parley settle ${slot} --topic ${topicId} --as sent, or --as unsent`,
    ];
  if (later === 0 || sent > 0) return [];
  return [
    `the mail server ${host}:${port} took no mail: ${count(later, 'delivery', 'deliveries')} wait in the ledger, and nobody was mailed`,
    'see that it runs and that --smtp names it, then give the same command again',
  ];
}

/** One line a subscriber, but one for all who met the same fate for the same reason. */
function problemLines(outcomes: RunOutcome[]): string[] {
  const alike = new Map<string, string[]>();
  for (const outcome of outcomes) {
    const fate = 'reason' in outcome ? `${outcome.kind}: ${outcome.reason}` : outcome.kind;
    alike.set(fate, [...(alike.get(fate) ?? []), outcome.subscriberId]);
  }
  return [...alike].map(([fate, [first, ...others]]) =>
    others.length === 0
      ? `subscriber ${first}: ${fate}`
      : `subscriber ${first} and ${others.length} more: ${fate}`,
  );
}

function summary(edition: Edition, { planned, outcomes, deliveries }: SendReport): string {
  const name = formatSlot({ topicId: edition.topicId, date: edition.slot });
  if (planned === 0) return `nothing to send: ${edition.topicId} has no active subscriber`;
  if (outcomes.settled === planned)
    return `nothing to send: ${allSettled(planned, name)}: ${formatCounts(deliveries)}`;
  const parts = KINDS.flatMap(([kind, name]) =>
    outcomes[kind] > 0 ? [`${outcomes[kind]} ${name}`] : [],
  );
  return `${name}: ${[...parts, ...settledBefore(outcomes.settled)].join(', ')}`;
}

/** What a person calls the outcomes of a run. */
const KINDS = [
  ['sent', 'sent'],
  ['skipped', 'skipped'],
  ['failed', 'failed'],
  ['later', 'later'],
  ['doubtful', 'doubtful'],
  ['broken', 'broken'],
  ['elsewhere', 'with another run'],
  ['held', 'held'],
] as const;

const allSettled = (planned: number, name: string) =>
  planned === 1
    ? `the delivery of ${name} is settled`
    : `all ${planned} deliveries of ${name} are settled`;

const settledBefore = (settled: number) => (settled > 0 ? [`${settled} settled before`] : []);

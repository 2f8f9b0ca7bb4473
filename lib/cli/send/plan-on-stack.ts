import { SES_USD_A_THOUSAND } from '#lib/aws/ses-quota.ts';
import type { RemoteStores } from '#lib/aws/open-remote.ts';
import { candidatesOf } from '#lib/delivery/candidates.ts';
import { countCandidates } from '#lib/delivery/count-audience.ts';
import type { EditionState, RoundKind } from '#lib/delivery/edition-head.ts';
import { forecast, formatForecast, type Forecast } from '#lib/delivery/forecast.ts';
import { planAgain } from '#lib/delivery/plan.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { formatSlot } from '../choose-slot.ts';
import { remoteFlag } from '../remote-option.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { count } from '../table.ts';

/** What sending to so many takes with the account's quota as it is now. */
export async function foretellOnStack(
  recipients: number,
  { quota }: Pick<RemoteStores, 'quota'>,
  now: Date,
): Promise<Forecast> {
  const limits = await quota.read();
  return forecast({ recipients, limits, now, usdAThousand: SES_USD_A_THOUSAND });
}

/**
 * Plans an edition and puts its groups on the stack's queue, from which the stack mails. What the quota
 * cannot bear is refused before anything is planned. Killed, and called again, it goes on.
 */
export async function planOnStack(
  session: Session,
  stores: RemoteStores,
  edition: Edition,
  kind: RoundKind,
): Promise<Report> {
  const { terminal, settings, progress } = session;
  const candidates = candidatesOf({ kind, isFirst: false }, edition, stores);
  const told = await foretellOnStack(await countCandidates(candidates), stores, settings.now);
  const name = formatSlot({ topicId: edition.topicId, date: edition.slot });
  if (told.refusal !== null)
    return { data: { forecast: told }, lines: [], problems: [`${name}: ${told.refusal}`] };
  const { planned, queued, state } = await planAgain(edition, kind, {
    ...stores,
    by: 'parley send',
    now: terminal.now,
    onProgress: (done) => progress.step('deliveries planned:', done, told.recipients),
  });
  const summary = `${name}: ${count(told.recipients, 'recipient')} more, ${planned} in all`;
  const next = whatHappens(state, `${edition.slot}${remoteFlag(settings)}`);
  return {
    data: { forecast: told, planned, queued, state },
    lines: [summary, ...formatForecast(told).map((line) => `  ${line}`), `  ${next}`],
    problems: state === 'cancelled' ? [`${name} is cancelled: nobody else gets it`] : [],
  };
}

/** What an edition in this state waits for. @param slot with the flag of the stack, for commands */
export function whatHappens(state: EditionState, slot: string): string {
  return NEXT[state](slot);
}

const NEXT: Record<EditionState, (slot: string) => string> = {
  planned: (slot) => `it waits for an approval: parley approve ${slot}`,
  sending: (slot) => `the stack mails them; parley status ${slot} --watch follows it`,
  paused: (slot) => `it is paused: they wait for parley resume ${slot}`,
  cancelled: () => 'nothing was planned',
  closed: () => 'everybody has it already',
};

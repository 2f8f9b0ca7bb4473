import { SES_USD_A_THOUSAND } from '#lib/aws/ses-quota.ts';
import type { RemoteStores } from '#lib/aws/open-remote.ts';
import { beginSending, type Beginning } from '#lib/delivery/begin-sending.ts';
import { hasBegun } from '#lib/delivery/edition-head.ts';
import { formatForecast } from '#lib/delivery/forecast.ts';
import type { Edition, Slot } from '#lib/edition/edition.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeEdition } from '../compose-edition.ts';
import { composeFaults } from '../edition-summary.ts';
import { laterArticles } from '../later-articles.ts';
import { notComposed } from '../not-composed.ts';
import { remoteFlag } from '../remote-option.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { withRemoteStores } from '../with-stores.ts';
import { lateness } from './lateness.ts';
import { planOnStack, whatHappens } from './plan-on-stack.ts';

/** Composes the slot's edition on a stack if it has none, and lets the stack mail it to who has not got it yet. */
export async function sendOnStack(
  session: Session,
  stack: string,
  topic: Topic,
  slot: Slot,
): Promise<Report> {
  return withRemoteStores(stack, async (stores) => {
    const outcome = await composeEdition(session, stores, topic, slot);
    if (!('edition' in outcome)) return notComposed(slot, outcome);
    const { edition, kind } = outcome;
    const { data, lines, problems } = await mailOnStack(session, stores, edition, topic);
    return {
      data: { slot, edition: { id: edition.id, outcome: kind }, ...Object(data) },
      lines: [
        ...(kind === 'frozen' ? [`${formatSlot(slot)}: composed and frozen`] : []),
        ...lines,
        ...(kind === 'exists' ? await laterArticles(session, stores, topic, edition) : []),
      ],
      problems: [...composeFaults(outcome), ...problems],
    };
  });
}

/** Begins the sending as the stack itself does when the slot is due; one that has begun goes to who came since. */
async function mailOnStack(
  session: Session,
  stores: RemoteStores,
  edition: Edition,
  topic: Topic,
): Promise<Report> {
  if (hasBegun(await stores.ledger.head(edition.id)))
    return planOnStack(session, stores, edition, 'audience');
  const { terminal, progress } = session;
  const deps = {
    ...stores,
    usdAThousand: SES_USD_A_THOUSAND,
    // Who would be asked sits at this terminal.
    ask: null,
    by: 'parley send',
    now: terminal.now,
    onProgress: (done: number) => progress.step('deliveries planned:', done),
  };
  // A person wants it now; how late it is stands in the report.
  const begun = await beginSending(edition, topic, deps, { evenIfLate: true });
  return begunReport(session, edition, begun, lateness(topic, edition.slot, terminal.now()));
}

function begunReport(
  { settings }: Session,
  edition: Edition,
  begun: Beginning,
  late: string[],
): Report {
  const name = formatSlot({ topicId: edition.topicId, date: edition.slot });
  const flag = remoteFlag(settings);
  if (begun.kind === 'late') return { data: begun, lines: late, problems: [`${name} is too late`] };
  const { forecast: told } = begun;
  const forecastLines = told === null ? [] : formatForecast(told).map((line) => `  ${line}`);
  if (begun.kind === 'waits') {
    const waits = `waits for an approval: parley approve ${edition.slot}${flag}`;
    return { data: begun, lines: [`${name} ${waits}`, ...forecastLines], problems: [] };
  }
  const { planned, state } = begun.plan;
  return {
    data: begun,
    lines: [
      `${name}: ${planned} planned`,
      ...late,
      ...forecastLines,
      `  ${whatHappens(state, `${edition.slot}${flag}`)}`,
    ],
    problems: [],
  };
}

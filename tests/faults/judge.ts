import { GROUP_SIZE } from '#lib/delivery/group.ts';
import { HEAD_KEPT_MS } from '#lib/delivery/head-watch.ts';
import type { Account } from './account.ts';
import { SES_FAULTS } from './ses-behaviour.ts';
import type { Scenario } from './scenario.ts';
import type { Run } from './supervisor.ts';

/** What came of a scenario. */
export interface Judged extends Account, Run {
  /** How often each thing went wrong at the server. */
  wrong: Record<string, number>;
}

/** Why the row of a scenario breaks its expectation; empty: it does not. A fault that never happened proves nothing. */
export function judge(scenario: Scenario, came: Judged): string[] {
  const { duplicates = 'none', resent = 0, brakes = 0 } = scenario.expect ?? {};
  const demands: [boolean, string][] = [
    [came.stuck === null, came.stuck ?? ''],
    [duplicates !== 'none' || came.duplicates === 0, `${came.duplicates} duplicates`],
    [duplicates !== 'some' || came.duplicates > 0, 'no duplicates: the bench does not see any'],
    [duplicates !== 'bounded' || came.duplicates > 0, 'no second mail: the bound was not tried'],
    [
      duplicates !== 'bounded' || came.duplicates <= lostAnswers(came),
      'more mails twice than answers lost',
    ],
    [came.losses === 0, `${came.losses} losses`],
    [came.resent >= resent, `${came.resent} resent, not ${resent} or more`],
    [came.brakes >= brakes, `the brake paused the edition ${came.brakes} times`],
    [came.reports <= 1, `the operator got ${came.reports} reports`],
    [mayLackReport(scenario) || came.reports === 1, 'the operator got no report'],
    [came.takenWhileHeld <= heldBound(scenario), `${came.takenWhileHeld} mails while it was held`],
    [came.killsLeft.length === 0, `never came to ${came.killsLeft.join(', ')}`],
    [
      came.kills >= leastKills(scenario),
      `${came.kills} kills, not ${leastKills(scenario)} or more`,
    ],
  ];
  for (const fault of SES_FAULTS)
    if (scenario.ses?.faults?.[fault] !== undefined)
      demands.push([(came.wrong[fault] ?? 0) > 0, `${fault} never happened`]);
  const broken = demands.filter(([holds]) => !holds).map(([, why]) => why);
  return scenario.withoutClaims === true ? broken : [...broken, ...came.disagreements];
}

/** Mails that the server took without an answer. */
const lostAnswers = ({ wrong }: Judged) =>
  SES_FAULTS.filter((fault) => fault.endsWith('-after')).reduce(
    (sum, fault) => sum + (wrong[fault] ?? 0),
    0,
  );

/** The report goes out at most once: who is killed while filing it, or is not told that it is filed, mails none. */
const mayLackReport = ({ kills = [], randomKills, table, expect }: Scenario) =>
  expect?.cancelled === true ||
  table?.unansweredShare !== undefined ||
  [...kills.map(({ role }) => role), ...(randomKills?.roles ?? [])].includes('reconcile');

/** Random kills may find nobody at work any more. */
const leastKills = ({ kills = [], randomKills }: Scenario) =>
  kills.length + (randomKills === undefined ? 0 : 1);

/**
 * Two workers may believe for a second that the edition goes out, and then finish their groups; as many mails again
 * may have been taken just before, and be counted just after. While the brake has it paused nothing is counted.
 */
const heldBound = ({ ses }: Scenario) =>
  ((ses?.saysPerSecond ?? 0) * HEAD_KEPT_MS) / 1_000 + 4 * GROUP_SIZE;

import { collect } from '../contract/sample-data.ts';
import { deliveryReport } from '#lib/delivery/delivery-report.ts';
import { account, type Account } from './account.ts';
import { benchEdition } from './bench-edition.ts';
import { insist, prepareGround, type Ground } from './ground.ts';
import { judge } from './judge.ts';
import type { Scenario } from './scenario.ts';
import { Supervisor, type Run } from './supervisor.ts';

/** One row of the table. */
export interface Row extends Account, Pick<Run, 'kills'> {
  name: string;
  subscribers: number;
  /** Of real time, without the preparation. */
  seconds: number;
  /** Why the row breaks its expectation; empty: it does not. */
  breaks: string[];
}

/** Runs a scenario on a ground of its own, and holds what came of it against what was to be expected. */
export async function runScenario(scenario: Scenario, seed: number): Promise<Row> {
  const ground = await prepareGround(scenario, seed);
  try {
    const started = performance.now();
    const run = await new Supervisor(scenario, ground).run();
    const seconds = (performance.now() - started) / 1_000;
    const counted = account(await gather(scenario, ground, run));
    const tally = await ground.ses.tally();
    const breaks = judge(scenario, { ...counted, ...run, wrong: tally.wrong });
    const { name, subscribers } = scenario;
    return { name, subscribers, ...counted, kills: run.kills, seconds, breaks };
  } finally {
    await ground.close();
  }
}

async function gather({ name }: Scenario, ground: Ground, { left }: Run) {
  const { ledger, subscribers, people, ses, clock } = ground;
  const { id } = benchEdition(name);
  const head = await insist(() => ledger.head(id));
  const deliveries = await insist(() => collect(ledger.list(id)));
  const at = clock.now().toISOString();
  if (head === null) throw new Error('the edition was never begun');
  const report = await insist(() => deliveryReport(head, ledger, at));
  const everybody = await insist(() => collect(subscribers.list(name)));
  const active = new Set(
    everybody.filter(({ state }) => state === 'active').map((each) => each.id),
  );
  return { people, left, tally: await ses.tally(), deliveries, report, head, active };
}

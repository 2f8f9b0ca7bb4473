import type { SQSBatchResponse } from 'aws-lambda';
import type { Reconciled } from '#lib/delivery/reconcile.ts';
import { benchEdition } from './bench-edition.ts';
import { BenchProcess } from './bench-process.ts';
import type { BenchQueue } from './bench-queue.ts';
import { insist, type Ground } from './ground.ts';
import type { Kill, Role, RoleSetting } from './role.ts';
import type { Scenario } from './scenario.ts';

/** As `lib/infra` sets it: functions that send side by side, and messages that each gets at once. */
const WORKERS = 2;
const DELIVERIES_AT_ONCE = 5;
const EVENTS_AT_ONCE = 100;

/** The functions of a scenario as processes, invoked as AWS invokes them. */
export class Functions {
  kills = 0;
  /** What the last reconciler saw. */
  isPaused = false;
  /** Reports that the operator got. */
  reports = 0;
  isPlanned = false;
  isClosed = false;
  readonly places: BenchProcess[] = [];
  /** Kills that no process has been told of. */
  readonly killsLeft: Kill[];
  private failure: unknown = null;

  constructor(
    private readonly scenario: Scenario,
    private readonly ground: Ground,
  ) {
    const { planners = 1, skewMs = [], kills = [] } = scenario;
    this.killsLeft = [...kills];
    for (let i = 0; i < planners; i++) this.places.push(this.place('plan', 0));
    for (let i = 0; i < WORKERS; i++) this.places.push(this.place('deliver', skewMs[i] ?? 0));
    this.places.push(this.place('feedback', 0), this.place('reconcile', 0));
  }

  /** Invokes the planners; one that is killed, or throws, is invoked again. */
  plan(): void {
    for (const place of this.of('plan'))
      this.watch(async () => {
        while (typeof (await place.invoke(null)) === 'string');
        this.isPlanned = true;
      });
  }

  deliver(): void {
    this.workOff('deliver', this.ground.deliveries, DELIVERIES_AT_ONCE);
  }

  takeFeedback(): void {
    this.workOff('feedback', this.ground.events, EVENTS_AT_ONCE);
  }

  reconcile(): void {
    const [place] = this.of('reconcile');
    if (place === undefined || place.isBusy) return;
    this.watch(async () => {
      const outcome = await place.invoke(null);
      if (typeof outcome === 'string') return;
      const {
        scenario: { name },
        ground: { ledger },
      } = this;
      const done = outcome.answer as Reconciled | null;
      this.isPaused = done?.state === 'paused';
      // One that was killed after it closed the edition has told nobody: the next one finds nothing to do.
      const head = done === null ? await insist(() => ledger.head(benchEdition(name).id)) : null;
      this.isClosed = done?.state === 'closed' || head?.state === 'closed';
    });
  }

  /** Whether anybody is at work. @throws what went wrong in the bench itself */
  isBusy(role?: Role): boolean {
    if (this.failure !== null) throw this.failure;
    return this.places.some((place) => place.isBusy && (role ?? place.role) === place.role);
  }

  follow(aheadMs: number): void {
    for (const place of this.places) place.follow(aheadMs);
  }

  async close(): Promise<void> {
    await Promise.all(this.places.map((place) => place.close()));
  }

  private of(role: Role): BenchProcess[] {
    return this.places.filter((place) => place.role === role);
  }

  private workOff(role: Role, queue: BenchQueue, max: number): void {
    for (const place of this.of(role)) {
      if (place.isBusy) continue;
      const records = queue.receive(max, this.ground.clock.time);
      if (records.length === 0) return;
      this.watch(async () => {
        const outcome = await place.invoke({ records });
        if (typeof outcome === 'string') return;
        const { batchItemFailures } = outcome.answer as SQSBatchResponse;
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        for (const { messageId } of records) if (!failed.has(messageId)) queue.done(messageId);
      });
    }
  }

  private watch(work: () => Promise<void>): void {
    work().catch((error: unknown) => (this.failure ??= error));
  }

  private place(role: Role, skewMs: number): BenchProcess {
    return new BenchProcess(role, {
      nextSetting: () => this.setting(role, skewMs),
      onTold: () => (this.reports += 1),
      onKilled: () => (this.kills += 1),
    });
  }

  private setting(role: Role, skewMs: number): RoleSetting {
    const { urls, clock } = this.ground;
    const next = this.killsLeft.findIndex((kill) => kill.role === role);
    const [kill = null] = next === -1 ? [] : this.killsLeft.splice(next, 1);
    const withClaims = this.scenario.withoutClaims !== true;
    return {
      role,
      topicId: this.scenario.name,
      ...urls,
      kill,
      withClaims,
      aheadMs: clock.ahead,
      skewMs,
    };
  }
}

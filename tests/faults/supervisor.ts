import { setTimeout as sleep } from 'node:timers/promises';
import { Actor } from './actor.ts';
import { Functions } from './functions.ts';
import type { Ground } from './ground.ts';
import { RandomKiller } from './random-killer.ts';
import type { Scenario } from './scenario.ts';

/** What happened while a scenario ran. */
export interface Run {
  kills: number;
  /** Steps at which a process was to be killed, and no process was left for it. */
  killsLeft: string[];
  /** Ids of those who left or were erased. */
  left: ReadonlySet<string>;
  /** Reports that the operator got. */
  reports: number;
  brakes: number;
  takenWhileHeld: number;
  /** Why the scenario was given up. */
  stuck: string | null;
}

const MINUTE_MS = 60_000;
const RECONCILE_EVERY_MS = 20 * MINUTE_MS;
/** Nothing is waited for so long: after a cancellation it is over. */
const QUIET_AFTER_MS = 4 * 60 * MINUTE_MS;
/** After so much real time, or days of the bench, a scenario will not end any more. */
const GIVEN_UP_AFTER_MS = 10 * MINUTE_MS;
const MORE_A_SUBSCRIBER_MS = 60;
const GIVEN_UP_AFTER_DAYS = 8;
const DAY_MS = 86_400_000;
/** Time between two looks at what there is to do. */
const LOOK_MS = 2;

/**
 * Does what AWS does: invokes the functions for messages of their queues, and the reconciler by the clock. While
 * nobody has anything to do it turns the clock forward to what comes next. It ends when the edition is closed, or
 * cancelled and quiet.
 */
export class Supervisor {
  private readonly functions: Functions;
  private readonly actor: Actor;
  private readonly killer: RandomKiller;
  private readonly started = performance.now();
  private readonly startedAt: number;
  private reconcileAt: number;
  private readonly feedbackFrom: number;
  private stuck: string | null = null;

  constructor(
    private readonly scenario: Scenario,
    private readonly ground: Ground,
  ) {
    const { clock, random } = ground;
    this.functions = new Functions(scenario, ground);
    this.actor = new Actor(scenario, ground, (time) => this.turnClock(time));
    this.killer = new RandomKiller(scenario.randomKills, this.functions.places, random);
    this.startedAt = clock.time;
    this.reconcileAt = clock.time;
    this.feedbackFrom = clock.time + (scenario.feedbackRestsMs ?? 0);
  }

  async run(): Promise<Run> {
    const { functions, actor } = this;
    try {
      functions.plan();
      while (!this.isOver()) await this.turn();
      while (this.stuck === null && this.hasEvents()) await this.drain();
      const { kills, reports } = functions;
      const killsLeft = functions.killsLeft.map(({ step }) => step);
      const { left, brakes, takenMeanwhile: takenWhileHeld } = actor;
      return { kills, killsLeft, left, reports, brakes, takenWhileHeld, stuck: this.stuck };
    } finally {
      await functions.close();
    }
  }

  private isOver(): boolean {
    const { time } = this.ground.clock;
    const days = (time - this.startedAt) / DAY_MS;
    if (this.isTooLong() || days > GIVEN_UP_AFTER_DAYS)
      this.stuck = `not over after ${days.toFixed(1)} days of the bench`;
    const isCancelled = this.scenario.expect?.cancelled === true && this.actor.isDone;
    const isQuiet = isCancelled && time - this.startedAt > QUIET_AFTER_MS;
    return this.stuck !== null || this.functions.isClosed || isQuiet;
  }

  private isTooLong(): boolean {
    const mayTake = GIVEN_UP_AFTER_MS + this.scenario.subscribers * MORE_A_SUBSCRIBER_MS;
    return performance.now() - this.started > mayTake;
  }

  /** Gives everybody who is idle what there is for them; where there is nothing, turns the clock. */
  private async turn(): Promise<void> {
    await this.actor.act(this.functions.isPlanned);
    if (this.scenario.resumesBraked === true && this.functions.isPaused)
      await this.actor.resumeBraked();
    this.invoke();
    await sleep(LOOK_MS);
    if (this.functions.isBusy() || this.hasMessages()) return;
    // What a process said last may still be on its way.
    await sleep(LOOK_MS);
    if (!this.hasMessages()) this.turnClock(this.nextAt());
  }

  private invoke(): void {
    const { functions, scenario, ground } = this;
    ground.publish();
    if (!this.actor.isFirst) functions.deliver();
    if (ground.clock.time >= this.feedbackFrom) functions.takeFeedback();
    if (ground.clock.time >= this.reconcileAt) {
      this.reconcileAt = ground.clock.time + (scenario.reconcileEveryMs ?? RECONCILE_EVERY_MS);
      functions.reconcile();
    } else if (scenario.reconcilesAlways === true && functions.isBusy('deliver'))
      functions.reconcile();
    this.killer.strike();
  }

  private hasMessages(): boolean {
    const { deliveries, events, clock } = this.ground;
    this.ground.publish();
    const mayTakeEvents = clock.time >= this.feedbackFrom;
    return (
      deliveries.counts(clock.time).visible > 0 ||
      (mayTakeEvents && events.counts(clock.time).visible > 0)
    );
  }

  private nextAt(): number {
    const { later, events, deliveries, clock } = this.ground;
    const feedbackAt = clock.time < this.feedbackFrom ? this.feedbackFrom : events.nextAt();
    return Math.min(
      ...[this.reconcileAt, later.nextAt(), deliveries.nextAt(), feedbackAt, this.actor.nextAt()],
    );
  }

  private turnClock(time: number): void {
    const { clock, ses } = this.ground;
    clock.advanceTo(time);
    ses.follow(clock.ahead);
    this.functions.follow(clock.ahead);
  }

  /** Whether SES has something to tell still, or somebody is at it: what comes after the end changes the account too. */
  private hasEvents(): boolean {
    const { later, events, clock } = this.ground;
    this.ground.publish();
    const { visible, hidden } = events.counts(clock.time);
    return visible + hidden > 0 || later.nextAt() < Infinity || this.functions.isBusy();
  }

  private async drain(): Promise<void> {
    const { later, events } = this.ground;
    this.functions.takeFeedback();
    await sleep(LOOK_MS);
    if (this.functions.isBusy()) return;
    const next = Math.min(later.nextAt(), events.nextAt());
    if (next < Infinity) this.turnClock(next);
    if (this.isTooLong()) this.stuck = 'events without an end';
  }
}

import { STATES_BEFORE, type EditionState } from '#lib/delivery/edition-head.ts';
import { benchEdition } from './bench-edition.ts';
import { insist, type Ground } from './ground.ts';
import type { Action, Scenario } from './scenario.ts';

const STATE_AFTER = { pause: 'paused', resume: 'sending', cancel: 'cancelled' } as const;

/** Longer than a claim lives. */
const JUMP_MS = 600_000;

/** Messages and events that are not ours, or of nothing that is known. */
const POISON = [
  '',
  'null',
  '{"editionId":"../../etc"}',
  '[1,2',
  '{"editionId":"gone.2026-01-05","round":1,"shard":0,"after":""}',
];

/** Does what operators, subscribers and strangers do while an edition goes out. */
export class Actor {
  /** Ids of those who left or were erased. */
  readonly left = new Set<string>();
  /** Times that the brake had paused the edition. */
  brakes = 0;
  private readonly actions: Action[];
  private lastAt = 0;
  private heldSince: number | null = null;
  private takenWhileHeld = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly ground: Ground,
    private readonly turnClock: (time: number) => void,
  ) {
    this.actions = [...(scenario.actions ?? [])];
  }

  /** Does what is due by now. */
  async act(isPlanned: boolean): Promise<void> {
    const [next] = this.actions;
    if (next === undefined || !this.isDue(next, isPlanned)) return;
    this.actions.shift();
    await this.perform(next);
    this.lastAt = this.ground.clock.time;
  }

  /** Whether the next action waits for nothing but the plan: the workers wait with it. */
  get isFirst(): boolean {
    return this.actions[0]?.at === 'planned';
  }

  /** When the next action is due by the clock; Infinity: it is not. */
  nextAt(): number {
    const [next] = this.actions;
    return next?.afterMs === undefined ? Infinity : this.lastAt + next.afterMs;
  }

  /** Mails that the server took from a pause or a cancellation to the next resume, or until now. */
  get takenMeanwhile(): number {
    return (
      this.takenWhileHeld + (this.heldSince === null ? 0 : this.ground.taken() - this.heldSince)
    );
  }

  get isDone(): boolean {
    return this.actions.length === 0;
  }

  /** Resumes what the brake has paused. */
  async resumeBraked(): Promise<void> {
    const head = await insist(() => this.ground.ledger.head(this.editionId));
    if (head?.state !== 'paused' || head.by !== 'brake') return;
    this.brakes += 1;
    await this.change('sending');
  }

  private get editionId(): string {
    return benchEdition(this.scenario.name).id;
  }

  private isDue({ at, afterMs }: Action, isPlanned: boolean): boolean {
    if (afterMs !== undefined) return this.ground.clock.time >= this.lastAt + afterMs;
    if (at === 'planned') return isPlanned;
    return this.ground.taken() >= at * this.scenario.subscribers;
  }

  private async perform({ what, share = 0 }: Action): Promise<void> {
    const { clock, deliveries, events } = this.ground;
    switch (what) {
      case 'pause':
      case 'resume':
      case 'cancel':
        return this.change(STATE_AFTER[what]);
      case 'leave':
      case 'erase':
        return this.leave(what, share);
      case 'poison':
        for (const body of POISON) [deliveries, events].forEach((queue) => queue.put(body));
        return;
      case 'jump':
        return this.turnClock(clock.time + JUMP_MS);
    }
  }

  private async change(to: Extract<EditionState, 'paused' | 'sending' | 'cancelled'>) {
    const { ledger, clock } = this.ground;
    const change = { to, by: 'operator', at: clock.now().toISOString(), reason: null };
    const { head } = await insist(() =>
      ledger.changeState(this.editionId, change, STATES_BEFORE[to]),
    );
    if (head?.state !== to) throw new Error(`the edition could not be ${to}: it is ${head?.state}`);
    this.takenWhileHeld = this.takenMeanwhile;
    this.heldSince = to === 'sending' ? null : this.ground.taken();
  }

  private async leave(what: 'leave' | 'erase', share: number): Promise<void> {
    const { people, subscribers, clock, random } = this.ground;
    for (const { id } of people.filter(() => random() < share)) {
      this.left.add(id);
      const { name } = this.scenario;
      const at = clock.now().toISOString();
      await insist(() =>
        what === 'erase'
          ? subscribers.remove(name, id)
          : subscribers.setState(name, id, 'unsubscribed', at),
      );
    }
  }
}

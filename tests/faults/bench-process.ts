import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { forkBench } from './fork-bench.ts';
import type { FromRole, Role, RoleSetting, Work } from './role.ts';

/** What a process of a role came to: its answer, that it died, or that it threw: then AWS invokes it again. */
export type Outcome = { answer: unknown } | 'died' | 'failed';

export interface BenchProcessDeps {
  /** The setting of the next process. */
  nextSetting: () => RoleSetting;
  onTold: (told: Extract<FromRole, { kind: 'told' }>) => void;
  onKilled: (role: Role) => void;
}

/** The place of one process: when the one in it was killed, the next invocation starts another. */
export class BenchProcess {
  isBusy = false;
  private child: ChildProcess | null = null;

  constructor(
    readonly role: Role,
    private readonly deps: BenchProcessDeps,
  ) {}

  /** One piece of work at a time. @throws Error where the process ended otherwise than by a kill */
  async invoke(work: Work): Promise<Outcome> {
    this.isBusy = true;
    try {
      const child = (this.child ??= this.start());
      child.send({ work });
      return await this.outcomeOf(child);
    } finally {
      this.isBusy = false;
    }
  }

  follow(aheadMs: number): void {
    this.child?.send({ aheadMs });
  }

  /** From outside, at any moment. Returns whether there was anybody. */
  kill(): boolean {
    return this.child?.kill('SIGKILL') ?? false;
  }

  async close(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    child.removeAllListeners();
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private start(): ChildProcess {
    const setting = JSON.stringify(this.deps.nextSetting());
    const child = forkBench('role-process', [setting]);
    child.on('exit', () => (this.child = null));
    // A process that was just killed cannot be told anything.
    child.on('error', () => undefined);
    return child;
  }

  private outcomeOf(child: ChildProcess): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: FromRole) => {
        if (message.kind === 'told') return this.deps.onTold(message);
        child.off('message', onMessage).off('exit', onExit);
        resolve(message.kind === 'failed' ? 'failed' : { answer: message.answer });
      };
      const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
        if (signal !== 'SIGKILL')
          return reject(new Error(`a process of ${this.role} ended with ${code ?? signal}`));
        this.deps.onKilled(this.role);
        resolve('died');
      };
      child.on('message', onMessage).on('exit', onExit);
    });
  }
}

import { reasonOf } from '#lib/dependency-error.ts';
import { BenchClock } from './bench-clock.ts';
import type { FromRole, RoleSetting, Work } from './role.ts';
import { workOf } from './role-work.ts';

/** A process of one role, as a function on AWS: it works when it is invoked. Argument: its setting as JSON. */
const setting = JSON.parse(process.argv[2] ?? '') as RoleSetting;
const { kill, skewMs } = setting;
const clock = new BenchClock(setting.aheadMs + skewMs);
let passes = 0;

const say = (message: FromRole) => process.send?.(message);
const work = workOf(setting, {
  now: clock.now,
  pass: (step) => {
    if (step === kill?.step && ++passes === kill.nth) process.kill(process.pid, 'SIGKILL');
  },
  tell: ({ counts: { doubtful, resent } }) => say({ kind: 'told', doubtful, resent }),
});

process.on('message', (message: { aheadMs: number } | { work: Work }) => {
  if ('aheadMs' in message) return clock.follow(message.aheadMs + skewMs);
  work(message.work).then(
    (answer) => say({ kind: 'answer', answer }),
    (error: unknown) => say({ kind: 'failed', reason: reasonOf(error) }),
  );
});
process.on('disconnect', () => process.exit());

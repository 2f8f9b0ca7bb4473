import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deliver } from '#lib/delivery/deliver.ts';
import { HeadWatch } from '#lib/delivery/head-watch.ts';
import type { GroupKey } from '#lib/delivery/group.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import type { Mailer } from '#lib/delivery/mailer.ts';
import { unlimitedPace } from '#lib/delivery/pace.ts';
import { plan, type PlanDeps } from '#lib/delivery/plan.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { links, sender } from './delivering.ts';
import { forgetfulLedger } from './forgetful-ledger.ts';
import { median, printMeasurements, seconds } from './measure.ts';
import { syntheticAudience } from './synthetic-audience.ts';

const FEW = 10_000;
const MANY = 1_000_000;
/** The small one is quick: its median is taken. */
const RUNS_OF_FEW = 9;
/** Groups that wait for a worker before the planner has to. */
const QUEUE_LIMIT = 100;
const WORKERS = 8;
/** Looks at the memory within one run. */
const LOOKS = 20;

/**
 * Planning and sending to 10,000 and to 1,000,000 subscribers, by the real planner and deliverer side by side. Of the
 * environment, subscribers are made when they are asked for, the ledger forgets finished groups, the queue holds 100, and the
 * mail server takes each mail at once: so what grows is the program's own.
 */
export async function benchScale(): Promise<void> {
  await sendTo(FEW);
  const few = [];
  for (let run = 0; run < RUNS_OF_FEW; run++) few.push(await sendTo(FEW));
  const many = await sendTo(MANY);
  const ms = median(few.map((each) => each.ms));
  const bytes = median(few.map((each) => each.bytes));
  const peer = 'that of 10,000, a subscriber';
  printMeasurements('Scale: planning and sending to 1,000,000 subscribers', [
    { what: 'time', value: seconds(many.ms), peer, ratio: many.ms / MANY / (ms / FEW) },
    {
      what: 'live memory, at its most',
      value: `${(many.bytes / 1e6).toFixed(1)} MB`,
      peer: `that of 10,000 (${(bytes / 1e6).toFixed(1)} MB)`,
      ratio: many.bytes / bytes,
    },
  ]);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Time in milliseconds, and what was alive at most at some moments of it. */
async function sendTo(count: number): Promise<{ ms: number; bytes: number }> {
  const edition = sampleEdition();
  const ledger = forgetfulLedger();
  const subscribers = syntheticAudience(count);
  const now = () => new Date();
  let taken = 0;
  let bytes = 0;
  let looking = 0;
  const mailer: Mailer = {
    send: async () => {
      if (taken++ % Math.ceil(count / LOOKS) === 0) {
        const started = performance.now();
        collectGarbage();
        const { heapUsed, external } = process.memoryUsage();
        bytes = Math.max(bytes, heapUsed + external);
        looking += performance.now() - started;
      }
      return { kind: 'accepted', messageId: 'm' };
    },
  };
  const queue = boundedQueue();
  const planDeps = { ledger, subscribers, queue, by: 'bench', now } as unknown as PlanDeps;
  const deps = {
    ...{ ledger, subscribers, mailer, now, pace: unlimitedPace },
    editions: { get: async () => edition },
    heads: new HeadWatch(ledger, now),
    mails: new MailWriter({ sender, links }),
  };
  const work = async () => {
    for (let key = await queue.take(); key !== null; key = await queue.take())
      await deliver(key, deps);
  };
  const started = performance.now();
  const workers = Array.from({ length: WORKERS }, work);
  await plan(edition, planDeps);
  queue.end();
  await Promise.all(workers);
  const ms = performance.now() - started - looking;
  if (taken !== count) throw new Error(`${taken} of ${count} mails were sent`);
  return { ms, bytes };
}

/** Makes who puts wait while it is full, and who takes while it is empty. */
function boundedQueue() {
  const groups: GroupKey[] = [];
  const wakes: (() => void)[] = [];
  let isOver = false;
  const wakeAll = () => wakes.splice(0).forEach((wake) => wake());
  const change = () => new Promise<void>((resolve) => void wakes.push(resolve));
  return {
    async put(more: GroupKey[]): Promise<void> {
      groups.push(...more);
      wakeAll();
      while (groups.length > QUEUE_LIMIT) await change();
    },
    async take(): Promise<GroupKey | null> {
      while (groups.length === 0 && !isOver) await change();
      const group = groups.shift() ?? null;
      wakeAll();
      return group;
    },
    end(): void {
      isOver = true;
      wakeAll();
    },
  };
}

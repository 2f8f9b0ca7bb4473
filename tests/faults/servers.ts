import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { answerOf } from '../local/child-process.ts';
import { forkBench } from './fork-bench.ts';
import type { SesBehaviour } from './ses-behaviour.ts';
import type { Told } from './ses-events.ts';
import type { FromSes } from './ses-like-process.ts';
import type { TableBehaviour } from './table-like-process.ts';

export type Tally = Extract<FromSes, { kind: 'tally' }>;

/** The SES-like server, seen by the supervisor. */
export interface SesProcess {
  port: number;
  follow(aheadMs: number): void;
  tally(): Promise<Tally>;
  close(): Promise<void>;
}

/** @param onTaken told of each mail that was taken, with what the server will tell of it */
export async function startSes(
  behaviour: SesBehaviour,
  aheadMs: number,
  onTaken: (events: Told[]) => void,
): Promise<SesProcess> {
  const child = forkBench('ses-like-process', [JSON.stringify(behaviour), String(aheadMs)]);
  const { port } = (await answerOf(child)) as { port: number };
  let onTally: (tally: Tally) => void = () => undefined;
  child.on('message', (message: FromSes) => {
    if (message.kind === 'taken') onTaken(message.events);
    if (message.kind === 'tally') onTally(message);
  });
  return {
    port,
    follow: (ahead) => void child.send({ aheadMs: ahead }),
    tally: () =>
      new Promise((resolve) => {
        onTally = resolve;
        child.send('tally');
      }),
    close: () => end(child),
  };
}

/** The tables, and how to end them. */
export async function startTables(
  behaviour: TableBehaviour,
): Promise<{ port: number; close: () => Promise<void> }> {
  const child = forkBench('table-like-process', [JSON.stringify(behaviour)]);
  const { port } = (await answerOf(child)) as { port: number };
  return { port, close: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

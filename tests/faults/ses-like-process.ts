import { createServer } from 'node:http';
import { BenchClock } from './bench-clock.ts';
import { listen } from './listen.ts';
import type { SesBehaviour } from './ses-behaviour.ts';
import type { Told } from './ses-events.ts';
import { SesLikeServer } from './ses-like-server.ts';

/** What the SES-like server says to the supervisor. */
export type FromSes =
  | { kind: 'listening'; port: number }
  | { kind: 'taken'; events: Told[] }
  | {
      kind: 'tally';
      counts: [string, number][];
      garbled: number;
      wrong: Record<string, number>;
    };

/** The SES-like server as a process of its own. Arguments: its behaviour as JSON, by how much the clock is ahead. */
const [json = '', ahead = ''] = process.argv.slice(2);
const clock = new BenchClock(Number(ahead));
const say = (message: FromSes) => process.send?.(message);
const server = new SesLikeServer(JSON.parse(json) as SesBehaviour, {
  now: () => clock.time,
  onTaken: (events) => say({ kind: 'taken', events }),
});

process.on('message', (message: { aheadMs: number } | 'tally') => {
  if (message !== 'tally') return clock.follow(message.aheadMs);
  const { tally, wrong } = server;
  say({ kind: 'tally', counts: tally.counts(), garbled: tally.garbled, wrong });
});
process.on('disconnect', () => process.exit());

const http = createServer(server.listener);
http.keepAliveTimeout = 60_000;
say({ kind: 'listening', port: await listen(http) });

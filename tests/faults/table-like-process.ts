import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import dynalite from 'dynalite';
import { generator } from '../generator.ts';
import { listen } from './listen.ts';

/** What goes wrong at the tables; shares of the calls. */
export interface TableBehaviour {
  seed: number;
  /** The table throttles, and does nothing. */
  throttledShare: number;
  /** It does what it is told, and the answer is lost. */
  unansweredShare: number;
}

/** dynalite, in memory, as a process of its own. Argument: its behaviour as JSON. */
const { seed, throttledShare, unansweredShare } = JSON.parse(
  process.argv[2] ?? '',
) as TableBehaviour;
const random = generator(seed);
const database = dynalite({ createTableMs: 0 });
const listeners = database.listeners('request') as RequestListener[];

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const isSpared = /Table$/.test(String(request.headers['x-amz-target']));
  const dice = isSpared ? 1 : random();
  if (dice < throttledShare) return throttle(response);
  if (dice < throttledShare + unansweredShare) loseAnswer(response);
  for (const listener of listeners) listener(request, response);
  // dynalite throws where a client is killed in the middle of a request.
  request.removeAllListeners('error').on('error', () => response.destroy());
});

function throttle(response: ServerResponse): void {
  const __type = 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException';
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type, message: 'The table throttles.' }));
}

function loseAnswer(response: ServerResponse): void {
  response.end = () => {
    response.destroy();
    return response;
  };
}

process.on('disconnect', () => process.exit());
server.keepAliveTimeout = 60_000;
process.send?.({ kind: 'listening', port: await listen(server) });

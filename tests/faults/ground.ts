import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { dynamoClient } from '#lib/aws/clients.ts';
import { createTables } from '#lib/aws/create-tables.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { LEDGER_TABLE, SUBSCRIBERS_TABLE, TABLES } from '#lib/aws/table-definitions.ts';
import { generator } from '../generator.ts';
import { makeAudience, storeAudience, type Person } from './audience.ts';
import { BenchClock } from './bench-clock.ts';
import { BenchQueue } from './bench-queue.ts';
import { Later } from './later.ts';
import { listen } from './listen.ts';
import type { Scenario } from './scenario.ts';
import { startSes, startTables, type SesProcess } from './servers.ts';
import { WELL } from './ses-behaviour.ts';
import { sqsLike } from './sqs-like-server.ts';

/** Of both queues, as `lib/infra` sets it; so are the receptions after which a message is a dead letter. */
const VISIBILITY_MS = 360_000;

/** What a scenario runs on: servers, queues, tables with the audience, a clock. */
export interface Ground {
  clock: BenchClock;
  random: () => number;
  people: Person[];
  deliveries: BenchQueue;
  events: BenchQueue;
  later: Later;
  ses: SesProcess;
  ledger: Ledger;
  subscribers: DynamoSubscriberStore;
  urls: { queueUrl: string; eventsUrl: string };
  /** Mails that the server has taken so far. */
  taken: () => number;
  /** Puts what SES tells by now on the feedback queue. */
  publish: () => void;
  close: () => Promise<void>;
}

/** Starts the servers of a scenario, and stores its audience. The processes find the servers by the environment. */
export async function prepareGround(scenario: Scenario, seed: number): Promise<Ground> {
  const random = generator(seed);
  const clock = new BenchClock();
  const behaviour = { visibilityMs: VISIBILITY_MS, twiceShare: 0, ...scenario.queue, random };
  const queues = {
    deliveries: new BenchQueue({ ...behaviour, receptions: 100 }),
    events: new BenchQueue({ ...behaviour, receptions: 10 }),
  };
  const later = new Later();
  let taken = 0;
  const events = { ...WELL.events, ...scenario.events };
  const ses = await startSes({ ...WELL, ...scenario.ses, events, seed }, clock.ahead, (told) => {
    taken += 1;
    later.add(told);
  });
  const table = { throttledShare: 0, unansweredShare: 0, ...scenario.table, seed };
  const tables = await startTables(table);
  const refusals = generator(seed + 1);
  const sqs = createServer(
    sqsLike({
      queues: new Map(Object.entries(queues)),
      now: () => clock.time,
      refuses: () => refusals() < (scenario.queue?.refusedShare ?? 0),
    }),
  );
  const sqsUrl = `http://127.0.0.1:${await listen(sqs)}`;
  pointTo({ SES: ses.port, DYNAMODB: tables.port }, sqsUrl);
  const client = dynamoClient();
  await createTables(client, TABLES);
  const people = makeAudience(scenario, random);
  await insist(() => storeAudience(people, scenario.name, client));
  const close = async () => {
    client.destroy();
    await Promise.all([ses.close(), tables.close(), end(sqs)]);
  };
  return {
    ...{ clock, random, people, ...queues, later, ses, close },
    taken: () => taken,
    publish: () => later.takeDue(clock.time).forEach(({ body }) => queues.events.put(body)),
    ledger: dynamoLedger(client, LEDGER_TABLE.name),
    subscribers: new DynamoSubscriberStore(client, SUBSCRIBERS_TABLE.name),
    urls: { queueUrl: `${sqsUrl}/deliveries`, eventsUrl: `${sqsUrl}/events` },
  };
}

/** The SDK's own variables ("Service-specific endpoints" in its reference guide). */
function pointTo(ports: Record<string, number>, sqsUrl: string): void {
  for (const [service, port] of Object.entries(ports))
    process.env[`AWS_ENDPOINT_URL_${service}`] = `http://127.0.0.1:${port}`;
  process.env['AWS_ENDPOINT_URL_SQS'] = sqsUrl;
  process.env['AWS_REGION'] = 'us-east-1';
  process.env['AWS_ACCESS_KEY_ID'] = 'bench';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'bench';
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
}

const ATTEMPTS = 50;

/** The bench itself meets the faults of the tables too, and tries on. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await sleep(20);
    }
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

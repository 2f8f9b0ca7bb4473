import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { randomUUID } from 'node:crypto';
import { createTables } from '#lib/aws/create-tables.ts';
import { dynamoClient, sesClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { LEDGER_TABLE, SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { deliver, DELIVERIES_AT_ONCE, type DeliverDeps } from '#lib/delivery/deliver.ts';
import { GROUP_SIZE, type GroupKey } from '#lib/delivery/group.ts';
import { HeadWatch } from '#lib/delivery/head-watch.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import { unlimitedPace } from '#lib/delivery/pace.ts';
import { plan } from '#lib/delivery/plan.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import type { Subscriber, SubscriberStore } from '#lib/subscription/subscriber.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { ledgerInMemory } from '../delivery/ledger-in-memory.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { printCost } from './cost.ts';
import { editionOf, HTML_BYTES, links, renderer, sender } from './delivering.ts';
import { median, printMeasurements } from './measure.ts';
import { startServer } from './servers/start-server.ts';

const ROUNDS = 9;
const MAILS_A_ROUND = 40 * GROUP_SIZE;
/** The tables are slow to fill. */
const MAILS_IN_TABLE = 12 * GROUP_SIZE;
/** The slow peer takes milliseconds a mail. */
const PEER_MAILS_A_ROUND = 150;
/** Workers in one process, each with `DELIVERIES_AT_ONCE` mails at a time: 65 in all. */
const WORKERS = 5;
const AT_ONCE = WORKERS * DELIVERIES_AT_ONCE;
const SINK_ANSWERS_AFTER_MS = 50;
const TOPIC = 'harbour-talks';

/** CPU and time of this process alone, in milliseconds. */
interface Spent {
  cpuMs: number;
  ms: number;
  mails: number;
}

/**
 * Sending, by the real `deliver` with five workers, to servers on loopback that are processes of their own. Peer: what
 * the documentation of Handlebars, nodemailer and client-ses shows, a template, MailComposer and one call a mail.
 */
export async function benchSending(): Promise<void> {
  Object.assign(process.env, CREDENTIALS);
  const fast = await startServer('ses-sink', '0');
  const slow = await startServer('ses-sink', String(SINK_ANSWERS_AFTER_MS));
  const table = await startServer('table-server');
  try {
    await benchAgainstPeer(fast.url);
    await benchRate(slow.url);
    await benchLedger(fast.url, table.url);
  } finally {
    for (const { stop } of [fast, slow, table]) stop();
  }
}

const CREDENTIALS = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
};

async function benchAgainstPeer(url: string): Promise<void> {
  const peer = peerTo(url);
  const ours: number[] = [];
  const theirs: number[] = [];
  await sendEdition(await inMemory(url));
  await peer(PEER_MAILS_A_ROUND);
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(cpuAMail(await sendEdition(await inMemory(url))));
    theirs.push(cpuAMail(await peer(PEER_MAILS_A_ROUND)));
  }
  printMeasurements('Sending to an SES-like sink', [
    {
      what: `mails a second a core, ${HTML_BYTES / 1000} kB of HTML`,
      value: (1_000 / median(ours)).toFixed(0),
      peer: `Handlebars, MailComposer and client-ses (${(1_000 / median(theirs)).toFixed(0)})`,
      ratio: median(theirs) / median(ours),
    },
  ]);
}

async function benchRate(url: string): Promise<void> {
  const possible = (AT_ONCE / SINK_ANSWERS_AFTER_MS) * 1_000;
  const runs: Spent[] = [];
  await sendEdition(await inMemory(url));
  for (let round = 0; round < ROUNDS; round++) runs.push(await sendEdition(await inMemory(url)));
  const rate = median(runs.map(({ mails, ms }) => mails / (ms / 1_000)));
  const cpu = median(runs.map(({ cpuMs, ms }) => cpuMs / ms));
  printMeasurements(
    `Sending to a sink that answers after ${SINK_ANSWERS_AFTER_MS} ms, ${AT_ONCE} at once`,
    [
      {
        what: 'mails a second',
        value: rate.toFixed(0),
        peer: `the possible rate (${possible})`,
        ratio: rate / possible,
      },
      { what: 'CPU meanwhile', value: `${(cpu * 100).toFixed(0)} %`, peer: 'a core', ratio: cpu },
    ],
  );
}

async function benchLedger(sesUrl: string, tableUrl: string): Promise<void> {
  const withTable: number[] = [];
  const without: number[] = [];
  const inTable = await tablesAt(tableUrl, sesUrl);
  for (let round = 0; round < ROUNDS + 1; round++) {
    withTable.push(cpuAMail(await sendEdition(await inTable())));
    without.push(cpuAMail(await sendEdition(await inMemory(sesUrl, MAILS_IN_TABLE))));
  }
  // The first of each warms up.
  const [all, bare] = [median(withTable.slice(1)), median(without.slice(1))];
  printMeasurements('Ledger and subscribers in DynamoDB', [
    {
      what: 'CPU a mail that they cost',
      value: `${((all - bare) * 1_000).toFixed(0)} µs`,
      peer: `the whole of sending (${(all * 1_000).toFixed(0)} µs)`,
      ratio: (all - bare) / all,
    },
  ]);
  printCost(all);
}

const cpuAMail = ({ cpuMs, mails }: Spent) => cpuMs / mails;

async function spent(work: () => Promise<unknown>): Promise<Omit<Spent, 'mails'>> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - started, cpuMs: (user + system) / 1_000 };
}

/** An edition that is planned, and what delivers it. */
interface Planned {
  deps: DeliverDeps;
  groups: GroupKey[];
}

const bySesUrl = new Map<string, SESClient>();

function clientOf(url: string): SESClient {
  process.env['AWS_ENDPOINT_URL'] = url;
  const client = bySesUrl.get(url) ?? sesClient();
  bySesUrl.set(url, client);
  return client;
}

const edition = editionOf(HTML_BYTES);
const mails = new MailWriter({ sender, links });
const now = () => new Date();

async function planned(
  url: string,
  {
    ledger,
    subscribers,
  }: { ledger: Ledger; subscribers: Pick<SubscriberStore, 'list' | 'getMany'> },
): Promise<Planned> {
  const groups: GroupKey[] = [];
  const queue = { put: async (more: GroupKey[]) => void groups.push(...more) };
  const editions = { get: async () => edition };
  await plan(edition, { ledger, subscribers, editions, queue, by: 'bench', now });
  const deps = {
    ...{ ledger, subscribers, mails, now, pace: unlimitedPace },
    editions: { get: async () => edition },
    heads: new HeadWatch(ledger, now),
    mailer: new SesMailer(clientOf(url), 'bench'),
  };
  return { deps, groups };
}

const people = (count = MAILS_A_ROUND): Subscriber[] =>
  Array.from({ length: count }, () => sampleSubscriber(randomUUID(), { topicId: TOPIC }));

async function inMemory(url: string, count = MAILS_A_ROUND): Promise<Planned> {
  const all = new Map(people(count).map((person) => [person.id, person]));
  const sorted = [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const subscribers = new SubscribersInMemory();
  subscribers.all.push(...sorted);
  // The one in memory goes through all of them for each group.
  const getMany = async (_topicId: string, ids: readonly string[]) =>
    new Map(ids.flatMap((id) => [[id, all.get(id)]] as [string, Subscriber][]));
  const list = subscribers.list.bind(subscribers);
  return planned(url, { ledger: ledgerInMemory(), subscribers: { list, getMany } });
}

/** Tables on a server, the one of subscribers filled, and an empty ledger for each round. */
async function tablesAt(url: string, sesUrl: string): Promise<() => Promise<Planned>> {
  process.env['AWS_ENDPOINT_URL'] = url;
  const client = dynamoClient();
  await createTables(client, [SUBSCRIBERS_TABLE]);
  const subscribers = new DynamoSubscriberStore(client, SUBSCRIBERS_TABLE.name);
  const add = (person: Subscriber) => subscribers.add(person);
  for await (const each of mapConcurrently(people(MAILS_IN_TABLE), WORKERS, add)) void each;
  return async () => {
    const name = `${LEDGER_TABLE.name}-${randomUUID()}`;
    await createTables(client, [{ ...LEDGER_TABLE, name }]);
    return planned(sesUrl, { ledger: dynamoLedger(client, name), subscribers });
  };
}

/** Works off all groups with `WORKERS` at once. */
async function sendEdition({ deps, groups }: Planned): Promise<Spent> {
  let sent = 0;
  const one = async (group: GroupKey) => {
    const outcome = await deliver(group, deps);
    if (outcome.kind !== 'worked') throw new Error(`a group was not sent: ${outcome.reason}`);
    sent += outcome.deliveries.filter(({ kind }) => kind === 'sent').length;
  };
  const done = await spent(async () => {
    for await (const each of mapConcurrently(groups, WORKERS, one)) void each;
  });
  if (sent === 0) throw new Error('nothing was sent');
  return { ...done, mails: sent };
}

/** Renders, composes and sends each mail, as many at once as `deliver` does. */
function peerTo(endpoint: string): (count: number) => Promise<Spent> {
  const client = new SESClient({ endpoint });
  const render = renderer(edition);
  return async (count) => {
    const some = people().slice(0, count);
    const one = async (person: Subscriber) => {
      const Data = await render(person);
      await client.send(new SendRawEmailCommand({ RawMessage: { Data } }));
    };
    const done = await spent(async () => {
      for await (const each of mapConcurrently(some, AT_ONCE, one)) void each;
    });
    return { ...done, mails: count };
  };
}

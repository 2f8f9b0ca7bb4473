import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { dynamoClient, sesClient, sqsClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { dynamoPaceStore } from '#lib/aws/dynamo-pace-store.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SesQuota } from '#lib/aws/ses-quota.ts';
import { FEW_DELIVERIES, SqsBacklog } from '#lib/aws/sqs-backlog.ts';
import { SqsDeliveryQueue } from '#lib/aws/sqs-delivery-queue.ts';
import { LEDGER_TABLE, SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { BrakeWatch } from '#lib/delivery/brake.ts';
import type { DeliveryReport } from '#lib/delivery/filed-report.ts';
import { HeadWatch } from '#lib/delivery/head-watch.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import { QuotaPace } from '#lib/delivery/pace.ts';
import { plan } from '#lib/delivery/plan.ts';
import { reconcile } from '#lib/delivery/reconcile.ts';
import { handleDeliver } from '../../lambdas/deliver/handler.ts';
import { handleFeedback } from '../../lambdas/feedback/handler.ts';
import { links, sender } from '../delivery/delivery-fixture.ts';
import { watch, type Pass } from '../delivery/watch.ts';
import { withoutClaims } from '../delivery/without-claims.ts';
import { benchEdition } from './bench-edition.ts';
import type { RoleSetting, Work } from './role.ts';

export interface RoleDeps {
  now: () => Date;
  pass: Pass;
  tell: (report: DeliveryReport) => void;
}

/** A worker is invoked for a minute, and begins nothing in the last quarter of it: see `lambdas/deliver/handler.ts`. */
const INVOCATION_MS = 45_000;
/** Real time; the functions wait for ten seconds, for networks and not for loopback. */
const SES_ANSWERS_MS = 1_500;

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a process of a role does each time that it is invoked: the code of the functions, with the adapters of AWS. */
export function workOf(setting: RoleSetting, deps: RoleDeps): (work: Work) => Promise<unknown> {
  const stores = openStores(setting, deps);
  switch (setting.role) {
    case 'plan':
      return planner(setting, stores, deps);
    case 'deliver':
      return worker(setting, stores, deps);
    case 'feedback':
      return feedback(stores, deps);
    case 'reconcile':
      return reconciler(setting, stores, deps);
  }
}

function openStores({ queueUrl, eventsUrl }: RoleSetting, { pass }: RoleDeps) {
  const [dynamo, sqs] = [dynamoClient(), sqsClient()];
  const steps = {
    ...{ begin: 'begin', openRound: 'open-round', putGroup: 'plan', closeRound: 'close-round' },
    ...{ claim: 'claim', takeOver: 'take-over', settle: 'settle', record: 'record' },
    ...{ reopen: 'reopen', changeState: 'close', recordEvents: 'event' },
    ...{ fileReport: 'file', noteTold: 'note' },
  };
  const queue = watch(new SqsDeliveryQueue(sqs, queueUrl), { put: 'queue' }, pass);
  const backlog = new SqsBacklog(sqs, queueUrl, FEW_DELIVERIES);
  return {
    dynamo,
    ledger: watch<Ledger>(dynamoLedger(dynamo, LEDGER_TABLE.name), steps, pass),
    subscribers: watch(
      new DynamoSubscriberStore(dynamo, SUBSCRIBERS_TABLE.name),
      { getMany: 'read', get: 'read', setState: 'state' },
      pass,
    ),
    queue: {
      put: (groups: Parameters<typeof queue.put>[0]) => queue.put(groups),
      isEmpty: () => backlog.isEmpty(),
    },
    events: new SqsBacklog(sqs, eventsUrl),
  };
}
type Stores = ReturnType<typeof openStores>;

function planner({ topicId }: RoleSetting, stores: Stores, { now }: RoleDeps) {
  const edition = benchEdition(topicId);
  const editions = { get: async () => edition };
  return () => plan(edition, { ...stores, editions, by: 'bench', now });
}

function worker(
  { topicId, withClaims }: RoleSetting,
  { dynamo, subscribers, ledger }: Stores,
  { now, pass }: RoleDeps,
) {
  const ses = sesClient(SES_ANSWERS_MS);
  const store = dynamoPaceStore(dynamo, LEDGER_TABLE.name);
  const deps = {
    ...{ subscribers, log, now },
    editions: { get: async () => benchEdition(topicId) },
    ledger: withClaims ? ledger : { ...ledger, claim: withoutClaims(ledger) },
    heads: new HeadWatch(ledger, now),
    pace: new QuotaPace({ store, quota: new SesQuota(ses), now }),
    mailer: watch(new SesMailer(ses, 'bench'), { send: 'send' }, pass),
    mails: new MailWriter({ sender, links }),
  };
  return (work: Work) => handleDeliver(eventOf(work), deps, now().getTime() + INVOCATION_MS);
}

function feedback({ subscribers, ledger }: Stores, { now }: RoleDeps) {
  const deps = { subscribers, ledger, log, now, brake: new BrakeWatch({ ledger, now }) };
  return (work: Work) => handleFeedback(eventOf(work), deps);
}

function reconciler({ topicId }: RoleSetting, stores: Stores, { now, pass, tell }: RoleDeps) {
  const operator = watch(
    { tell: async (report: DeliveryReport) => tell(report) },
    { tell: 'tell' },
    pass,
  );
  const deps = {
    ...stores,
    mailer: {},
    now,
    tell: (report: DeliveryReport) => operator.tell(report),
  };
  return () => reconcile(benchEdition(topicId).id, deps);
}

/** Of an SQS event only ids and bodies are looked at. */
const eventOf = (work: Work): SQSEvent => ({ Records: (work?.records ?? []) as SQSRecord[] });

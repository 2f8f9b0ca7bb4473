import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ComposeEnvironment } from '../../lambdas/compose/environment.ts';
import { DeliverEnvironment } from '../../lambdas/deliver/environment.ts';
import { FeedbackEnvironment } from '../../lambdas/feedback/environment.ts';
import { IngestEnvironment } from '../../lambdas/ingest/environment.ts';
import { MailboxEnvironment } from '../../lambdas/mailbox/environment.ts';
import { ReconcileEnvironment } from '../../lambdas/reconcile/environment.ts';
import { SiteEnvironment } from '../../lambdas/site/environment.ts';
import { WatchEnvironment } from '../../lambdas/watch/environment.ts';
import { LEDGER_TABLE, SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { hardBounce, inEnvelope, sesNotification } from '../delivery/ses-notification.ts';
import { startFakeAws } from './fake-aws.ts';
import { plannedEdition } from './planned-edition.ts';
import { exampleStack } from './synthesise.ts';

/** As EventBridge tells of an object. */
function objectCreated(key: string): string {
  const detail = { bucket: { name: 'test-value' }, object: { key } };
  return JSON.stringify({ 'detail-type': 'Object Created', source: 'aws.s3', detail });
}

const FUNCTIONS = [
  {
    name: 'Compose',
    schema: ComposeEnvironment,
    maxKilobytes: 1400,
    // Topic, templates and brand come out of the bundle; there are no articles to compare, on whatever day.
    event: { topic: 'us-north-korea', late: true },
    answer: { outcome: 'refused' },
  },
  {
    name: 'Deliver',
    schema: DeliverEnvironment,
    maxKilobytes: 650,
    event: { Records: [{ messageId: 'm1', body: 'poison' }] },
    answer: { batchItemFailures: [{ itemIdentifier: 'm1' }] },
  },
  {
    name: 'Feedback',
    schema: FeedbackEnvironment,
    maxKilobytes: 320,
    event: { Records: [{ messageId: 'm1', body: 'poison' }] },
    answer: { batchItemFailures: [{ itemIdentifier: 'm1' }] },
  },
  {
    name: 'Ingest',
    schema: IngestEnvironment,
    maxKilobytes: 1050,
    event: { Records: [{ messageId: 'm1', body: objectCreated('incoming/page.html') }] },
    answer: { batchItemFailures: [] },
  },
  {
    name: 'Mailbox',
    schema: MailboxEnvironment,
    maxKilobytes: 320,
    event: {
      Records: [
        {
          ses: {
            mail: {
              messageId: 'm1',
              headers: [],
              commonHeaders: { subject: 'unsubscribe forged' },
            },
          },
        },
      ],
    },
    answer: null,
  },
  {
    name: 'Reconcile',
    schema: ReconcileEnvironment,
    maxKilobytes: 850,
    // There are no editions.
    event: {},
    answer: { looked: 0, closed: [], failed: [] },
  },
  {
    name: 'Site',
    schema: SiteEnvironment,
    maxKilobytes: 900,
    event: {
      version: '2.0',
      rawPath: '/unsubscribe/forged',
      rawQueryString: '',
      headers: { host: 'site.example' },
      requestContext: { http: { method: 'POST' }, domainName: 'site.example' },
      isBase64Encoded: false,
    },
    answer: { statusCode: 400 },
  },
  {
    name: 'Watch',
    schema: WatchEnvironment,
    maxKilobytes: 550,
    event: {},
    answer: null,
  },
];

/** Calls a bundle's handler, with a minute left, in a Node of its own and prints what it answers, or the error's name and message. */
const CALL = `
  const [bundle, event] = process.argv.slice(1);
  const { handler } = await import(bundle);
  const print = (value) => process.stdout.write('\\n=> ' + JSON.stringify(value));
  const context = { getRemainingTimeInMillis: () => 60_000 };
  await handler(JSON.parse(event), context).then(
    (answer = null) => print({ answer }),
    ({ name, message }) => print({ failure: { name, message } }),
  );
`;

const outdir = mkdtempSync(join(tmpdir(), 'parley-bundles-'));
const bundles = new Map<string, string>();
let aws: Awaited<ReturnType<typeof startFakeAws>>;

beforeAll(async () => {
  aws = await startFakeAws();
  const { stack } = exampleStack({}, outdir, { ...EXAMPLE, hasMailbox: true });
  const functions = Template.fromStack(stack).findResources('AWS::Lambda::Function');
  for (const [id, { Properties }] of Object.entries(functions)) {
    const folder = `asset.${String(Properties.Code.S3Key).replace(/\.zip$/, '')}`;
    bundles.set(id.replace(/Function.*/, ''), join(outdir, folder, 'index.mjs'));
  }
}, 60_000);

afterAll(() => {
  aws.close();
  rmSync(outdir, { recursive: true });
});

function valueOf(variable: string): string {
  if (variable.endsWith('_URL')) return 'https://site.example';
  if (variable.endsWith('_ADDRESS')) return 'digest@example.com';
  return variable === 'TOPICS' ? 'us-north-korea' : 'test-value';
}

async function call(
  name: string,
  event: unknown,
  variables: string[],
  more: NodeJS.ProcessEnv = {},
): Promise<unknown> {
  const bundle = pathToFileURL(bundles.get(name) ?? '').href;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', CALL, bundle, JSON.stringify(event)],
    {
      env: {
        ...Object.fromEntries(variables.map((variable) => [variable, valueOf(variable)])),
        AWS_ENDPOINT_URL: aws.url,
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        ...more,
      },
    },
  );
  return JSON.parse(stdout.split('\n=> ').at(-1) ?? '');
}

describe.each(FUNCTIONS)('the bundle of $name', ({ name, schema, maxKilobytes, event, answer }) => {
  const file = () => bundles.get(name) ?? '';

  it('handles an event in a plain Node process', async () => {
    expect(await call(name, event, Object.keys(schema.shape))).toMatchObject({ answer });
  });

  it('says which variables are missing, all at once', async () => {
    const failed = await call(name, event, []);
    expect(failed).toMatchObject({ failure: { name: 'EnvironmentError' } });
    for (const variable of Object.keys(schema.shape))
      expect(failed).toMatchObject({ failure: { message: expect.stringContaining(variable) } });
  });

  it('is small enough to start fast', () => {
    expect(statSync(file()).size).toBeLessThan(maxKilobytes * 1000);
  });

  it('holds what it needs at run time, and nothing that only builds or tests', () => {
    const { sources } = JSON.parse(readFileSync(`${file()}.map`, 'utf8')) as { sources: string[] };
    const packages = new Set(
      sources.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
    );
    const { devDependencies } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { devDependencies: Record<string, string> };
    expect(Object.keys(devDependencies).filter((dependency) => packages.has(dependency))).toEqual(
      [],
    );
    expect(sources.filter((path) => /lib\/(local|cli|studio|infra)\//.test(path))).toEqual([]);
    // Without a model, which is the default, its client is nobody's.
    expect(sources.filter((path) => /bedrock/.test(path))).toEqual([]);
  });
});

describe('the bundle of Ingest', () => {
  it('reads a page with what it carries, stores its article and removes the page', async () => {
    aws.changes.length = 0;
    const event = { Records: [{ messageId: 'm1', body: objectCreated('incoming/page.html') }] };
    await call('Ingest', event, Object.keys(IngestEnvironment.shape));
    expect(aws.changes).toEqual([
      'PUT /test-value/articles/riverpost-2020-05-05-ferry-talks-begin-again.json',
      'DELETE /test-value/incoming/page.html',
    ]);
  });
});

describe('the bundles of Deliver and Feedback', () => {
  it('send a group that is planned, and take in what SES tells of it', async () => {
    const planned = await plannedEdition();
    onTestFinished(planned.close);
    const tables = {
      AWS_ENDPOINT_URL_DYNAMODB: planned.url,
      LEDGER_TABLE: LEDGER_TABLE.name,
      SUBSCRIBERS_TABLE: SUBSCRIBERS_TABLE.name,
    };
    const handle = (name: string, schema: { shape: object }, body: string) =>
      call(name, { Records: [{ messageId: 'm1', body }] }, Object.keys(schema.shape), tables);
    const done = { answer: { batchItemFailures: [] } };
    aws.changes.length = 0;
    expect(await handle('Deliver', DeliverEnvironment, JSON.stringify(planned.group))).toEqual(
      done,
    );
    expect(aws.changes).toEqual(['SEND']);
    expect(await planned.state()).toBe('sent');
    const bounced = inEnvelope(sesNotification('Bounce', hardBounce));
    expect(await handle('Feedback', FeedbackEnvironment, bounced)).toEqual(done);
    expect(await planned.state()).toBe('bounced');
  });
});

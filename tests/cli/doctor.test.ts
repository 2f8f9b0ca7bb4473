import { GetQueueAttributesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { Command } from 'commander';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDoctor } from '#lib/cli/commands/doctor.ts';
import type { Dns } from '#lib/cli/doctor/read-dns.ts';
import { createRunner } from '#lib/cli/session.ts';
import { addGlobalOptions } from '#lib/cli/settings.ts';
import { startFakeStack, type FakeStack } from '../aws/fake-stack.ts';
import { emptyFolder, MONDAY, run } from './run.ts';

describe('doctor on this machine', () => {
  it('finds a new folder well, and makes nothing', async () => {
    const folder = await emptyFolder();
    const { code, stdout } = await run(folder, ['doctor']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ok +state folder .* is made with the first command/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('opens what stands there', async () => {
    const folder = await emptyFolder();
    await run(folder, ['subscribers', 'add', 'ana@example.com']);
    const { stdout } = await run(folder, ['doctor'], { now: () => new Date() });
    expect(stdout).toMatch(/ok +keys, database +open/);
  });

  it('finds keys that are none, and a clock that was put back, and ends with 1', async () => {
    const folder = await emptyFolder();
    const state = join(folder, '.parley');
    await mkdir(state);
    await writeFile(join(state, 'keys.json'), 'no keys');
    const later = new Date(MONDAY.getTime() + 3_600_000);
    await utimes(join(state, 'keys.json'), later, later);
    const { code, stdout, stderr } = await run(folder, ['doctor']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/fault +clock +60 minutes before a file/);
    expect(stdout).toMatch(/fault +keys, database +cannot read .*keys\.json: it is not JSON/);
    expect(stderr).toBe('2 faults: clock, keys, database\n');
  });

  it('is data for machines', async () => {
    const { stdout } = await run(await emptyFolder(), ['doctor', '--json']);
    const { checks } = JSON.parse(stdout) as { checks: object[] };
    expect(checks[0]).toEqual({
      name: 'Node',
      state: 'ok',
      found: process.versions.node,
      lost: null,
      next: null,
    });
  });

  it('refuses an argument', async () => {
    expect((await run('/', ['doctor', 'all'])).code).toBe(2);
  });
});

/** Runs doctor with DNS in memory. */
async function doctor(dns: Dns) {
  let stdout = '';
  const runner = createRunner({
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: () => undefined },
    stdin: (async function* () {})(),
    env: {},
    cwd: await emptyFolder(),
    now: () => MONDAY,
    interrupted: () => Promise.resolve(),
  });
  const program = new Command('parley');
  addGlobalOptions(program);
  addDoctor(program, runner, dns);
  await program.parseAsync(['doctor', '--remote=Parley'], { from: 'user' });
  return { code: runner.exitCode, stdout };
}

const RECORDS: Record<string, string[]> = {
  't1._domainkey.example.org': ['t1.dkim.amazonses.com'],
  '_dmarc.example.org': ['v=DMARC1; p=none'],
  'bounce.example.org': ['v=spf1 include:amazonses.com ~all'],
};
const DNS: Dns = {
  cname: async (name) => RECORDS[name] ?? [],
  txt: async (name) => RECORDS[name] ?? [],
  mx: async () => ['feedback-smtp.eu-west-1.amazonses.com'],
};
const SILENT: Dns = {
  cname: () => Promise.reject(new Error('queryCname ETIMEOUT')),
  txt: () => Promise.reject(new Error('queryTxt ETIMEOUT')),
  mx: () => Promise.reject(new Error('queryMx ETIMEOUT')),
};

describe('doctor on a stack', () => {
  let aws: FakeStack;
  const ses = mockClient(SESv2Client);
  beforeAll(async () => {
    aws = await startFakeStack();
  });
  beforeEach(() => {
    ses.reset();
    ses.on(GetEmailIdentityCommand, { EmailIdentity: 'example.org' }).resolves({
      VerifiedForSendingStatus: true,
      DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS', Tokens: ['t1'] },
      MailFromAttributes: {
        MailFromDomain: 'bounce.example.org',
        MailFromDomainStatus: 'SUCCESS',
        BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
      },
    });
    ses.on(GetAccountCommand).resolves({
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 3 },
      SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    ses.on(GetConfigurationSetCommand).resolves({ SendingOptions: { SendingEnabled: true } });
    ses.on(GetConfigurationSetEventDestinationsCommand).resolves({
      EventDestinations: [
        {
          Name: 'd',
          Enabled: true,
          MatchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
          SnsDestination: { TopicArn: 'topic' },
        },
      ],
    });
    aws.sqs.on(GetQueueAttributesCommand).resolves({
      Attributes: { ApproximateNumberOfMessages: '0' },
    });
  });
  afterAll(async () => {
    ses.restore();
    await aws.stop();
  });

  it('finds it well, but for what it cannot tell', async () => {
    const { code, stdout } = await doctor(DNS);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^stack Parley in eu-west-1\n/);
    expect(stdout).toMatch(/ok +quota +3 of 50000 in the last 24 hours, 14 a second/);
    expect(stdout).toMatch(/ok +DMARC +policy none/);
    // Clients in memory answer without headers.
    expect(stdout).toMatch(/unknown +clock/);
    expect(stdout).not.toContain('fault');
  });

  it('ends with 1 where something is missing', async () => {
    ses
      .on(GetEmailIdentityCommand)
      .rejects(new NotFoundException({ message: 'no', $metadata: {} }));
    const { code, stdout } = await doctor(DNS);
    expect(code).toBe(1);
    expect(stdout).toMatch(/fault +identity +SES knows no identity example\.org/);
  });

  it('goes on with the rest where one thing may not be read', async () => {
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    ses.on(GetAccountCommand).rejects(denied);
    const { code, stdout } = await doctor(SILENT);
    expect(code).toBe(0);
    expect(stdout).toMatch(/unknown +sandbox +not known: AccessDeniedException: not authorized/);
    expect(stdout).toMatch(/unknown +DMARC +not known: queryTxt ETIMEOUT/);
    expect(stdout).toMatch(/ok +identity/);
  });
});

describe('redrive', () => {
  let aws: FakeStack;
  beforeAll(async () => {
    aws = await startFakeStack();
  });
  afterAll(() => aws.stop());
  const letter = (id: string, Body: string) => ({ MessageId: id, ReceiptHandle: id, Body });
  const group = { editionId: 'us-north-korea.2026-11-16', round: 1, shard: 0, after: '' };

  it('tells what lies there, and puts nothing back in a dry run', async () => {
    aws.sqs
      .on(ReceiveMessageCommand, { QueueUrl: 'deliverydeadletters' })
      .resolves({ Messages: [letter('a', JSON.stringify(group)), letter('b', 'ana@example.com')] });
    aws.sqs.on(ReceiveMessageCommand, { QueueUrl: 'feedbackdeadletters' }).resolves({});
    const { code, stdout } = await run('/', ['redrive', '--dry-run', '--remote']);
    expect({ code, stdout: stdout.split('\n') }).toEqual({
      code: 0,
      stdout: [
        'delivery: 2 dead letters',
        '  1  group of us-north-korea.2026-11-16',
        '  1  unreadable (expected JSON)',
        '  dry run: 1 would be put back; 1 stay, because nobody can read them',
        'feedback: no dead letters',
        '',
      ],
    });
    expect(aws.queued).toEqual([]);
  });

  it.each([
    [['redrive'], 'dead letters are on AWS alone: add --remote'],
    [['redrive', 'other', '--remote'], 'Allowed choices are delivery, feedback'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await run('/', args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { STACK_OUTPUTS } from '#lib/aws/stack-outputs.ts';
import { cronExpression } from '#lib/topic/schedule.ts';
import { ComposeEnvironment } from '../../lambdas/compose/environment.ts';
import { DeliverEnvironment } from '../../lambdas/deliver/environment.ts';
import { FeedbackEnvironment } from '../../lambdas/feedback/environment.ts';
import { IngestEnvironment } from '../../lambdas/ingest/environment.ts';
import { ReconcileEnvironment } from '../../lambdas/reconcile/environment.ts';
import { SiteEnvironment } from '../../lambdas/site/environment.ts';
import { WatchEnvironment } from '../../lambdas/watch/environment.ts';
import { ownPermissions, permissions } from './permissions.ts';
import { exampleTemplate, topicFiles } from './synthesise.ts';

const template = exampleTemplate();
const resources = (type: string) => Object.values(template.findResources(type));

const MAILS_AS_SENDER = [
  'ses:GetSendQuota *',
  'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:configuration-set/FeedbackConfigurationSet if {"StringEquals":{"ses:FromAddress":"digest@example.com"}}',
  'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/SenderIdentity if {"StringEquals":{"ses:FromAddress":"digest@example.com"}}',
];

/** compose, deliver, feedback, ingest, reconcile, site, watch. */
const FUNCTIONS = 7;
/** Those that a schedule starts, each with a role of Scheduler. */
const SCHEDULED = 3;
/** deliver, feedback, ingest. */
const FED_BY_QUEUES = 3;

describe('what each function may do', () => {
  it('ingest: take files in, keep their articles, quarantine what is refused', () => {
    expect(ownPermissions(template, 'IngestFunction')).toEqual([
      's3:DeleteObject ArticlesBucket/incoming/*',
      's3:DeleteObject ArticlesBucket/quarantine/*',
      's3:GetObject ArticlesBucket/articles/*',
      's3:GetObject ArticlesBucket/incoming/*',
      's3:GetObject ArticlesBucket/quarantine/*',
      's3:ListBucket ArticlesBucket',
      's3:PutObject ArticlesBucket/articles/*',
      's3:PutObject ArticlesBucket/quarantine/*',
      'sqs:ChangeMessageVisibility IngestQueue',
      'sqs:DeleteMessage IngestQueue',
      'sqs:GetQueueAttributes IngestQueue',
      'sqs:GetQueueUrl IngestQueue',
      'sqs:ReceiveMessage IngestQueue',
    ]);
  });

  it.each(['Compose', 'Deliver', 'Feedback', 'Ingest', 'Reconcile', 'Site', 'Watch'])(
    '%s: write its own log, and tell X-Ray how long it took',
    (name) => {
      const own = ownPermissions(template, `${name}Function`);
      expect(
        permissions(template, `${name}Function`).filter((line) => !own.includes(line)),
      ).toEqual([
        `logs:CreateLogStream ${name}FunctionLog`,
        `logs:PutLogEvents ${name}FunctionLog`,
        'xray:PutTelemetryRecords *',
        'xray:PutTraceSegments *',
      ]);
    },
  );

  it('watch: read editions and heads, and ask SES for quota and identity', () => {
    expect(ownPermissions(template, 'WatchFunction')).toEqual([
      'dynamodb:GetItem LedgerTable',
      'dynamodb:Query LedgerTable',
      's3:GetObject EditionsBucket/editions/*',
      's3:ListBucket EditionsBucket',
      'ses:GetAccountSendingEnabled *',
      'ses:GetIdentityDkimAttributes *',
      'ses:GetIdentityVerificationAttributes *',
      'ses:GetSendQuota *',
    ]);
  });

  it('compose: read articles, keep analyses, freeze editions, plan deliveries', () => {
    expect(ownPermissions(template, 'ComposeFunction')).toEqual([
      'dynamodb:GetItem LedgerTable',
      'dynamodb:PutItem LedgerTable',
      'dynamodb:Query LedgerTable',
      'dynamodb:Query SubscribersTable',
      'dynamodb:UpdateItem LedgerTable',
      's3:DeleteObject ArticlesBucket/quarantine/*',
      's3:GetObject ArticlesBucket/analyses/*',
      's3:GetObject ArticlesBucket/articles/*',
      's3:GetObject ArticlesBucket/quarantine/*',
      's3:GetObject EditionsBucket/editions/*',
      's3:GetObject EditionsBucket/notes/*',
      's3:ListBucket ArticlesBucket',
      's3:ListBucket EditionsBucket',
      's3:PutObject ArticlesBucket/analyses/*',
      's3:PutObject ArticlesBucket/quarantine/*',
      's3:PutObject EditionsBucket/editions/* if {"Null":{"s3:if-none-match":"false"}}',
      'secretsmanager:GetSecretValue SigningKeysSecret',
      ...MAILS_AS_SENDER,
      'sqs:GetQueueAttributes ComposeMissed',
      'sqs:GetQueueUrl ComposeMissed',
      'sqs:SendMessage ComposeMissed',
      'sqs:SendMessage DeliverDeliveriesQueue',
    ]);
  });

  it('deliver: read an edition and a subscriber, keep the ledger, mail as the sender', () => {
    expect(ownPermissions(template, 'DeliverFunction')).toEqual([
      'dynamodb:BatchGetItem SubscribersTable',
      'dynamodb:GetItem LedgerTable',
      'dynamodb:Query LedgerTable',
      'dynamodb:UpdateItem LedgerTable',
      's3:GetObject EditionsBucket/editions/*',
      's3:ListBucket EditionsBucket',
      'secretsmanager:GetSecretValue SigningKeysSecret',
      ...MAILS_AS_SENDER,
      'sqs:ChangeMessageVisibility DeliverDeliveriesQueue',
      'sqs:DeleteMessage DeliverDeliveriesQueue',
      'sqs:GetQueueAttributes DeliverDeliveriesQueue',
      'sqs:GetQueueUrl DeliverDeliveriesQueue',
      'sqs:ReceiveMessage DeliverDeliveriesQueue',
    ]);
  });

  it('feedback: look deliveries up, keep what SES tells of them, change a subscriber’s state', () => {
    expect(ownPermissions(template, 'FeedbackFunction')).toEqual([
      'dynamodb:BatchWriteItem LedgerTable',
      'dynamodb:GetItem LedgerTable',
      'dynamodb:GetItem SubscribersTable',
      'dynamodb:Query LedgerTable',
      'dynamodb:UpdateItem LedgerTable',
      'dynamodb:UpdateItem SubscribersTable',
      'sqs:ChangeMessageVisibility FeedbackQueue',
      'sqs:DeleteMessage FeedbackQueue',
      'sqs:GetQueueAttributes FeedbackQueue',
      'sqs:GetQueueUrl FeedbackQueue',
      'sqs:ReceiveMessage FeedbackQueue',
    ]);
  });

  it('reconcile: read editions and the whole ledger, look at both queues, put on one, mail the operator', () => {
    const [ses, others] = [true, false].map((isSes) =>
      ownPermissions(template, 'ReconcileFunction').filter(
        (line) => line.startsWith('ses:') === isSes,
      ),
    );
    expect(ses?.filter((line) => line.startsWith('ses:SendRawEmail'))).toHaveLength(2);
    expect(others).toEqual([
      'dynamodb:GetItem LedgerTable',
      'dynamodb:PutItem LedgerTable',
      'dynamodb:Query LedgerTable',
      'dynamodb:Query SubscribersTable',
      'dynamodb:UpdateItem LedgerTable',
      's3:GetObject EditionsBucket/editions/*',
      's3:ListBucket EditionsBucket',
      'sqs:GetQueueAttributes DeliverDeliveriesQueue',
      'sqs:GetQueueAttributes FeedbackQueue',
      'sqs:SendMessage DeliverDeliveriesQueue',
    ]);
  });

  it('site: read editions that were mailed, keep subscribers, count sign-ups, mail as the sender', () => {
    expect(ownPermissions(template, 'SiteFunction')).toEqual([
      'dynamodb:DeleteItem SubscribersTable',
      'dynamodb:GetItem LedgerTable',
      'dynamodb:GetItem SubscribersTable',
      'dynamodb:PutItem LedgerTable',
      'dynamodb:PutItem SubscribersTable',
      'dynamodb:Query LedgerTable',
      'dynamodb:UpdateItem CountersTable',
      'dynamodb:UpdateItem LedgerTable',
      'dynamodb:UpdateItem SubscribersTable',
      's3:GetObject EditionsBucket/editions/*',
      's3:ListBucket EditionsBucket',
      'secretsmanager:GetSecretValue SigningKeysSecret',
      'ses:GetSendQuota *',
      'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:configuration-set/FeedbackConfigurationSet if {"StringEquals":{"ses:FromAddress":"digest@example.com"}}',
      'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/SenderIdentity if {"StringEquals":{"ses:FromAddress":"digest@example.com"}}',
    ]);
  });

  it('the schedules: start compose and reconcile, and keep what could not be composed', () => {
    expect(ownPermissions(template, 'SchedulerRole')).toEqual([
      'lambda:InvokeFunction ComposeFunction',
      // Versions and aliases of the one function: CDK grants the invocation of both.
      'lambda:InvokeFunction ComposeFunction:*',
      'lambda:InvokeFunction ReconcileFunction',
      'lambda:InvokeFunction ReconcileFunction:*',
      'lambda:InvokeFunction WatchFunction',
      'lambda:InvokeFunction WatchFunction:*',
      'sqs:SendMessage ComposeMissed',
    ]);
  });

  it('nothing else has a policy, and no role has a policy managed by AWS', () => {
    template.resourceCountIs('AWS::IAM::Policy', FUNCTIONS + SCHEDULED);
    template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
    for (const { Properties } of resources('AWS::IAM::Role'))
      expect(Properties.ManagedPolicyArns).toBeUndefined();
  });
});

describe('the environment of each function', () => {
  it.each([
    ['ComposeFunction', ComposeEnvironment],
    ['DeliverFunction', DeliverEnvironment],
    ['FeedbackFunction', FeedbackEnvironment],
    ['IngestFunction', IngestEnvironment],
    ['ReconcileFunction', ReconcileEnvironment],
    ['SiteFunction', SiteEnvironment],
    ['WatchFunction', WatchEnvironment],
  ])('%s is what its wiring asks for', (prefix, schema) => {
    const [[, resource] = []] = Object.entries(
      template.findResources('AWS::Lambda::Function'),
    ).filter(([id]) => id.startsWith(prefix));
    const variables = Object.keys(resource?.Properties.Environment.Variables);
    const environment = Object.fromEntries(variables.map((name) => [name, 'x']));
    expect(schema.safeParse(environment).success).toBe(true);
    expect(variables.sort()).toEqual(['NODE_OPTIONS', ...Object.keys(schema.shape)].sort());
  });
});

describe('what is kept', () => {
  it('every bucket is private, versioned, encrypted, reached over TLS, and outlives the stack', () => {
    template.resourceCountIs('AWS::S3::Bucket', 2);
    template.allResources('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: Match.anyValue(),
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      }),
    });
    template.resourceCountIs('AWS::S3::BucketPolicy', 2);
    template.allResourcesProperties('AWS::S3::BucketPolicy', DENIES_PLAIN_HTTP);
  });

  const tables = (isKept: boolean) =>
    Object.entries(template.findResources('AWS::DynamoDB::GlobalTable')).filter(
      ([id]) => id.startsWith('Counters') !== isKept,
    );

  it('every table is paid by request; all but the counters are restorable, protected, and outlive the stack', () => {
    template.allResourcesProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
    });
    for (const isKept of [true, false])
      for (const [, { DeletionPolicy, Properties }] of tables(isKept)) {
        expect(DeletionPolicy).toBe(isKept ? 'Retain' : 'Delete');
        expect(Properties.Replicas).toMatchObject([
          {
            DeletionProtectionEnabled: isKept,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: isKept },
          },
        ]);
      }
    expect(tables(false)).toHaveLength(1);
  });

  it('who never confirmed, and what was counted, is erased when its time is over', () => {
    const ttl = { AttributeName: 'expiresAt', Enabled: true };
    const erasing = resources('AWS::DynamoDB::GlobalTable').filter(
      ({ Properties }) => Properties.TimeToLiveSpecification !== undefined,
    );
    expect(erasing.map(({ Properties }) => Properties.TimeToLiveSpecification)).toEqual([ttl, ttl]);
  });

  it('the tables have the keys that the stores use', () => {
    const keys = resources('AWS::DynamoDB::GlobalTable').map(({ Properties }) =>
      (Properties.KeySchema as { AttributeName: string }[]).map((key) => key.AttributeName).join(),
    );
    expect(keys.sort()).toEqual(['counter,time', 'owner,item', 'topicId,item']);
  });

  it('the signing keys outlive the stack: the links in mails already sent rest on them', () => {
    template.allResources('AWS::SecretsManager::Secret', { DeletionPolicy: 'Retain' });
  });

  it('logs are kept for three months', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', FUNCTIONS);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });
});

describe('the queues', () => {
  it('are encrypted, reached over TLS and keep a message for two weeks', () => {
    template.resourceCountIs('AWS::SQS::Queue', 7);
    template.allResourcesProperties('AWS::SQS::Queue', {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
    template.resourceCountIs('AWS::SQS::QueuePolicy', 7);
    template.allResourcesProperties('AWS::SQS::QueuePolicy', DENIES_PLAIN_HTTP);
  });

  it('hold a message back for six times the time that the function it feeds may take', () => {
    const queues = template.findResources('AWS::SQS::Queue');
    const functions = template.findResources('AWS::Lambda::Function');
    const times = resources('AWS::Lambda::EventSourceMapping').map(({ Properties }) => {
      const { EventSourceArn, FunctionName } = Properties;
      return {
        held: queues[EventSourceArn['Fn::GetAtt'][0]]?.Properties.VisibilityTimeout,
        worked: functions[FunctionName.Ref]?.Properties.Timeout,
      };
    });
    expect(times).toHaveLength(FED_BY_QUEUES);
    for (const { held, worked } of times) expect(held).toBeGreaterThanOrEqual(6 * worked);
  });

  it('bring back only the messages that deliver names', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });
});

describe('files that come in', () => {
  it('are told by the bucket, without a function that sets it up', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    template.resourceCountIs('Custom::S3BucketNotifications', 0);
  });

  it('of incoming/ alone reach the queue, and what cannot be handed over is kept', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [{ Ref: Match.stringLikeRegexp('^ArticlesBucket') }] },
          object: { key: [{ prefix: 'incoming/' }] },
        },
      },
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^IngestQueue'), 'Arn'] },
          DeadLetterConfig: {
            Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^IngestDeadLetters'), 'Arn'] },
          },
        }),
      ],
    });
  });
});

describe('the feedback of SES', () => {
  it('keeps addresses that bounced or complained from being mailed again', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('tells that mails were taken and what came back, and of no opens or clicks', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: [
          'send',
          'deliveryDelay',
          'bounce',
          'complaint',
          'reject',
          'renderingFailure',
        ],
        SnsDestination: Match.anyValue(),
      },
    });
  });

  it('is written to the topic by this account’s SES alone, and over TLS', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Action: 'sns:Publish' }),
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: {
              StringEquals: Match.objectLike({
                'AWS:SourceAccount': { Ref: 'AWS::AccountId' },
                'AWS:SourceArn': Match.anyValue(),
              }),
            },
          }),
        ]),
      }),
    });
    const allowed = resources('AWS::SNS::TopicPolicy').map(({ Properties }) =>
      (Properties.PolicyDocument.Statement as { Effect: string; Principal: unknown }[])
        .filter(({ Effect }) => Effect === 'Allow')
        .map(({ Principal }) => Principal),
    );
    // The other topic is that of the alarms.
    expect(allowed).toHaveLength(2);
    expect(allowed).toContainEqual([{ Service: 'ses.amazonaws.com' }]);
    expect(allowed).toContainEqual([{ Service: 'cloudwatch.amazonaws.com' }]);
  });

  it('reaches the queue from that topic alone', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'sns.amazonaws.com' },
            Condition: { ArnEquals: { 'aws:SourceArn': Match.anyValue() } },
          }),
        ]),
      }),
    });
  });
});

describe('the functions', () => {
  it('run on arm64 and the current Node', () => {
    template.resourceCountIs('AWS::Lambda::Function', FUNCTIONS);
    template.allResourcesProperties('AWS::Lambda::Function', {
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
    });
  });

  it('keep an event of compose that failed to the end', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

describe('the schedules', () => {
  it.each(topicFiles())('$id is due by its own clock', ({ id, schedule }) => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: cronExpression(schedule),
      ScheduleExpressionTimezone: schedule.timeZone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({
        Input: JSON.stringify({ topic: id, scheduledAt: '<aws.scheduler.scheduled-time>' }),
        DeadLetterConfig: Match.anyValue(),
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 7200 },
      }),
    });
  });

  it('look at editions under way, and count for the alarms, every five minutes', () => {
    template.resourcePropertiesCountIs(
      'AWS::Scheduler::Schedule',
      Match.objectLike({ ScheduleExpression: 'rate(5 minutes)' }),
      2,
    );
  });

  it('are one a topic, one of reconcile and one of watch', () => {
    template.resourceCountIs('AWS::Scheduler::Schedule', topicFiles().length + 2);
  });
});

describe('the outputs', () => {
  const outputs = template.findOutputs('*');

  it('are all that commands with --remote ask for, and two for people', () => {
    expect(Object.keys(outputs).sort()).toEqual(
      [...STACK_OUTPUTS, 'ComposeFunction', 'DnsRecords'].sort(),
    );
  });

  it('name the dead letters apart from the queues that they came from', () => {
    const names = ['DeliveryQueue', 'DeliveryDeadLetters', 'FeedbackQueue', 'FeedbackDeadLetters'];
    const values = names.map((name) => JSON.stringify(outputs[name]?.Value));
    expect(new Set(values).size).toBe(names.length);
  });
});

const DENIES_PLAIN_HTTP = {
  PolicyDocument: Match.objectLike({
    Statement: Match.arrayWith([
      Match.objectLike({
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]),
  }),
};

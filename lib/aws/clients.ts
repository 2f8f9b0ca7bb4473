import {
  DynamoDBClient,
  DynamoDBServiceException as ServiceException,
} from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { shortenSendRawEmail } from './send-raw-email.ts';

/*
 * Every AWS client is made here. Region, credentials and an emulator's `AWS_ENDPOINT_URL` come from
 * the environment, by the SDK's own rules. An emulator serves all buckets under its one host.
 */

export const s3Client = (): S3Client =>
  new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });

export const sqsClient = (): SQSClient => new SQSClient();

/**
 * SES answers within a second as a rule. Without a bound one lost answer would hold a worker until its function is
 * ended, and leave the whole group doubtful instead of one mail. Below what `deliver` spares for its last mails.
 */
export const SES_ANSWERS_WITHIN_MS = 10_000;

/** SES has no idempotency key: a retry after a lost answer mails twice. So the SDK does not retry; the ledger decides. */
export const sesClient = (requestTimeout = SES_ANSWERS_WITHIN_MS): SESClient =>
  shortenSendRawEmail(
    new SESClient({
      maxAttempts: 1,
      requestHandler: { requestTimeout, throwOnRequestTimeout: true },
      // The middleware is put together once, not for each mail: nobody changes it after the first.
      cacheMiddleware: true,
    }),
  );

export const dynamoClient = (): DynamoDBDocumentClient => documentClient(new DynamoDBClient());

/** Where a database on this machine listens now. */
export interface DatabaseLocation {
  host: string;
  port: number;
}

/** A database on this machine, which may move to another port while it is in use. */
export interface MovingDatabase {
  /** Where it listens; asked before every attempt. */
  locate(): Promise<DatabaseLocation>;
  /** Told when nobody answered there; the SDK then makes another attempt. */
  lost(): Promise<void>;
}

/** A client of a database on this machine. */
export function localDynamoClient(database: MovingDatabase): DynamoDBDocumentClient {
  // The SDK's notice on old Node versions is for those who deploy; here it would only alarm.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const client = new DynamoDBClient({
    region: 'local',
    endpoint: 'http://127.0.0.1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 5,
  });
  client.middlewareStack.add(
    (next) => async (args) => {
      const { host, port } = await database.locate();
      // An HttpRequest of the SDK, which types it as unknown at this step.
      Object.assign(args.request as object, { hostname: host, port });
      return next(args).catch(async (error: unknown) => {
        if (!(error instanceof ServiceException)) await database.lost();
        throw error;
      });
    },
    { step: 'finalizeRequest', priority: 'low', name: 'locateDatabase' },
  );
  return documentClient(client);
}

function documentClient(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

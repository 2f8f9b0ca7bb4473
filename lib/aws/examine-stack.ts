import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { reasonOf } from '#lib/dependency-error.ts';
import { reading } from '#lib/doctor/reading.ts';
import type { StackFacts } from '#lib/doctor/stack-facts.ts';
import { awsFailureOf } from './aws-failure.ts';
import { sqsClient } from './clients.ts';
import type { Stack } from './find-stack.ts';
import { readClock } from './read-clock.ts';
import { readKeyRing, secretsClient } from './read-key-ring.ts';
import { readAccount, readConfigurationSet, readIdentity, sesV2Client } from './read-ses.ts';

/** Reads what a stack stands on. What cannot be read keeps nothing else from being read. */
export async function examineStack({ name, outputs }: Stack, now: () => Date): Promise<StackFacts> {
  const [ses, sqs] = [sesV2Client(), sqsClient()];
  const letters = (url: string) => reading(() => countMessages(sqs, url));
  const [identity, account, configurationSet, signingKey, clockAhead] = await Promise.all([
    reading(() => readIdentity(ses, outputs.SenderDomain)),
    reading(() => readAccount(ses)),
    reading(() => readConfigurationSet(ses, outputs.ConfigurationSet)),
    reading(() => readSigningKey(outputs.SigningKeysSecret)),
    reading(() => readClock(name, now)),
  ]);
  const deadLetters = {
    delivery: await letters(outputs.DeliveryDeadLetters),
    feedback: await letters(outputs.FeedbackDeadLetters),
    missed: await letters(outputs.MissedEvents),
  };
  return { identity, account, configurationSet, deadLetters, signingKey, clockAhead };
}

/** What the secret holds is never repeated. Where AWS does not let it be read, nothing is known. */
async function readSigningKey(secret: string): Promise<{ id: string } | { broken: string }> {
  try {
    return { id: (await readKeyRing(secretsClient(), secret)).current };
  } catch (error) {
    if (awsFailureOf(error) !== null) throw error;
    return { broken: reasonOf(error) };
  }
}

async function countMessages(client: SQSClient, url: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages'] as const;
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...AttributeNames] }),
  );
  const messages = Attributes['ApproximateNumberOfMessages'];
  if (messages === undefined) throw new Error('SQS does not tell how many there are');
  return Number(messages);
}

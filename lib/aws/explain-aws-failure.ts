import { awsFailureOf, type AwsFailure } from './aws-failure.ts';
import { RemoteError } from './remote-error.ts';

/**
 * Puts a failure of AWS into words for who runs a command: what is wrong, and what to do next. Every
 * other error comes back as it is.
 */
export function explainAwsFailure(error: unknown): unknown {
  const found = awsFailureOf(error);
  if (found === null || error instanceof RemoteError) return error;
  return new RemoteError(WORDS[found.failure](found.message), { cause: error });
}

const WORDS: Record<AwsFailure, (message: string) => string> = {
  'no-region': () =>
    'no AWS region is set: set AWS_REGION to the one that the stack was deployed to, or name a profile that has one in AWS_PROFILE',
  'no-credentials': (message) =>
    `no AWS credentials were found (${message}): sign in ("aws sso login"), name a profile in AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
  'refused-credentials': (message) =>
    `AWS does not accept these credentials (${message}): sign in again, or name another profile in AWS_PROFILE`,
  denied: (message) =>
    `AWS does not permit this (${message}): ask who keeps the account for that permission, or name another profile in AWS_PROFILE`,
  clock: (message) => `AWS refuses this machine's clock (${message}): set it right and try again`,
  unreachable: (message) =>
    `AWS cannot be reached (${message}): check the network, AWS_REGION and AWS_ENDPOINT_URL`,
};

import { describe, expect, it } from 'vitest';
import { explainAwsFailure } from '#lib/aws/explain-aws-failure.ts';
import { RemoteError } from '#lib/aws/remote-error.ts';
import { DependencyError } from '#lib/dependency-error.ts';

const named = (name: string, message = 'why') => Object.assign(new Error(message), { name });
const coded = (code: string) => Object.assign(new Error('why'), { code });

describe('a failure of AWS', () => {
  it.each([
    [new Error('Region is missing'), /no AWS region is set: set AWS_REGION/],
    [named('CredentialsProviderError'), /no AWS credentials were found \(why\): sign in/],
    [named('ExpiredToken'), /does not accept these credentials \(why\): sign in again/],
    [named('UnrecognizedClientException'), /does not accept these credentials/],
    [named('AccessDeniedException', 'not authorized to perform: dynamodb:Query'), /dynamodb:Query/],
    [named('RequestTimeTooSkewed'), /refuses this machine's clock/],
    [coded('ENOTFOUND'), /AWS cannot be reached .* check the network/],
    [coded('ECONNREFUSED'), /AWS_ENDPOINT_URL/],
  ])('%s says what to do next', (error, message) => {
    const explained = explainAwsFailure(error);
    expect(explained).toBeInstanceOf(RemoteError);
    expect(explained).toMatchObject({ cause: error, message: expect.stringMatching(message) });
  });

  it('is found behind the error of a store', () => {
    const error = new DependencyError('read', 'secret', named('AccessDenied', 'GetSecretValue'));
    expect(explainAwsFailure(error)).toMatchObject({
      message: expect.stringContaining('does not permit this (GetSecretValue)'),
    });
  });

  it.each([new Error('another'), new RemoteError('said already'), 'no error'])(
    '%s stays as it is where it is none',
    (error) => {
      expect(explainAwsFailure(error)).toBe(error);
    },
  );
});

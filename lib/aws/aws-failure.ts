/** Why AWS did not do what it was asked, as far as it is the same for every service. */
export type AwsFailure =
  'no-region' | 'no-credentials' | 'refused-credentials' | 'denied' | 'clock' | 'unreachable';

/** By the names of errors; each service has its own for the same thing (AWS, "Common errors"). */
const BY_NAME: ReadonlyMap<string, AwsFailure> = new Map([
  ...named('no-credentials', ['CredentialsProviderError', 'TokenProviderError']),
  ...named('refused-credentials', [
    ...['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'],
    ...['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId'],
    ...['SignatureDoesNotMatch', 'InvalidSignatureException', 'IncompleteSignature'],
    ...['InvalidToken', 'AuthFailure', 'InvalidSecurity'],
  ]),
  ...named('denied', [
    ...['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'],
    ...['AuthorizationError', 'AuthorizationErrorException', 'NotAuthorized', 'Forbidden'],
  ]),
  ...named('clock', ['RequestTimeTooSkewed', 'RequestInTheFuture']),
  ...named('unreachable', ['TimeoutError']),
]);

/** By the codes of Node's network errors. */
const UNREACHABLE = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'],
  ...['EHOSTUNREACH', 'ENETUNREACH'],
]);

/** Finds the failure in an error or in what caused it; null where it is another one. */
export function awsFailureOf(error: unknown): { failure: AwsFailure; message: string } | null {
  if (!(error instanceof Error)) return null;
  const failure = ofOne(error);
  return failure === null ? awsFailureOf(error.cause) : { failure, message: error.message };
}

function ofOne(error: Error): AwsFailure | null {
  if (error.message === 'Region is missing') return 'no-region';
  if ('code' in error && UNREACHABLE.has(String(error.code))) return 'unreachable';
  return BY_NAME.get(error.name) ?? null;
}

function named(failure: AwsFailure, names: string[]): [string, AwsFailure][] {
  return names.map((name) => [name, failure]);
}

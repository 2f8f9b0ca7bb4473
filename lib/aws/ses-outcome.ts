import type { MailOutcome } from '#lib/delivery/mailer.ts';

type Failure = Exclude<MailOutcome, { kind: 'accepted' }>;

/** Faults of one message that no later try mends. */
const OF_THE_MESSAGE = new Set(['MessageRejected', 'InvalidParameterValue']);

/** SES v1 and newer endpoints call it differently. */
const THROTTLING = new Set(['Throttling', 'ThrottlingException']);

const limitOf = (message: string) => (/daily/i.test(message) ? 'day' : 'rate');

/** The connection was never made, or there was nothing to sign the call with. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'CredentialsProviderError',
]);

/**
 * What a failed call to SES means. Codes: SES v1 API reference, "SendRawEmail" and "Common errors".
 * A throttled message is dropped by SES ("Maximum sending rate exceeded", "Daily message quota
 * exceeded"). A paused account, an unverified domain or missing permission hold up every mail, and
 * are mended by the operator rather than by failing the subscribers.
 */
export function sesOutcome(error: unknown, reason: string): Failure {
  const { name = '', code = '', message = '', $metadata } = (error ?? {}) as SdkError;
  // In the sandbox, or while an identity is not verified yet: it can be, and then it is sent.
  if (name === 'MessageRejected' && message.includes('not verified'))
    return { kind: 'throttled', scope: 'recipient', reason };
  if (OF_THE_MESSAGE.has(name)) return { kind: 'rejected', reason };
  if (THROTTLING.has(name))
    return { kind: 'throttled', scope: 'account', limit: limitOf(message), reason };
  const status = $metadata?.httpStatusCode ?? 0;
  const isRefusal = status >= 400 && status < 500;
  const isUnsent = isRefusal || BEFORE_SENDING.has(code) || BEFORE_SENDING.has(name);
  return isUnsent ? { kind: 'throttled', scope: 'account', reason } : { kind: 'unknown', reason };
}

interface SdkError {
  name?: string;
  code?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number };
}

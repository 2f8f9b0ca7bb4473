import { afterEach, describe, expect, it, vi } from 'vitest';
import { sesOutcome } from '#lib/aws/ses-outcome.ts';
import { defaultProvider } from '../../lambdas/function-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the credentials of a function', () => {
  it('are those that Lambda puts into the environment', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'key',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
  });

  it('where there are none, leave a mail certainly unsent rather than in doubt', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    const error: unknown = await defaultProvider()().catch((reason: unknown) => reason);
    expect(sesOutcome(error, 'no credentials')).toMatchObject({ kind: 'throttled' });
  });
});

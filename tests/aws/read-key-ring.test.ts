import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { readKeyRing } from '#lib/aws/read-key-ring.ts';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';

const READER = { topicId: 'harbour-talks', subscriberId: 's1' };

/** Reads a key ring from a secret of this text. */
function read(SecretString: string) {
  const client = new SecretsManagerClient({ region: 'eu-west-1' });
  mockClient(client).on(GetSecretValueCommand).resolves({ SecretString });
  return readKeyRing(client, 'signing-keys');
}

describe('readKeyRing', () => {
  const [first, second] = ['A'.repeat(64), 'B'.repeat(64)];

  it('keeps links of the old key working after a rotation, and signs with the new one', async () => {
    const before = await read(JSON.stringify({ current: 'k1', k1: first }));
    const after = await read(JSON.stringify({ current: 'k2', k1: first, k2: second }));
    const oldLink = signLink('unsubscribe', READER, before);
    const newLink = signLink('unsubscribe', READER, after);
    expect(verifyLink(oldLink, 'unsubscribe', after)).toEqual(READER);
    expect(verifyLink(newLink, 'unsubscribe', after)).toEqual(READER);
    expect(verifyLink(newLink, 'unsubscribe', before)).toBeNull();
  });

  it.each([
    '',
    'hush',
    '"hush"',
    '["hush"]',
    '{"current": "k1"}',
    '{"current": "k1", "k1": "hush"}',
  ])('refuses %j without repeating it', async (text) => {
    const refused = read(text);
    await expect(refused).rejects.toThrow('cannot read signing-keys');
    await expect(refused).rejects.not.toThrow('hush');
  });
});

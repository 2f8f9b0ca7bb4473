import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SecretKeyRingStore } from '#lib/aws/secret-key-ring-store.ts';
import { newStoredKeyRing } from '#lib/subscription/key-ring.ts';
import { withNewKey } from '#lib/subscription/rotate-keys.ts';
import { keyRingStoreContract } from '../contract/key-ring-store-contract.ts';

const AT = new Date('2026-01-05T07:00:00Z');

/** Secrets Manager as its documentation tells: a label moves only from the version that has it. */
function fakeSecret(first: string) {
  const versions = [first];
  let current = 'v0';
  const client = new SecretsManagerClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(GetSecretValueCommand).callsFake(async () => ({
    SecretString: versions[Number(current.slice(1))],
    VersionId: current,
  }));
  mock.on(PutSecretValueCommand).callsFake(async ({ SecretString, VersionStages }) => {
    expect(VersionStages).not.toContain('AWSCURRENT');
    return { VersionId: `v${versions.push(SecretString) - 1}` };
  });
  mock.on(UpdateSecretVersionStageCommand).callsFake(async (input) => {
    expect(input.VersionStage).toBe('AWSCURRENT');
    if (input.RemoveFromVersionId !== current) throw new Error('InvalidParameterException');
    current = input.MoveToVersionId;
    return {};
  });
  return { store: new SecretKeyRingStore(client, 'signing-keys'), mock, versions };
}

keyRingStoreContract('a secret', async (first) => fakeSecret(JSON.stringify(first)).store);

describe('keys in a secret', () => {
  it('are read as AWS makes them, and rotated into the stored form', async () => {
    const { store, versions } = fakeSecret(JSON.stringify({ current: 'k1', k1: 'A'.repeat(64) }));
    const { stored, version } = await store.read();
    expect(stored).toEqual({ current: 'k1', keys: { k1: 'A'.repeat(64) }, dates: {} });
    await store.replace(withNewKey(stored, AT), version);
    expect(JSON.parse(versions[1] ?? '')).toMatchObject({
      current: 'k2',
      keys: { k1: 'A'.repeat(64) },
      dates: { k1: { replacedAt: AT.toISOString() }, k2: { createdAt: AT.toISOString() } },
    });
  });

  it('count as replaced where the answer was lost and the client tried again', async () => {
    const { store, mock } = fakeSecret(JSON.stringify(newStoredKeyRing(AT)));
    const { stored, version } = await store.read();
    const next = withNewKey(stored, AT);
    mock.on(UpdateSecretVersionStageCommand).rejects(new Error('InvalidParameterException'));
    mock
      .on(GetSecretValueCommand)
      .resolves({ SecretString: JSON.stringify(next), VersionId: 'v1' });
    expect(await store.replace(next, version)).toBe(true);
  });

  it('that cannot be written are said to be so, without a key', async () => {
    const { store, mock } = fakeSecret(JSON.stringify(newStoredKeyRing(AT)));
    const { stored, version } = await store.read();
    mock.on(UpdateSecretVersionStageCommand).rejects(new Error('AccessDenied'));
    await expect(store.replace(stored, version)).rejects.toThrow('cannot write signing-keys');
    mock.on(PutSecretValueCommand).rejects(new Error('AccessDenied'));
    const refused = store.replace(stored, version);
    await expect(refused).rejects.toThrow('cannot write signing-keys: AccessDenied');
  });
});

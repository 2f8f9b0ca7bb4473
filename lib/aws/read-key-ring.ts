import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { toKeyRing } from '#lib/subscription/key-ring.ts';
import { LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import { SecretKeyRingStore } from './secret-key-ring-store.ts';

export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient();

/**
 * Reads the keys that sign links from Secrets Manager.
 * @throws DependencyError where the secret cannot be read or is no key ring; it never repeats a key
 */
export function readKeyRing(
  client: SecretsManagerClient,
  secret: string,
  now: () => Date = () => new Date(),
): Promise<LiveKeyRing> {
  const store = new SecretKeyRingStore(client, secret);
  return LiveKeyRing.open(async () => toKeyRing((await store.read()).stored, now()), now);
}

import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { parseKeyRing, type KeyRing } from '#lib/subscription/key-ring.ts';

export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient();

/**
 * Reads the keys that sign links from Secrets Manager. The secret is one flat object, because AWS can
 * generate a key only at its top level: `{"current": "k1", "k1": "…"}`. To rotate, add `k2` and
 * name it in `current`; links signed by `k1` go on working for as long as it stands there.
 * @throws DependencyError where the secret cannot be read or is no key ring; it never repeats a key
 */
export async function readKeyRing(client: SecretsManagerClient, secret: string): Promise<KeyRing> {
  const { current, ...keys } = parseSecret(await secretText(client, secret), secret);
  const parsed = parseKeyRing({ current, keys }, secret);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('read', secret, new Error(parsed.faults.map(formatFault).join('; ')));
}

async function secretText(client: SecretsManagerClient, secret: string): Promise<string> {
  try {
    const { SecretString = '' } = await client.send(
      new GetSecretValueCommand({ SecretId: secret }),
    );
    return SecretString;
  } catch (cause) {
    throw new DependencyError('read', secret, cause);
  }
}

function parseSecret(text: string, secret: string): Record<string, unknown> {
  const notAnObject = () => new DependencyError('read', secret, new Error('it is no JSON object'));
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The cause would quote the secret.
    throw notAnObject();
  }
  if (data === null || typeof data !== 'object' || Array.isArray(data)) throw notAnObject();
  return { ...data };
}

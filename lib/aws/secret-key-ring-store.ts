import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { parseStoredKeyRing, type StoredKeyRing } from '#lib/subscription/key-ring.ts';
import type { KeyRingStore, StandingKeyRing } from '#lib/subscription/key-ring-store.ts';

const CURRENT = 'AWSCURRENT';
/** The label of a version that is not current yet; after a kill it stays on one that nobody reads. */
const NEXT = 'PARLEY_NEXT';

/**
 * The keys as a secret of Secrets Manager. AWS makes the first key and can put it only at the top level:
 * `{"current": "k1", "k1": "…"}`; from the first rotation on the secret has the stored form. A new
 * version is put beside the current one, and then the label AWSCURRENT moved to it from the version
 * that was read, which AWS refuses where the label is on another one.
 */
export class SecretKeyRingStore implements KeyRingStore {
  constructor(
    private readonly client: SecretsManagerClient,
    private readonly secret: string,
  ) {}

  async read(): Promise<StandingKeyRing> {
    const { SecretString = '', VersionId = '' } = await this.orFail('read', () =>
      this.client.send(new GetSecretValueCommand({ SecretId: this.secret })),
    );
    const data = withKeys(parseSecret(SecretString, this.secret));
    const parsed = parseStoredKeyRing(data, this.secret);
    if (parsed.ok) return { stored: parsed.value, version: VersionId };
    const faults = parsed.faults.map(formatFault).join('; ');
    throw new DependencyError('read', this.secret, new Error(faults));
  }

  async replace(next: StoredKeyRing, version: string): Promise<boolean> {
    const { VersionId } = await this.orFail('write', () =>
      this.client.send(
        new PutSecretValueCommand({
          SecretId: this.secret,
          SecretString: JSON.stringify(next),
          VersionStages: [NEXT],
        }),
      ),
    );
    const move = new UpdateSecretVersionStageCommand({
      SecretId: this.secret,
      VersionStage: CURRENT,
      MoveToVersionId: VersionId,
      RemoveFromVersionId: version,
    });
    try {
      await this.client.send(move);
      return true;
    } catch (cause) {
      const standing = (await this.read()).version;
      // The client tries again by itself, and a first try may have done it.
      if (standing !== version) return standing === VersionId;
      throw new DependencyError('write', this.secret, cause);
    }
  }

  private async orFail<T>(verb: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw new DependencyError(verb, this.secret, cause);
    }
  }
}

/** The keys under a name of their own, also where AWS made the secret. */
function withKeys(data: Record<string, unknown>): unknown {
  if (typeof data['keys'] === 'object') return data;
  const { current, ...keys } = data;
  return { current, keys };
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

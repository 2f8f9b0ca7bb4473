import {
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import { DependencyError } from '#lib/dependency-error.ts';

/**
 * Why SES does not send for a domain as it should, or null where all is well: it is verified, and SES
 * signs its mails (DKIM).
 * @throws DependencyError where SES does not answer
 */
export async function faultOfIdentity(client: SESClient, domain: string): Promise<string | null> {
  const asked = { Identities: [domain] };
  const [verification, dkim] = await Promise.all([
    client.send(new GetIdentityVerificationAttributesCommand(asked)),
    client.send(new GetIdentityDkimAttributesCommand(asked)),
  ]).catch((error: unknown) => {
    throw new DependencyError('read', `the identity ${domain} of SES`, error);
  });
  const verified = verification.VerificationAttributes?.[domain]?.VerificationStatus;
  if (verified !== 'Success') return `SES holds ${domain} for ${verified ?? 'unknown'}`;
  const { DkimEnabled: isSigned, DkimVerificationStatus: status } =
    dkim.DkimAttributes?.[domain] ?? {};
  if (isSigned !== true) return `SES does not sign mails of ${domain}`;
  return status === 'Success' ? null : `the DKIM records of ${domain} are ${status ?? 'unknown'}`;
}

import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import { DependencyError } from '#lib/dependency-error.ts';

/**
 * Why SES does not send for a domain as it should, or null where all is well: the account may send, the
 * domain is verified, and SES signs its mails (DKIM).
 * @throws DependencyError where SES does not answer
 */
export async function faultOfIdentity(client: SESClient, domain: string): Promise<string | null> {
  const asked = { Identities: [domain] };
  const [account, verification, dkim] = await Promise.all([
    client.send(new GetAccountSendingEnabledCommand({})),
    client.send(new GetIdentityVerificationAttributesCommand(asked)),
    client.send(new GetIdentityDkimAttributesCommand(asked)),
  ]).catch((error: unknown) => {
    throw new DependencyError('read', `the identity ${domain} of SES`, error);
  });
  if (account.Enabled === false) return 'the sending of the account is paused';
  const verified = verification.VerificationAttributes?.[domain]?.VerificationStatus;
  if (verified !== 'Success') return `SES holds ${domain} for ${verified ?? 'unknown'}`;
  const { DkimEnabled: isSigned, DkimVerificationStatus: status } =
    dkim.DkimAttributes?.[domain] ?? {};
  if (isSigned !== true) return `SES does not sign mails of ${domain}`;
  return status === 'Success' ? null : `the DKIM records of ${domain} are ${status ?? 'unknown'}`;
}

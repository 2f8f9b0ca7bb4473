import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { Account, ConfigurationSet, Identity } from '#lib/doctor/stack-facts.ts';
import { NO_QUOTA } from './ses-quota.ts';

/*
 * Version 2 of SES's API, which alone tells of sandbox, suppression and event destinations. A field that
 * is missing counts as the bad case.
 */

export const sesV2Client = (): SESv2Client => new SESv2Client();

/** The identity of a domain, or null where there is none. */
export async function readIdentity(client: SESv2Client, domain: string): Promise<Identity | null> {
  const found = await unlessNone(
    client.send(new GetEmailIdentityCommand({ EmailIdentity: domain })),
  );
  if (found === null) return null;
  const {
    Status = 'NOT_STARTED',
    SigningEnabled = false,
    Tokens = [],
  } = found.DkimAttributes ?? {};
  const { MailFromDomain, MailFromDomainStatus = 'FAILED' } = found.MailFromAttributes ?? {};
  return {
    isVerified: found.VerifiedForSendingStatus ?? false,
    dkim: { status: Status, isSigning: SigningEnabled, tokens: Tokens },
    mailFrom: MailFromDomain ? { domain: MailFromDomain, status: MailFromDomainStatus } : null,
  };
}

export async function readAccount(client: SESv2Client): Promise<Account> {
  const found = await client.send(new GetAccountCommand());
  const { Max24HourSend = 0, MaxSendRate = 0, SentLast24Hours = 0 } = found.SendQuota ?? {};
  return {
    isProduction: found.ProductionAccessEnabled ?? false,
    isSending: found.SendingEnabled ?? false,
    enforcement: found.EnforcementStatus ?? 'unknown',
    limits: {
      maxPerDay: Max24HourSend === NO_QUOTA ? null : Max24HourSend,
      maxPerSecond: MaxSendRate === NO_QUOTA ? null : MaxSendRate,
      sentLast24h: SentLast24Hours,
    },
    suppressed: found.SuppressionAttributes?.SuppressedReasons ?? [],
  };
}

/** A configuration set with its event destinations, or null where there is none. */
export async function readConfigurationSet(
  client: SESv2Client,
  name: string,
): Promise<ConfigurationSet | null> {
  const input = { ConfigurationSetName: name };
  const set = await unlessNone(client.send(new GetConfigurationSetCommand(input)));
  if (set === null) return null;
  const events = new GetConfigurationSetEventDestinationsCommand(input);
  const { EventDestinations = [] } = await client.send(events);
  return {
    isSending: set.SendingOptions?.SendingEnabled ?? true,
    suppressed: set.SuppressionOptions?.SuppressedReasons ?? null,
    destinations: EventDestinations.map(
      ({ Enabled = false, SnsDestination, MatchingEventTypes }) => ({
        isEnabled: Enabled,
        isTopic: SnsDestination !== undefined,
        events: MatchingEventTypes ?? [],
      }),
    ),
  };
}

async function unlessNone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NotFoundException) return null;
    throw error;
  }
}

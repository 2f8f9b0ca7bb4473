import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import { DependencyError } from '#lib/dependency-error.ts';
import type { SendLimits, SendQuota } from '#lib/delivery/send-quota.ts';

/** US dollars for a thousand mails, without attachments (Amazon SES pricing, à la carte). */
export const SES_USD_A_THOUSAND = 0.1;

/** What SES says for an account without a daily quota ("SES API reference: GetSendQuota"). */
export const NO_QUOTA = -1;

/** The live quota of the account and region. */
export class SesQuota implements SendQuota {
  constructor(private readonly client: SESClient) {}

  async read(): Promise<SendLimits> {
    const answer = await this.client.send(new GetSendQuotaCommand()).catch((error: unknown) => {
      throw new DependencyError('read', 'the send quota of SES', error);
    });
    const { Max24HourSend: perDay, MaxSendRate: perSecond, SentLast24Hours: sent } = answer;
    if (perDay === undefined || perSecond === undefined || sent === undefined)
      throw new DependencyError('read', 'the send quota of SES', new Error('it is incomplete'));
    return {
      maxPerDay: perDay === NO_QUOTA ? null : perDay,
      maxPerSecond: perSecond === NO_QUOTA ? null : perSecond,
      sentLast24h: sent,
    };
  }
}

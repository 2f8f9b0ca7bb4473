import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SesQuota } from '#lib/aws/ses-quota.ts';

function open() {
  const client = new SESClient({ region: 'us-east-1' });
  return { mock: mockClient(client), quota: new SesQuota(client) };
}

describe('SesQuota', () => {
  it('is the account’s, live', async () => {
    const { mock, quota } = open();
    mock
      .on(GetSendQuotaCommand)
      .resolves({ Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 120 });
    expect(await quota.read()).toEqual({ maxPerDay: 50_000, maxPerSecond: 14, sentLast24h: 120 });
  });

  it('has no daily limit where SES says -1', async () => {
    const { mock, quota } = open();
    mock
      .on(GetSendQuotaCommand)
      .resolves({ Max24HourSend: -1, MaxSendRate: 500, SentLast24Hours: 0 });
    expect(await quota.read()).toMatchObject({ maxPerDay: null, maxPerSecond: 500 });
  });

  it.each([
    ['does not answer', new Error('Rate exceeded'), 'Rate exceeded'],
    ['answers in part', { Max24HourSend: 200 }, 'incomplete'],
  ])('is a failed dependency where SES %s', async (_name, answer, reason) => {
    const { mock, quota } = open();
    const command = mock.on(GetSendQuotaCommand);
    if (answer instanceof Error) command.rejects(answer);
    else command.resolves(answer);
    const expected = new RegExp(`^cannot read the send quota of SES: .*${reason}`);
    await expect(quota.read()).rejects.toThrow(expected);
  });
});

import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  SESClient,
} from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultOfIdentity } from '#lib/aws/ses-identity.ts';
import { DependencyError } from '#lib/dependency-error.ts';

const client = new SESClient({ region: 'us-east-1' });
const ses = mockClient(client);
const DOMAIN = 'example.com';

interface Answers {
  enabled?: boolean;
  verified?: string;
  isSigned?: boolean;
  dkim?: string;
}

function answer({
  enabled = true,
  verified = 'Success',
  isSigned = true,
  dkim = 'Success',
}: Answers) {
  ses.on(GetAccountSendingEnabledCommand).resolves({ Enabled: enabled });
  ses.on(GetIdentityVerificationAttributesCommand).resolves({
    VerificationAttributes: { [DOMAIN]: { VerificationStatus: verified as 'Success' } },
  });
  ses.on(GetIdentityDkimAttributesCommand).resolves({
    DkimAttributes: {
      [DOMAIN]: { DkimEnabled: isSigned, DkimVerificationStatus: dkim as 'Success' },
    },
  });
}

beforeEach(() => ses.reset());

describe('faultOfIdentity', () => {
  it('finds none where the account sends, and the domain is verified and signed for', async () => {
    answer({});
    expect(await faultOfIdentity(client, DOMAIN)).toBeNull();
  });

  it.each([
    [{ enabled: false }, 'the sending of the account is paused'],
    [{ verified: 'Pending' }, 'SES holds example.com for Pending'],
    [{ isSigned: false }, 'SES does not sign mails of example.com'],
    [{ dkim: 'Failed' }, 'the DKIM records of example.com are Failed'],
  ])('says what is wrong: %j', async (answers, fault) => {
    answer(answers);
    expect(await faultOfIdentity(client, DOMAIN)).toBe(fault);
  });

  it('finds a domain that SES does not know', async () => {
    answer({});
    expect(await faultOfIdentity(client, 'example.org')).toContain('for unknown');
  });

  it('fails where SES does not answer', async () => {
    ses.rejects(new Error('no answer'));
    await expect(faultOfIdentity(client, DOMAIN)).rejects.toThrow(DependencyError);
  });
});

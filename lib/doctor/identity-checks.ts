import { fault, judged, ok, warning, type Check, type Reading } from './check.ts';
import type { DnsFacts, Identity } from './stack-facts.ts';

const DNS = 'add the records that the stack prints as DnsRecords to the DNS of the domain';

/** Whether SES may send for the domain, and signs. */
export function identityChecks(domain: string, read: Reading<Identity | null>): Check[] {
  return [
    judged('identity', read, (identity) => identityCheck(domain, identity)),
    ...(read.ok && read.value === null ? [] : [judged('DKIM', read, dkimCheck)]),
  ];
}

function identityCheck(domain: string, identity: Identity | null): Check {
  const lost = 'SES takes no mail: nobody gets an edition';
  if (identity === null)
    return fault('identity', `SES knows no identity ${domain} in this region`, {
      lost,
      next: 'npx cdk deploy makes it; check AWS_REGION',
    });
  return identity.isVerified
    ? ok('identity', `${domain} is verified`)
    : fault('identity', `${domain} is not verified yet`, {
        lost,
        next: `${DNS}, and wait an hour`,
      });
}

function dkimCheck(identity: Identity | null): Check {
  const { status = 'NOT_STARTED', isSigning = false } = identity?.dkim ?? {};
  const lost = 'mails are not signed: Gmail, Yahoo and Microsoft refuse them or call them junk';
  if (!isSigning)
    return fault('DKIM', 'signing is switched off', {
      lost,
      next: 'switch it on in the SES console, at the identity',
    });
  if (status === 'SUCCESS') return ok('DKIM', 'SES signs the mails');
  if (status === 'TEMPORARY_FAILURE')
    return warning('DKIM', 'SES did not find the records at its last look', { lost, next: DNS });
  return fault('DKIM', `SES does not sign yet (${status})`, { lost, next: DNS });
}

/** Whether the records of DKIM stand in DNS, one line for all of them. */
export function dkimRecordsCheck(records: DnsFacts['dkim']): Check {
  const name = 'DKIM records';
  const unread = records.flatMap(({ targets }) => (targets.ok ? [] : [targets]));
  if (unread[0]) return judged(name, unread[0], () => ok(name, ''));
  const wrong = records.filter(
    ({ token, targets }) => !(targets.ok && leads(token, targets.value)),
  );
  if (wrong.length === 0) return ok(name, `all ${records.length} lead to SES`);
  return fault(name, `${wrong.length} of ${records.length} are missing or lead elsewhere`, {
    lost: 'SES stops to sign within days, and mails are refused or called junk',
    next: `add ${wrong.map((each) => `${each.name} CNAME ${each.token}.dkim.amazonses.com`).join(', ')}`,
  });
}

/** Some regions have a name of their own: token.dkim.eu-south-1.amazonses.com. */
function leads(token: string, targets: string[]): boolean {
  return targets.some((target) => {
    const text = target.toLowerCase().replace(/\.$/, '');
    return text.startsWith(`${token}.dkim.`) && text.endsWith('.amazonses.com');
  });
}

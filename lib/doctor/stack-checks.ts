import { accountChecks, configurationSetCheck, suppressionCheck } from './account-checks.ts';
import { fault, judged, ok, type Check } from './check.ts';
import { clockCheck } from './clock-check.ts';
import { dmarcCheck } from './dmarc-check.ts';
import { dkimRecordsCheck, identityChecks } from './identity-checks.ts';
import { mailFromChecks } from './mail-from-checks.ts';
import { queueChecks } from './queue-checks.ts';
import type { DnsFacts, StackFacts } from './stack-facts.ts';

/** What the mails of a stack come from. */
export interface SenderNames {
  /** Domain of the address in From:. */
  fromDomain: string;
  /** Domain that SES signs for. */
  identityDomain: string;
  configurationSet: string;
}

/** Everything that keeps a deployed stack from mailing, or its mails from arriving. */
export function stackChecks(
  { fromDomain, identityDomain, configurationSet }: SenderNames,
  facts: StackFacts,
  dns: DnsFacts,
): Check[] {
  return [
    ...identityChecks(identityDomain, facts.identity),
    ...(dns.dkim.length > 0 ? [dkimRecordsCheck(dns.dkim)] : []),
    ...mailFromChecks(facts.identity, dns.mailFrom),
    dmarcCheck(fromDomain, identityDomain, dns.dmarc),
    ...accountChecks(facts.account),
    configurationSetCheck(configurationSet, facts.configurationSet),
    suppressionCheck(facts.account, facts.configurationSet),
    ...queueChecks(facts.deadLetters),
    judged('signing keys', facts.signingKey, signingKeyCheck),
    clockCheck(facts.clockAhead),
  ];
}

function signingKeyCheck(key: { id: string } | { broken: string }): Check {
  if ('id' in key) return ok('signing keys', `${key.id} signs the links`);
  return fault('signing keys', key.broken, {
    lost: 'no mail can be written, and the links of those already sent lead nowhere',
    next: 'bring the last good version of the secret back (Secrets Manager, AWSPREVIOUS)',
  });
}

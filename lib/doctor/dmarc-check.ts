import { fault, judged, ok, type Check } from './check.ts';
import type { DnsFacts } from './stack-facts.ts';

const LOST = 'Gmail, Yahoo and Microsoft refuse bulk mail from this domain';

/**
 * Whether there is a DMARC record that holds for the From: address, and the DKIM signature of
 * `identityDomain` aligns with it (RFC 7489, 3.1.1 and 6.6.3; an organisation's record is looked for upwards).
 * @param fromDomain domain of the address in From:
 */
export function dmarcCheck(
  fromDomain: string,
  identityDomain: string,
  asked: DnsFacts['dmarc'],
): Check {
  for (const { domain, texts } of asked) {
    if (!texts.ok) return judged('DMARC', texts, () => ok('DMARC', ''));
    const records = texts.value.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
    if (records.length > 0) return recordCheck(domain, records, fromDomain, identityDomain);
  }
  return fault('DMARC', `no record at _dmarc.${fromDomain}`, {
    lost: LOST,
    next: `add _dmarc.${identityDomain} TXT "v=DMARC1; p=none"`,
  });
}

function recordCheck(
  domain: string,
  [record = '', ...others]: string[],
  fromDomain: string,
  identityDomain: string,
): Check {
  const bad = (found: string, next: string) => fault('DMARC', found, { lost: LOST, next });
  if (others.length > 0)
    return bad(
      `${others.length + 1} records at _dmarc.${domain}, which counts as none`,
      'leave one of them',
    );
  const tags = tagsOf(record);
  const policy = tags.get('p');
  if (policy === undefined || !['none', 'quarantine', 'reject'].includes(policy))
    return bad(`the record at _dmarc.${domain} has no policy`, 'begin it with "v=DMARC1; p=none"');
  if (tags.get('adkim') === 's' && fromDomain !== identityDomain)
    return bad(
      `the record asks that mails from ${fromDomain} are signed by it, but SES signs for ${identityDomain}`,
      `take "adkim=s" out of the record at _dmarc.${domain}, or send from an address of ${identityDomain}`,
    );
  return ok('DMARC', `policy ${policy} at _dmarc.${domain}; From: aligns with the signature`);
}

function tagsOf(record: string): Map<string, string> {
  const pairs = record.split(';').flatMap((part) => {
    const [name = '', value] = part.split('=').map((text) => text.trim().toLowerCase());
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map(pairs);
}

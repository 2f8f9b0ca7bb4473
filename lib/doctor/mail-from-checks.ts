import { judged, ok, warning, type Check, type Reading } from './check.ts';
import type { DnsFacts, Identity } from './stack-facts.ts';

const LOST = 'SPF does not align with From:, so that DMARC rests on DKIM alone';
const NEXT = 'add the MX and TXT records that the stack prints as DnsRecords';

/** Whether the envelope comes from the domain, and SPF allows SES to send for it. */
export function mailFromChecks(read: Reading<Identity | null>, dns: DnsFacts['mailFrom']): Check[] {
  const identity = judged('MAIL FROM', read, (value) => mailFromCheck(value?.mailFrom ?? null));
  if (dns === null) return [identity];
  return [
    identity,
    judged('MAIL FROM record', dns.mx, mxCheck),
    judged('SPF', dns.texts, spfCheck),
  ];
}

function mailFromCheck(mailFrom: Identity['mailFrom']): Check {
  if (mailFrom === null)
    return warning('MAIL FROM', 'the envelope comes from amazonses.com', {
      lost: LOST,
      next: 'npx cdk deploy of this version sets a domain of its own, and prints its records',
    });
  const { domain, status } = mailFrom;
  if (status === 'SUCCESS') return ok('MAIL FROM', `the envelope comes from ${domain}`);
  const found = `SES does not use ${domain} yet (${status})`;
  return warning('MAIL FROM', found, { lost: LOST, next: NEXT });
}

function mxCheck(exchanges: string[]): Check {
  const isThere = exchanges.some((each) => /^feedback-smtp\..*amazonses\.com\.?$/i.test(each));
  return isThere
    ? ok('MAIL FROM record', 'bounces lead to SES')
    : warning('MAIL FROM record', 'no MX record leads to SES', { lost: LOST, next: NEXT });
}

/** One record that begins with v=spf1 and takes SES in (RFC 7208, 4.5: several are an error). */
function spfCheck(texts: string[]): Check {
  const records = texts.filter((text) => /^v=spf1(\s|$)/i.test(text));
  const [only] = records;
  if (records.length === 1 && /\sinclude:amazonses\.com(\s|$)/i.test(only ?? ''))
    return ok('SPF', 'allows SES');
  const found =
    records.length === 0
      ? 'no SPF record'
      : records.length > 1
        ? `${records.length} SPF records, which counts as none`
        : 'the SPF record does not include amazonses.com';
  const next = 'make it one TXT record: "v=spf1 include:amazonses.com ~all"';
  return warning('SPF', found, { lost: LOST, next });
}

import { describe, expect, it } from 'vitest';
import { stackChecks } from '#lib/doctor/stack-checks.ts';
import type { DnsFacts, StackFacts } from '#lib/doctor/stack-facts.ts';
import { ACCOUNT, DNS, EVENTS, FACTS, IDENTITY, NAMES, read, troubles, unread } from './facts.ts';

const found = (facts: Partial<StackFacts>, dns: Partial<DnsFacts> = {}, names = NAMES) =>
  stackChecks(names, { ...FACTS, ...facts }, { ...DNS, ...dns });
const ofFacts = (facts: Partial<StackFacts>) => troubles(found(facts));
const ofDns = (dns: Partial<DnsFacts>, names = NAMES) => troubles(found({}, dns, names));
const dmarc = (...texts: string[]) => ({ dmarc: [{ domain: 'example.org', texts: read(texts) }] });
const [firstDkim] = DNS.dkim;

describe('a stack with which all is well', () => {
  it('has no trouble', () => expect(ofFacts({})).toEqual([]));
});

describe('what SES says', () => {
  const dkim = (status: string) =>
    ofFacts({ identity: read({ ...IDENTITY, dkim: { ...IDENTITY.dkim, status } }) });

  it.each([
    ['no identity', { identity: read(null) }, ['fault identity', 'warning MAIL FROM']],
    [
      'an identity that is not verified',
      { identity: read({ ...IDENTITY, isVerified: false }) },
      ['fault identity'],
    ],
    [
      'signing switched off',
      { identity: read({ ...IDENTITY, dkim: { ...IDENTITY.dkim, isSigning: false } }) },
      ['fault DKIM'],
    ],
    [
      'a MAIL FROM domain of SES’s',
      { identity: read({ ...IDENTITY, mailFrom: null }) },
      ['warning MAIL FROM'],
    ],
    [
      'a MAIL FROM domain that waits',
      { identity: read({ ...IDENTITY, mailFrom: { domain: 'b', status: 'PENDING' } }) },
      ['warning MAIL FROM'],
    ],
    ['the sandbox', { account: read({ ...ACCOUNT, isProduction: false }) }, ['fault sandbox']],
    ['a paused account', { account: read({ ...ACCOUNT, isSending: false }) }, ['fault sending']],
    [
      'an account under review',
      { account: read({ ...ACCOUNT, enforcement: 'PROBATION' }) },
      ['warning sending'],
    ],
    [
      'an account that was shut down',
      { account: read({ ...ACCOUNT, enforcement: 'SHUTDOWN' }) },
      ['fault sending'],
    ],
    [
      'no suppression of complaints',
      { account: read({ ...ACCOUNT, suppressed: ['BOUNCE'] }) },
      ['warning suppression'],
    ],
    ['no configuration set', { configurationSet: read(null) }, ['fault events']],
    [
      'a paused configuration set',
      { configurationSet: read({ ...EVENTS, isSending: false }) },
      ['fault events'],
    ],
    [
      'no event destination',
      { configurationSet: read({ ...EVENTS, destinations: [] }) },
      ['fault events'],
    ],
    [
      'a destination that is switched off',
      {
        configurationSet: read({
          ...EVENTS,
          destinations: EVENTS.destinations.map((each) => ({ ...each, isEnabled: false })),
        }),
      },
      ['fault events'],
    ],
    [
      'a set that suppresses nothing',
      { configurationSet: read({ ...EVENTS, suppressed: [] }) },
      ['warning suppression'],
    ],
  ])('%s', (_name, facts, expected) => expect(ofFacts(facts)).toEqual(expected));

  it('of DKIM tells apart what is pending, lost for now, and failed', () => {
    expect(dkim('PENDING')).toEqual(['fault DKIM']);
    expect(dkim('FAILED')).toEqual(['fault DKIM']);
    expect(dkim('TEMPORARY_FAILURE')).toEqual(['warning DKIM']);
  });

  it('of the quota is a warning before it is a fault', () => {
    const used = (sentLast24h: number, maxPerDay: number | null = 1_000) =>
      ofFacts({
        account: read({ ...ACCOUNT, limits: { maxPerDay, maxPerSecond: 1, sentLast24h } }),
      });
    expect(used(799)).toEqual([]);
    expect(used(800)).toEqual(['warning quota']);
    expect(used(1_000)).toEqual(['fault quota']);
    expect(used(1_000, null)).toEqual([]);
  });
});

describe('what DNS says', () => {
  it.each([
    ['a DKIM record that is missing', { dkim: [{ ...firstDkim, targets: read([]) }] }],
    [
      'a DKIM record of another',
      { dkim: [{ ...firstDkim, targets: read(['t9.dkim.amazonses.com']) }] },
    ],
    [
      'a DKIM record that only looks like it',
      { dkim: [{ ...firstDkim, targets: read(['t1.dkim.amazonses.com.evil.example']) }] },
    ],
  ])('%s is a fault that names the record', (_name, dns) => {
    const checks = found({}, dns as Partial<DnsFacts>);
    expect(troubles(checks)).toEqual(['fault DKIM records']);
    expect(checks.find(({ state }) => state === 'fault')?.next).toContain(
      't1._domainkey.example.org CNAME t1.dkim.amazonses.com',
    );
  });

  it('may give the name of a region, and end in a dot', () => {
    const targets = read(['T1.dkim.eu-south-1.amazonses.com.']);
    expect(ofDns({ dkim: [{ token: 't1', name: 'n', targets }] })).toEqual([]);
  });

  it.each([
    [{ mx: read([]), texts: DNS.mailFrom?.texts }, ['warning MAIL FROM record']],
    [{ mx: DNS.mailFrom?.mx, texts: read([]) }, ['warning SPF']],
    [{ mx: DNS.mailFrom?.mx, texts: read(['v=spf1 -all']) }, ['warning SPF']],
    [
      {
        mx: DNS.mailFrom?.mx,
        texts: read(['v=spf1 include:amazonses.com ~all', 'v=spf1 ~all']),
      },
      ['warning SPF'],
    ],
  ])('of MAIL FROM %j', (mailFrom, expected) => {
    expect(ofDns({ mailFrom: mailFrom as DnsFacts['mailFrom'] })).toEqual(expected);
  });

  it.each([
    ['no record', dmarc()],
    ['another TXT record', dmarc('google-site-verification=x')],
    ['two records', dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject')],
    ['no policy', dmarc('v=DMARC1; rua=mailto:a@example.org')],
    ['an unknown policy', dmarc('v=DMARC1; p=maybe')],
  ])('of DMARC: %s is a fault', (_name, dns) => expect(ofDns(dns)).toEqual(['fault DMARC']));

  it('of DMARC may stand at the domain above', () => {
    const dns = {
      dmarc: [
        { domain: 'news.example.org', texts: read([]) },
        { domain: 'example.org', texts: read(['v=DMARC1;p=reject']) },
      ],
    };
    expect(ofDns(dns, { ...NAMES, fromDomain: 'news.example.org' })).toEqual([]);
  });

  it('of DMARC aligns strictly only where both domains are the same', () => {
    const strict = dmarc('v=DMARC1; p=none; adkim=s');
    expect(ofDns(strict)).toEqual([]);
    expect(ofDns(strict, { ...NAMES, fromDomain: 'news.example.org' })).toEqual(['fault DMARC']);
  });
});

describe('the rest', () => {
  it.each([
    [{ ...FACTS.deadLetters, delivery: read(3) }, 'fault deliveries given up'],
    [{ ...FACTS.deadLetters, feedback: read(1) }, 'fault events given up'],
    [{ ...FACTS.deadLetters, missed: read(1) }, 'fault slots missed'],
  ])('dead letters are a fault: %#', (deadLetters, expected) => {
    expect(ofFacts({ deadLetters })).toEqual([expected]);
  });

  it('keys that cannot be used are a fault', () => {
    expect(ofFacts({ signingKey: read({ broken: 'it is no JSON object' }) })).toEqual([
      'fault signing keys',
    ]);
  });

  it.each([
    [300_000, []],
    [-300_000, []],
    [301_000, ['fault clock']],
    [-301_000, ['fault clock']],
  ])('a clock that is %i ms behind AWS', (ahead, expected) => {
    expect(ofFacts({ clockAhead: read(ahead) })).toEqual(expected);
  });

  it('what could not be read is unknown, and never ok', () => {
    const facts: StackFacts = {
      ...{ identity: unread, account: unread, configurationSet: unread },
      ...{ signingKey: unread, clockAhead: unread },
      deadLetters: { delivery: unread, feedback: unread, missed: unread },
    };
    const dns: DnsFacts = {
      dkim: [{ token: 't1', name: 'n', targets: unread }],
      dmarc: [{ domain: 'example.org', texts: unread }],
      mailFrom: { mx: unread, texts: unread },
    };
    const checks = stackChecks(NAMES, facts, dns);
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'unknown'));
    expect(checks.every((check) => check.found.includes('not permitted'))).toBe(true);
  });

  it('whatever is wrong says what is lost, and what to do', () => {
    const broken = found({
      ...{ identity: read(null), configurationSet: read(null), clockAhead: read(1e9) },
      account: read({ ...ACCOUNT, isProduction: false, isSending: false, suppressed: [] }),
    }).filter(({ state }) => state !== 'ok');
    expect(broken.length).toBeGreaterThan(5);
    for (const { lost, next } of broken) expect(lost && next).toBeTruthy();
  });
});

import type { Check, Reading } from '#lib/doctor/check.ts';
import type {
  Account,
  ConfigurationSet,
  DnsFacts,
  Identity,
  StackFacts,
} from '#lib/doctor/stack-facts.ts';

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });
export const unread: Reading<never> = { ok: false, reason: 'AccessDenied: not permitted' };

export const IDENTITY: Identity = {
  isVerified: true,
  dkim: { status: 'SUCCESS', isSigning: true, tokens: ['t1', 't2'] },
  mailFrom: { domain: 'bounce.example.org', status: 'SUCCESS' },
};

export const ACCOUNT: Account = {
  isProduction: true,
  isSending: true,
  enforcement: 'HEALTHY',
  limits: { maxPerDay: 50_000, maxPerSecond: 14, sentLast24h: 120 },
  suppressed: ['BOUNCE', 'COMPLAINT'],
};

export const EVENTS: ConfigurationSet = {
  isSending: true,
  suppressed: null,
  destinations: [
    {
      isEnabled: true,
      isTopic: true,
      events: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT', 'DELIVERY_DELAY'],
    },
  ],
};

/** A stack with which all is well. */
export const FACTS: StackFacts = {
  identity: read(IDENTITY),
  account: read(ACCOUNT),
  configurationSet: read(EVENTS),
  deadLetters: { delivery: read(0), feedback: read(0), missed: read(0) },
  signingKey: read({ id: 'k1' }),
  clockAhead: read(800),
};

const dkim = (token: string) => ({
  token,
  name: `${token}._domainkey.example.org`,
  targets: read([`${token}.dkim.amazonses.com`]),
});

export const DNS: DnsFacts = {
  dkim: [dkim('t1'), dkim('t2')],
  dmarc: [{ domain: 'example.org', texts: read(['v=DMARC1; p=none']) }],
  mailFrom: {
    mx: read(['feedback-smtp.eu-west-1.amazonses.com']),
    texts: read(['v=spf1 include:amazonses.com ~all']),
  },
};

export const NAMES = {
  fromDomain: 'example.org',
  identityDomain: 'example.org',
  configurationSet: 'events',
};

/** The checks that are not ok, as "state name". */
export const troubles = (checks: Check[]): string[] =>
  checks.filter(({ state }) => state !== 'ok').map(({ state, name }) => `${state} ${name}`);

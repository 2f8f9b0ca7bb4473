import type { SendLimits } from '#lib/delivery/send-quota.ts';
import type { Reading } from './check.ts';

/** The SES identity of the domain. */
export interface Identity {
  isVerified: boolean;
  /** Status by SES's own words: SUCCESS, PENDING, FAILED, TEMPORARY_FAILURE, NOT_STARTED. */
  dkim: { status: string; isSigning: boolean; tokens: string[] };
  /** Null: the mails' envelope comes from a domain of SES's. */
  mailFrom: { domain: string; status: string } | null;
}

/** The account with SES, in one region. */
export interface Account {
  /** False: the sandbox. */
  isProduction: boolean;
  isSending: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN. */
  enforcement: string;
  limits: SendLimits;
  /** Why an address comes onto the suppression list: BOUNCE, COMPLAINT. */
  suppressed: string[];
}

/** What SES tells of the mails, and to whom. */
export interface ConfigurationSet {
  isSending: boolean;
  /** In the place of the account's; null: the account's hold. */
  suppressed: string[] | null;
  destinations: { isEnabled: boolean; isTopic: boolean; events: string[] }[];
}

/** What a stack was found to stand on. Null: SES knows none of that name. */
export interface StackFacts {
  identity: Reading<Identity | null>;
  account: Reading<Account>;
  configurationSet: Reading<ConfigurationSet | null>;
  /** Messages in each queue of dead letters. */
  deadLetters: Record<'delivery' | 'feedback' | 'missed', Reading<number>>;
  /** The key that signs, or what is wrong with the keys. */
  signingKey: Reading<{ id: string } | { broken: string }>;
  /** Milliseconds that AWS's clock is ahead of this machine's. */
  clockAhead: Reading<number>;
}

/** What DNS says of the sending domain. */
export interface DnsFacts {
  /** One for each token of DKIM. */
  dkim: { token: string; name: string; targets: Reading<string[]> }[];
  /** From the address's domain upwards. */
  dmarc: { domain: string; texts: Reading<string[]> }[];
  /** Of the MAIL FROM domain; null where there is none. */
  mailFrom: { mx: Reading<string[]>; texts: Reading<string[]> } | null;
}

import { createHmac, randomBytes } from 'node:crypto';
import { addressKey } from './address.ts';
import type { CounterStore } from './counter-store.ts';

/** Sign-ups that one source (an IPv4 address, an IPv6 network of 64 bits) may make in an hour. */
export const SIGN_UPS_A_SOURCE_AN_HOUR = 20;
/** Sign-ups of all sources together in an hour. */
export const SIGN_UPS_AN_HOUR = 1_000;
/** Mails of one kind that anybody can have sent to one address in a day. */
export const MAILS_AN_ADDRESS_A_DAY = 4;
/** The stretch of time in which an address gets one mail of a kind. */
export const COOL_DOWN_MINUTES = 10;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Who may ask for mails, and how often. Counts stretches of UTC time. Sources and addresses are counted
 * under an HMAC with a random text that is made anew each day and erased with the counters, so that
 * nobody can tell later who it was.
 */
export class Limits {
  private salt: { day: string; text: Promise<string> } | null = null;

  constructor(
    private readonly counters: CounterStore,
    private readonly now: () => Date,
  ) {}

  /** Counts a sign-up. False: too many came from there, or from everywhere. Asks nothing of the address. */
  async mayAsk(source: string): Promise<boolean> {
    const own = await this.count(await this.nameOf('source', networkOf(source)), HOUR_MS);
    // What one source does too much of is not counted for all: it would shut everybody out.
    if (own > SIGN_UPS_A_SOURCE_AN_HOUR) return false;
    return (await this.count('all', HOUR_MS)) <= SIGN_UPS_AN_HOUR;
  }

  /** Counts a mail of a kind that somebody asked for. False: the address had one a moment ago, or too many today. */
  async mayMail(kind: string, address: string): Promise<boolean> {
    const name = await this.nameOf(kind, addressKey(address));
    const lately = await this.count(name, COOL_DOWN_MINUTES * MINUTE_MS);
    // Who is impatient does not use the day up.
    return lately === 1 && (await this.count(name, DAY_MS)) <= MAILS_AN_ADDRESS_A_DAY;
  }

  private count(name: string, stretchMs: number): Promise<number> {
    const start = Math.floor(this.now().getTime() / stretchMs) * stretchMs;
    const time = `${new Date(start).toISOString()}/${stretchMs / MINUTE_MS}`;
    return this.counters.count(name, time, new Date(start + stretchMs));
  }

  private async nameOf(kind: string, text: string): Promise<string> {
    const name = createHmac('sha256', await this.saltOfToday())
      .update(text)
      .digest('base64url');
    return `${kind}#${name}`;
  }

  private saltOfToday(): Promise<string> {
    const day = this.now().toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (this.salt?.day === day) return this.salt.text;
    const expiresAt = new Date(Date.parse(day) + DAY_MS);
    const text = this.counters.secret(
      day,
      randomBytes(SALT_BYTES).toString('base64url'),
      expiresAt,
    );
    this.salt = { day, text };
    // A secret that could not be had is asked for again.
    text.catch(() => (this.salt = null));
    return text;
  }
}

const SALT_BYTES = 32;

/** One person has 2^64 addresses of IPv6: their network counts as one source (RFC 6177). */
export function networkOf(source: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(source)?.[1];
  if (mapped !== undefined || !source.includes(':')) return mapped ?? source;
  const [head = '', tail] = source.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last];
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}

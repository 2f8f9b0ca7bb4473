import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { parseWith, type Parsed } from '#lib/fault.ts';
import { oneLineText } from '#lib/one-line-text.ts';
import { parseAddress } from './address.ts';
import { SUBSCRIBER_STATES, type Subscriber } from './subscriber.ts';

const ID_BYTES = 10;
const NAME_MAX_CHARS = 200;

/** What mail programs make a link of: "https://", "www." or a domain in letters of one case. "J.R. Smith" and "Ph.D." are none. */
const WEB_ADDRESS = /:\/\/|\bwww\.|[\p{L}\p{N}-]{2,}\.(?:[a-z]{2,}|[A-Z]{2,})(?!\p{L})/u;

/**
 * A name stands in a mail header, and in exports that spreadsheets open: those run what begins with = + - or @. Anybody
 * can enter one for the address of another, so it leads nowhere.
 */
export const SubscriberName = oneLineText('a name', NAME_MAX_CHARS).check(
  z.regex(/^(?![=+\-@])/, 'a name that does not begin with = + - or @'),
  z.refine((name) => !WEB_ADDRESS.test(name), 'a name without a web address'),
);

const instant = z.iso.datetime({ error: 'an instant such as 2026-11-16T07:00:00Z' });

/** A state of the future would make every bounce until then one of before. */
const detailsBy = (now: Date) =>
  z.object({
    name: z._default(SubscriberName, ''),
    state: z._default(z.enum(SUBSCRIBER_STATES), 'active'),
    since: z.optional(
      instant.check(z.refine((at) => !(Date.parse(at) > now.getTime()), 'an instant that is past')),
    ),
    consent_at: z.optional(instant),
    consent_source: z.string(),
  });

/** What is known of somebody whose consent the operator vouches for, as text, as a list or a command line gives it. */
export interface NewSubscriber {
  topicId: string;
  address: string;
  name?: string | undefined;
  /** Active where it is not said. */
  state?: string;
  since?: string;
  consent_at?: string;
  /** How it is known that they agreed: "import of list.csv, line 3". */
  consent_source: string;
}

/** A new id: random, so that it tells nothing of the address, in hex, so that ids sort and split evenly. */
export function newSubscriberId(): string {
  return randomBytes(ID_BYTES).toString('hex');
}

/**
 * Checks a new subscriber and gives it an id.
 * @param source file and line, or command, for faults
 */
export function newSubscriber(
  { topicId, address: text, ...rest }: NewSubscriber,
  source: string,
  now: Date,
): Parsed<Subscriber> {
  const address = parseAddress(text, source);
  const details = parseWith(detailsBy(now), { ...rest, name: rest.name?.trim() }, source);
  if (!address.ok || !details.ok) {
    const faults = [address, details].flatMap((parsed) => (parsed.ok ? [] : parsed.faults));
    return { ok: false, faults };
  }
  const at = now.toISOString();
  const { state, since = at, consent_at = at, consent_source } = details.value;
  const subscriber: Subscriber = {
    id: newSubscriberId(),
    topicId,
    address: address.value,
    name: details.value.name || null,
    state,
    since,
    consent: { at: consent_at, source: consent_source },
  };
  return { ok: true, value: subscriber };
}

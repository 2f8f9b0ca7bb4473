import { randomBytes } from 'node:crypto';
import type { Fault, Parsed } from '#lib/fault.ts';
import { parseAddress } from './address.ts';
import type { Subscriber, SubscriberStore } from './subscriber.ts';

const ID_BYTES = 10;
const NAME_MAX_CHARS = 200;

/** A new subscriber's id: random, so that it tells nothing of the address, in hex, so that ids sort and split evenly. */
export function newSubscriberId(): string {
  return randomBytes(ID_BYTES).toString('hex');
}

/** Somebody whose consent the operator vouches for. */
export interface NewSubscriber {
  topicId: string;
  address: string;
  name: string | null;
  /** How consent was given: "import of list.csv, line 3". */
  consentSource: string;
}

/**
 * Adds an active subscriber. An address that stands already, in whatever state, stays as it is: who
 * left or bounced is not brought back by a list.
 * @param source file and line, or command, for faults
 */
export async function addSubscriber(
  { topicId, address, name, consentSource }: NewSubscriber,
  store: Pick<SubscriberStore, 'add'>,
  context: { source: string; now: Date },
): Promise<Parsed<{ added: boolean; subscriber: Subscriber }>> {
  const parsed = parseAddress(address, context.source);
  const cleanName = name?.trim() || null;
  const faults = [...(parsed.ok ? [] : parsed.faults), ...nameFaults(cleanName, context.source)];
  if (!parsed.ok || faults.length > 0) return { ok: false, faults };
  const at = context.now.toISOString();
  const subscriber: Subscriber = {
    id: newSubscriberId(),
    topicId,
    address: parsed.value,
    name: cleanName,
    state: 'active',
    since: at,
    consent: { at, source: consentSource },
  };
  return { ok: true, value: await store.add(subscriber) };
}

/** A name stands in a mail header, and in exports that spreadsheets open: these run what begins with = + - or @. */
function nameFaults(name: string | null, source: string): Fault[] {
  if (name === null) return [];
  const fault = (expected: string): Fault[] => [
    { source, field: 'name', expected, found: JSON.stringify(name.slice(0, 60)) },
  ];
  if (name.length > NAME_MAX_CHARS) return fault(`at most ${NAME_MAX_CHARS} characters`);
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/.test(name))
    return fault('text on one line, in UTF-8');
  return /^[=+\-@]/.test(name) ? fault('a name that does not begin with = + - or @') : [];
}

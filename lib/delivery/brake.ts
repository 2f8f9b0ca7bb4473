import { STATES_BEFORE, type EditionHead } from './edition-head.ts';
import type { Deliveries, EditionHeads } from './ledger.ts';
import { SHARDS } from './shard.ts';

/**
 * Share of bounced mails above which an edition is paused: where SES puts an account under review (it
 * pauses it at 10 %). Source: SES developer guide, "Reputation metrics: bounces".
 */
export const BOUNCE_LIMIT = 0.05;
/**
 * Share of complaints above which an edition is paused: where SES reviews an account (it pauses it at
 * 0.5 %), and what Gmail asks bulk senders to stay below (0.3 % is too much already).
 */
export const COMPLAINT_LIMIT = 0.001;
/** Mails before a rate tells anything: below these a single bounce or complaint would be above its limit. */
export const SENT_BEFORE_BOUNCES_COUNT = 100;
export const SENT_BEFORE_COMPLAINTS_COUNT = 1_000;

/**
 * Deliveries of a shard that the rates are taken from. Ids are random and groups go out in their order, so
 * the first of each shard are a fair sample, and the first to be sent. Up to four times this an edition is
 * counted whole; a larger one costs no more to look at.
 */
const SAMPLE_PER_SHARD = 2_500;

/** Mails that the server took, and what came back of them. */
export interface Rates {
  sent: number;
  bounced: number;
  complained: number;
}

/** Why an edition with these rates has to stop; null: it need not. */
export function whyStop({ sent, bounced, complained }: Rates): string | null {
  if (sent >= SENT_BEFORE_BOUNCES_COUNT && bounced > sent * BOUNCE_LIMIT)
    return `${bounced} of ${sent} mails bounced: more than ${percent(BOUNCE_LIMIT)}`;
  if (sent >= SENT_BEFORE_COMPLAINTS_COUNT && complained > sent * COMPLAINT_LIMIT)
    return `${complained} of ${sent} mails were complained of: more than ${percent(COMPLAINT_LIMIT)}`;
  return null;
}

const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;

export interface BrakeDeps {
  ledger: Pick<EditionHeads, 'head' | 'changeState'> & Pick<Deliveries, 'list'>;
  now: () => Date;
}

/** Who pauses, in the edition's head. */
const BRAKE = 'brake';

/**
 * Pauses an edition that is being sent and whose rates are above a limit. What came of mails before the
 * edition was last set going does not count again: a person has seen it, and resumed.
 * @returns why it was paused by this call; null where it was not
 */
export async function brake(editionId: string, { ledger, now }: BrakeDeps): Promise<string | null> {
  const head = await ledger.head(editionId);
  if (head?.state !== 'sending') return null;
  const reason = whyStop(await sampleRates(head, ledger));
  if (reason === null) return null;
  const change = { to: 'paused', by: BRAKE, at: now().toISOString(), reason } as const;
  const { changed } = await ledger.changeState(editionId, change, STATES_BEFORE.paused);
  return changed ? reason : null;
}

async function sampleRates(
  { editionId, since }: EditionHead,
  ledger: Pick<Deliveries, 'list'>,
): Promise<Rates> {
  const rates: Rates = { sent: 0, bounced: 0, complained: 0 };
  for (let shard = 0; shard < SHARDS; shard++) {
    let read = 0;
    for await (const delivery of ledger.list(editionId, shard)) {
      const { state } = delivery;
      if (Date.parse(delivery.since) >= Date.parse(since)) {
        if (state === 'sent' || state === 'bounced' || state === 'complained') rates.sent += 1;
        if (state === 'bounced' || state === 'complained') rates[state] += 1;
      }
      if (++read === SAMPLE_PER_SHARD) break;
    }
  }
  return rates;
}

/** How long a worker is content with having looked at an edition's rates. */
export const BRAKE_LOOKS_EVERY_MS = 30_000;

/** The brake as a worker of the feedback pulls it: after bad news, but not after each. */
export class BrakeWatch {
  private readonly lookedAt = new Map<string, number>();

  constructor(private readonly deps: BrakeDeps) {}

  /** As `brake`; null without looking where it was looked at a moment ago. What comes last is seen by `reconcile`. */
  async look(editionId: string): Promise<string | null> {
    const now = this.deps.now().getTime();
    const last = this.lookedAt.get(editionId);
    if (last !== undefined && Math.abs(now - last) < BRAKE_LOOKS_EVERY_MS) return null;
    this.lookedAt.set(editionId, now);
    return brake(editionId, this.deps);
  }
}

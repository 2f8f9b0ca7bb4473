import { STATES_BEFORE, type EditionState } from '#lib/delivery/edition-head.ts';
import { editionId, type Slot } from '#lib/edition/edition.ts';
import { formatSlot } from '../choose-slot.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { withStores } from '../with-stores.ts';

/** A change that a person makes to the sending of an edition. */
export interface Change {
  to: Extract<EditionState, 'paused' | 'sending' | 'cancelled'>;
  reason: string | null;
}

/** Pauses, resumes or cancels the sending of an edition; again: nothing changes. */
export function changeState(session: Session, slot: Slot, change: Change): Promise<Report> {
  return withStores(session, async ({ ledger }) => {
    const { now } = session.settings;
    const { to, reason } = change;
    const by = `parley ${VERBS[to]}`;
    const { changed, head } = await ledger.changeState(
      editionId(slot),
      { to, by, at: now.toISOString(), reason },
      STATES_BEFORE[to].filter((state) => to !== 'sending' || state === 'paused'),
    );
    const name = formatSlot(slot);
    const data = { slot, changed, head };
    if (head === null) return { data, lines: [], problems: [`${name}: its sending has not begun`] };
    const why = head.reason === null ? '' : `: ${head.reason}`;
    if (changed) return { data, lines: [`${name} ${NOW[to](session)}${why}`], problems: [] };
    const standing = `${name} is ${head.state} since ${head.since}, by ${head.by}${why}`;
    if (head.state === to) return { data, lines: [standing], problems: [] };
    const hint = head.state === 'closed' ? ALL_HAVE_IT : [];
    return { data, lines: [], problems: [`cannot ${VERBS[to]}: ${standing}`, ...hint] };
  });
}

const ALL_HAVE_IT = [
  'every delivery has its result; who subscribes later gets it by the next "parley send", unless you cancel it',
];

const VERBS = { paused: 'pause', sending: 'resume', cancelled: 'cancel' } as const;

const NOW = {
  paused: () => 'is paused',
  sending: ({ settings }: Session) =>
    settings.remote === null
      ? 'goes on; "parley send" mails who has not got it'
      : 'goes on: the stack mails who has not got it, within some minutes',
  cancelled: () => 'is cancelled: nobody else gets it',
} as const;

import { settleByHand, type SettledByHand, type Word } from '#lib/delivery/settle-by-hand.ts';
import type { Mailer } from '#lib/delivery/mailer.ts';
import { editionId, type Slot } from '#lib/edition/edition.ts';
import { reconcileEdition } from '#lib/local/reconcile-edition.ts';
import type { Stores } from '#lib/stores.ts';
import { formatSlot } from '../choose-slot.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { count } from '../table.ts';
import { withLocalStores, withRemoteStores } from '../with-stores.ts';

/** Settles deliveries of an edition that are in doubt by the word of a person who has looked into the mail server's log. */
export function settleSlot(
  session: Session,
  slot: Slot,
  given: Pick<Word, 'as' | 'ids'>,
): Promise<Report> {
  const { remote, now } = session.settings;
  const word = { ...given, by: BY };
  if (remote !== null)
    return withRemoteStores(remote, (stores) => settling(session, stores, slot, word, {}));
  return withLocalStores(session, async (stores) => {
    const mailer = { accepted: (id: string) => stores.outbox.copy(id) };
    const report = await settling(session, stores, slot, word, mailer);
    const problems = await reconcileEdition(editionId(slot), stores, BY, () => now);
    return { ...report, problems: [...report.problems, ...problems] };
  });
}

const BY = 'parley settle';

async function settling(
  { settings }: Session,
  { ledger }: Stores,
  slot: Slot,
  word: Word,
  mailer: Pick<Mailer, 'accepted'>,
): Promise<Report> {
  const done = await settleByHand(editionId(slot), word, {
    ledger,
    mailer,
    now: () => settings.now,
  });
  const name = formatSlot(slot);
  const { settled, known } = done;
  const isUnsent = word.as === 'unsent' && settled.length > 0;
  return {
    data: { slot, as: word.as, ...done },
    lines: [
      `${name}: ${OUTCOME[word.as](deliveries(settled.length))}`,
      ...(known > 0 ? [`  ${deliveries(known)} in doubt had a result after all`] : []),
      ...(isUnsent ? [`  ${WHEN[settings.remote === null ? 'here' : 'stack']}`, WARNING] : []),
    ],
    problems: leftOver(done),
  };
}

const deliveries = (number: number) => count(number, 'delivery', 'deliveries');

const OUTCOME = {
  sent: (many: string) => `${many} settled as sent`,
  unsent: (many: string) => `${many} let out of doubt, to be sent again`,
};

const WHEN = {
  here: 'the next "parley send" mails them',
  stack: 'the stack mails them within some minutes',
};

const WARNING = '  warning: whom the first mail did reach after all gets a second one';

function leftOver({ busy, notInDoubt, claimed }: SettledByHand): string[] {
  return [
    ...busy.map(
      (id) => `subscriber ${id}: a run works on this delivery now; try again when it is over`,
    ),
    ...notInDoubt.map((id) => `subscriber ${id}: no delivery of theirs is in doubt`),
    ...(claimed === null
      ? []
      : [
          `${deliveries(claimed.count)} under way in a run since ${claimed.since}: if it died, in doubt five minutes after that`,
        ]),
  ];
}

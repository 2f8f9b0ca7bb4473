import type { NoDraft } from '#lib/edition/draft-edition.ts';
import type { Slot } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import { nextSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from './choose-slot.ts';
import type { Report } from './report.ts';

/** Why a slot got no edition. */
export function notComposed(slot: Slot, outcome: NoDraft): Report {
  const text = `${formatSlot(slot)}: no edition: ${outcome.reason}`;
  if (outcome.kind === 'skipped')
    return {
      data: { outcome: outcome.kind, slot, reason: outcome.reason },
      lines: [text],
      problems: [],
    };
  const { kind, reason, faults } = outcome;
  return {
    data: { outcome: kind, slot, reason, faults },
    lines: [],
    problems: [text, ...faults.map(formatFault)],
  };
}

/** Why an edition was not replaced, and what to do instead. */
export function notReplaced(slot: Slot, outcome: 'begun' | 'overtaken', topic: Topic): Report {
  const reason = {
    begun: `its sending has begun, so it stays as it is; corrections go into the next: parley edit ${nextSlot(slot, topic)}`,
    overtaken: 'somebody else replaced it meanwhile; look at theirs, or run this again',
  }[outcome];
  const data = { outcome, slot, reason };
  return { data, lines: [], problems: [`${formatSlot(slot)}: ${reason}`] };
}

function nextSlot({ date }: Slot, { schedule }: Topic): string {
  return nextSlotDate(schedule, new Date(`${date}T23:59:59Z`));
}

import type { ComposeOutcome } from '#lib/edition/compose.ts';
import type { Slot } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import { formatSlot } from './choose-slot.ts';
import type { Report } from './report.ts';

/** Why a slot got no edition. */
export function notComposed(
  slot: Slot,
  outcome: Extract<ComposeOutcome, { reason: string }>,
): Report {
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

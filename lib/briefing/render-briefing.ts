import { formatFault, type Fault } from '#lib/fault.ts';
import type { Brand } from './brand.ts';
import type { Briefing } from './briefing.ts';
import { parseEditionView } from './edition-view.ts';
import { renderView, type Rendered } from './render-view.ts';
import { viewBriefing } from './view-briefing.ts';

/** A briefing that cannot be laid out; it did not pass the gate, or the program is wrong. */
export class UnprintableBriefing extends Error {
  override readonly name = 'UnprintableBriefing';
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(`the briefing cannot be printed: ${faults.map(formatFault).join('; ')}`);
    this.faults = faults;
  }
}

/**
 * Renders a gated briefing. HTML and text carry the tokens of `placeholders.ts` where a delivery's own
 * links go. Throws `UnprintableBriefing` with every fault where the view does not fit its schema.
 */
export function renderBriefing(briefing: Briefing, brand: Brand): Rendered {
  const source = `${briefing.topicId}.${briefing.slot}`;
  const view = parseEditionView(viewBriefing(briefing, brand), source);
  if (!view.ok) throw new UnprintableBriefing(view.faults);
  return renderView(view.value);
}

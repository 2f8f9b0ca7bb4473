import { formatFault, type Fault } from '#lib/fault.ts';
import { RESERVED_HOST } from '#lib/reserved-host.ts';
import type { Brand } from './brand.ts';
import type { Briefing } from './briefing.ts';
import { parseEditionView, type EditionView } from './edition-view.ts';
import type { Rendered } from './mail-renderer.ts';
import { renderView } from './render-view.ts';
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
 * links go. Throws `UnprintableBriefing` with every fault where the view does not fit its schema
 * or anything but the template itself prints such a token.
 */
export function renderBriefing(briefing: Briefing, brand: Brand): Rendered {
  const source = `${briefing.topicId}.${briefing.slot}`;
  const view = parseEditionView(viewBriefing(briefing, brand), source);
  if (!view.ok) throw new UnprintableBriefing(view.faults);
  const rendered = renderView(view.value);
  const fault = strayHostFault(view.value, source);
  if (fault !== null) throw new UnprintableBriefing([fault]);
  return rendered;
}

/** The last line of defence for a reader's signed links: without Parley's own links no part may name their host. */
function strayHostFault(view: EditionView, source: string): Fault | null {
  const footer = { ...view.footer, links: [] };
  const { html, text, subject, preheader } = renderView({ ...view, footer });
  const isStray = [html, text, subject, preheader].some((part) => part.includes(RESERVED_HOST));
  return isStray ? { source, field: '', expected: 'no host of Parley’s own links' } : null;
}

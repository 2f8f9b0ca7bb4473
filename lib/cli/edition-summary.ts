import type { ComposeOutcome } from '#lib/edition/compose.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import { count, table } from './table.ts';

type Composed = Extract<ComposeOutcome, { edition: Edition }>;

/** What a person wants to know of an edition, besides the edition itself. */
export function editionLines(edition: Edition): string[] {
  const { subject, preheader, composedAt, contentHash, record } = edition;
  const { evidence, articles, outsideEras, quarantined, dropped } = record;
  const inEra = (era: 'then' | 'now') => articles.filter((each) => each.era === era).length;
  const rows = [
    ['subject', subject],
    ['preheader', preheader],
    ['composed', composedAt],
    [
      'articles',
      `${inEra('then')} then, ${inEra('now')} now, ${outsideEras.length} in neither era`,
    ],
    ['evidence', `${evidence.then} passages then, ${evidence.now} now`],
    ['quarantined', quarantined.length > 0 ? count(quarantined.length, 'fault') : 'nothing'],
    [
      'dropped',
      dropped.length > 0 ? `${count(dropped.length, 'line')}, by the evidence gate` : 'nothing',
    ],
    ['content', `sha256 ${contentHash}`],
  ];
  return [
    ...table(rows, '  '),
    ...quarantined.map((fault) => `  quarantined: ${formatFault(fault)}`),
    ...dropped.map(({ line, reason }) => `  dropped: ${line} (${reason})`),
  ];
}

/** What was set aside while an edition was composed, a line each; nothing where it stood already. */
export function composeFaults({ kind, edition }: Composed): string[] {
  return kind === 'frozen' ? edition.record.quarantined.map(formatFault) : [];
}

/** The same for machines: all but the HTML and the text, which have options of their own. */
export function editionData({ html, text, ...edition }: Edition) {
  return { ...edition, htmlBytes: Buffer.byteLength(html), textBytes: Buffer.byteLength(text) };
}

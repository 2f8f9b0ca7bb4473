import type { Edition } from '#lib/edition/edition.ts';
import type { RecomposeOutcome } from '#lib/edition/recompose.ts';
import { formatFault } from '#lib/fault.ts';
import { count, table } from './table.ts';

type Composed = Extract<RecomposeOutcome, { edition: Edition }>;

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
    ...changedRows(edition),
    ['content', `sha256 ${contentHash}`],
  ];
  return [
    ...table(rows, '  '),
    ...quarantined.map((fault) => `  quarantined: ${formatFault(fault)}`),
    ...dropped.map(({ line, reason }) => `  dropped: ${line} (${reason})`),
  ];
}

/** What an editor or a model had a hand in. */
function changedRows({ revision, record: { corrections, consultation } }: Edition): string[][] {
  const rows: string[][] = [];
  if (revision) rows.push(['revision', `${revision.number}, in the place of ${revision.replaces}`]);
  if (corrections) {
    const { dropped, speakers, verdicts, notes } = corrections;
    const counts = [
      count(dropped.length, 'passage left out', 'passages left out'),
      count(speakers.length, 'speaker'),
      count(verdicts.length, 'verdict'),
      count(notes.length, 'note'),
    ];
    rows.push(['corrected', counts.join(', ')]);
  }
  if (consultation) {
    const { analyst, fallbacks } = consultation;
    const reasons = fallbacks.map(({ task, reason }) => `${task}: ${reason}`).join('; ');
    rows.push(['analyst', reasons === '' ? analyst : `${analyst}, embedded engine for ${reasons}`]);
  }
  return rows;
}

/**
 * What was set aside while an edition was composed, and corrections without effect, a line each;
 * nothing where it stood already.
 */
export function composeFaults({ kind, edition: { record } }: Composed): string[] {
  if (kind !== 'frozen' && kind !== 'replaced') return [];
  return [...record.quarantined.map(formatFault), ...uselessCorrections(record)];
}

/** Corrections that changed nothing, a line each. */
export function uselessCorrections({ corrections }: Edition['record']): string[] {
  return (corrections?.unmatched ?? []).map(
    ({ correction, reason }) => `correction without effect: ${correction}: ${reason}`,
  );
}

/** The same for machines: all but the HTML and the text, which have options of their own. */
export function editionData({ html, text, ...edition }: Edition) {
  return { ...edition, htmlBytes: Buffer.byteLength(html), textBytes: Buffer.byteLength(text) };
}

import type { ExplainedEdition } from '#lib/edition/explain-edition.ts';

/** What an editor corrected, a line each; and that a frozen edition does not have it yet, where it does not. */
export function correctionLines({ corrections, edition }: ExplainedEdition): string[] {
  const { dropped, speakers, verdicts, notes } = corrections;
  const lines = [
    ...dropped.map(({ evidence, words }) => `left out by the editor: ${words} (${evidence})`),
    ...speakers.map(
      ({ evidence, found, speaker }) =>
        `speaker by the editor: ${speaker ?? 'nobody'} for ${found ?? 'nobody'} (${evidence})`,
    ),
    ...verdicts.map(
      ({ factor, found, verdict, because }) =>
        `verdict by the editor: ${factor} ${verdict}, found ${found}: ${because}`,
    ),
    ...notes.map(({ text, by }) => `editor's note: ${text} (${by})`),
  ];
  const isInIt =
    edition === null || JSON.stringify(edition.record.corrections) === JSON.stringify(corrections);
  if (lines.length === 0) return [];
  const late = 'not in the frozen edition; parley compose --again puts it there';
  return ['', ...lines.map((line) => (isInIt ? line : `${line} (${late})`))];
}

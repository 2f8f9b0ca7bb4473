import type { ExplainedEdition } from '#lib/edition/explain-edition.ts';
import type { Slot } from '#lib/edition/edition.ts';
import { ofFactor } from '#lib/outlook/compare-eras.ts';
import type { Era } from '#lib/outlook/comparison.ts';
import { contradictingHeadings } from '#lib/outlook/heading-contradictions.ts';
import { measure } from '#lib/outlook/measures.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { count, table } from '../table.ts';
import { correctionLines } from './correction-lines.ts';
import { signed } from './signed.ts';

/** What an explanation is about. */
export interface ExplainContext {
  topic: Topic;
  slot: Slot;
  explained: ExplainedEdition;
}

/** Which edition is explained, and of what it was made. */
export function standingLine({ slot, explained }: ExplainContext): string {
  const { edition, analysed } = explained;
  const made = edition
    ? `frozen ${edition.composedAt}, explained from the ${count(analysed.length, 'article')} that it was made of`
    : `no edition yet; as it would be made now of ${count(analysed.length, 'article')}`;
  return `${formatSlot(slot)}: ${made}`;
}

/** Verdicts and what decided each, as `--json` prints them. */
export function overviewData({ topic, slot, explained }: ExplainContext) {
  const { comparison, edition, analysed, dropped, corrections } = explained;
  return {
    slot,
    frozenAt: edition?.composedAt ?? null,
    articles: analysed.map(({ article, hash, era }) => ({ id: article.id, hash, era })),
    factors: comparison.factors.map(({ factor, verdict, reason }) => ({
      ...{ factor, verdict, reason },
      measures: measuresOf(explained, factor),
    })),
    silent: comparison.silent,
    headings: contradictingHeadings(topic, analysed),
    dropped,
    corrections,
  };
}

/** The same for people. */
export function overviewLines(context: ExplainContext): string[] {
  const { topic, explained } = context;
  const { comparison, dropped, enough } = explained;
  const header = ['factor', 'verdict', `${topic.eras.then.label} → ${topic.eras.now.label}`, 'why'];
  const rows = comparison.factors.map(({ factor, verdict, reason }) => [
    factor,
    verdict,
    balances(explained, factor),
    reason.text,
  ]);
  return [
    standingLine(context),
    ...(enough ? [] : ['too little to compare: no edition is made of this']),
    '',
    ...table([header, ...rows]),
    ...silentLines(comparison.silent),
    ...headingLines(context),
    ...dropped.map(({ line, reason }) => `dropped by the gate: ${line} (${reason})`),
    ...correctionLines(explained),
  ];
}

function silentLines(silent: Factor[]): string[] {
  return silent.length > 0 ? ['', `nothing found on: ${silent.join(', ')}`] : [];
}

/** Sub-headings count for nothing; one that says otherwise than its text is told of. */
function headingLines({ topic, explained }: ExplainContext): string[] {
  return contradictingHeadings(topic, explained.analysed).flatMap(
    ({ outlet, heading, sentence }) => [
      '',
      `a sub-heading says otherwise than the text (${outlet}): ${heading}`,
      `  the text: ${sentence}`,
    ],
  );
}

function balances({ comparison }: ExplainedEdition, factor: Factor): string {
  const balance = (era: Era) => {
    const found = ofFactor(comparison[era], factor).balance;
    return found === null ? 'none' : signed(found);
  };
  return `${balance('then')} → ${balance('now')}`;
}

function measuresOf({ comparison }: ExplainedEdition, factor: Factor) {
  return measure(ofFactor(comparison.then, factor), ofFactor(comparison.now, factor));
}

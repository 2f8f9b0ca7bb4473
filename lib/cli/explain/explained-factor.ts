import type { Era } from '#lib/outlook/comparison.ts';
import type { ExplainedEra, ExplainedFinding, Explanation } from '#lib/outlook/explain.ts';
import { count } from '../table.ts';
import { correctionLines } from './correction-lines.ts';
import { measureLines } from './measure-lines.ts';
import { standingLine, type ExplainContext } from './overview.ts';

/** Findings of one era that are printed in full; `--json` has all. */
const PRINTED_MAX = 10;

/** One factor explained, as `--json` prints it. */
export function explainedFactorData(context: ExplainContext, explanation: Explanation) {
  const { slot, explained } = context;
  const era = (name: Era) => ({
    ...explanation.eras[name],
    findings: explanation.eras[name].findings.map((each) => ({
      ...each,
      outlet: outletOf(context, each),
      isShown: isShown(context, name, each),
    })),
  });
  return {
    slot,
    frozenAt: explained.edition?.composedAt ?? null,
    ...explanation,
    eras: { then: era('then'), now: era('now') },
    dropped: droppedOf(context, explanation),
    corrections: explained.corrections,
  };
}

/** The same for people. */
export function explainedFactorLines(context: ExplainContext, explanation: Explanation): string[] {
  const { factor, decision, eras } = explanation;
  const { topic, explained } = context;
  return [
    standingLine(context),
    '',
    decision
      ? `${factor}: ${decision.verdict}`
      : `${factor}: no verdict, as no article speaks of it`,
    ...(decision ? [`  ${decision.reason.text} (${decision.reason.code})`, ''] : []),
    ...measureLines(explanation, topic.eras),
    ...eraLines(context, 'then', eras.then),
    ...eraLines(context, 'now', eras.now),
    ...droppedOf(context, explanation).map(
      ({ line, reason }) => `dropped by the gate: ${line} (${reason})`,
    ),
    ...correctionLines(explained),
  ];
}

function eraLines(context: ExplainContext, name: Era, era: ExplainedEra): string[] {
  const { label } = context.topic.eras[name];
  const counted = era.findings.filter(({ leftOut }) => leftOut === null);
  const left = era.findings.filter(({ leftOut }) => leftOut !== null);
  const hidden = counted.slice(PRINTED_MAX).length + left.slice(PRINTED_MAX).length;
  return [
    '',
    `${label}: ${count(era.articles, 'article')}, ${count(counted.length, 'passage')} that count, ${left.length} left out`,
    ...[...counted.slice(0, PRINTED_MAX), ...left.slice(0, PRINTED_MAX)].flatMap((each) =>
      findingLines(context, name, each),
    ),
    ...(hidden > 0 ? [`  … and ${count(hidden, 'weaker one')} (--json has all)`] : []),
  ];
}

const SIGNS = { favours: 'for', against: 'against', neutral: 'neutral' } as const;

function findingLines(context: ExplainContext, name: Era, explained: ExplainedFinding): string[] {
  const { finding, id, leftOut, rules } = explained;
  const standing = leftOut
    ? `left out: ${leftOut}`
    : isShown(context, name, explained)
      ? 'shown'
      : explained.isChosen
        ? 'chosen, not shown: another says as much'
        : 'counts';
  const who = [finding.speaker ?? 'narration', outletOf(context, explained)].join(', ');
  return [
    `  ${finding.weight.toFixed(2)} ${SIGNS[finding.direction]} · ${finding.basis} · ${who} · ${id} · ${standing}`,
    `    ${finding.evidence.text}`,
    ...rules.map((rule) => `      ${rule.id}${rule.because === null ? '' : `: ${rule.because}`}`),
  ];
}

function outletOf({ explained }: ExplainContext, { finding }: ExplainedFinding): string {
  const { articleId } = finding.evidence;
  const found = explained.analysed.find(({ article }) => article.id === articleId);
  return found?.article.publisher.name ?? articleId;
}

/** Whether a reader sees it, whole or cut, under its factor. */
function isShown({ explained }: ExplainContext, name: Era, { finding }: ExplainedFinding): boolean {
  const { articleId, start, end } = finding.evidence;
  const change = explained.briefing.changes.find(({ factor }) => factor === finding.factor);
  return (change?.[name] ?? []).some(
    ({ evidence }) =>
      evidence.articleId === articleId && evidence.start >= start && evidence.end <= end,
  );
}

/** What the gate dropped of this factor's passages. */
function droppedOf({ explained }: ExplainContext, { eras }: Explanation) {
  const texts = [...eras.then.findings, ...eras.now.findings].map(
    ({ finding }) => finding.evidence.text,
  );
  return explained.dropped.filter(({ line }) => texts.some((text) => text.includes(line)));
}

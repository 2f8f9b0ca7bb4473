import type { DeliveryReport, FiledReport, ReasonCount, Told } from '#lib/delivery/filed-report.ts';

/** Reasons of a kind that are printed; `--json` has all. */
const REASONS_SHOWN = 5;

/** The reports of an edition that was closed, a line each round; with reasons and who was told after the last one. */
export function reportLines(reports: readonly FiledReport[]): string[] {
  const last = reports.at(-1);
  if (last === undefined) return [];
  return [
    ...reports.map((report) => `  report of ${report.closedAt}: ${formatReport(report)}`),
    ...reasonLines('skipped', last.skips),
    ...reasonLines('failed', last.failures),
    ...(TOLD_TEXT[last.told] === null ? [] : [`    ${TOLD_TEXT[last.told]}`]),
  ];
}

/** "3 planned: 2 sent (1 of them bounced), 1 skipped", naming only what there was. */
export function formatReport({ counts }: Pick<DeliveryReport, 'counts'>): string {
  const { planned, sent, skipped, doubtful, resent, bounced, complained, failed } = counts;
  if (planned === 0) return 'nobody to mail it to';
  const cameBack = some([bounced, 'bounced'], [complained, 'complained']);
  const sentText = cameBack === '' ? 'sent' : `sent (${cameBack})`;
  const ends = some([sent, sentText], [skipped, 'skipped'], [failed, 'failed']);
  const onTheWay = some([doubtful, 'in doubt for a time'], [resent, 'sent again']);
  return `${planned} planned: ${ends}${onTheWay === '' ? '' : `; ${onTheWay}`}`;
}

const some = (...parts: [number: number, text: string][]): string =>
  parts.flatMap(([number, text]) => (number > 0 ? [`${number} ${text}`] : [])).join(', ');

function reasonLines(kind: string, reasons: readonly ReasonCount[]): string[] {
  const shown = reasons.slice(0, REASONS_SHOWN);
  const rest = reasons.length - shown.length;
  return [
    ...shown.map(({ reason, count }) => `    ${kind}, ${count}: ${reason}`),
    ...(rest > 0 ? [`    ${kind}: ${rest} more reasons (--json)`] : []),
  ];
}

const TOLD_TEXT: Record<Told, string | null> = {
  yes: 'the operator was mailed this report',
  failed: 'the operator could not be mailed this report',
  unknown: 'it is not known whether the operator was mailed this report',
  nobody: null,
};

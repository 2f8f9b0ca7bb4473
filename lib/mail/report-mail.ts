import * as z from 'zod/mini';
import { templates } from '#templates/report';
import type { Brand } from '#lib/briefing/brand.ts';
import { link, text } from '#lib/briefing/view-fields.ts';
import { say, type Wording } from '#lib/briefing/wording.ts';
import { cutList } from './cut-list.ts';
import { Count, Instant, TimeZone } from './facts.ts';
import { instantInWords } from './instant-in-words.ts';
import { Action, actionOf, frameFields, frameOf, Row } from './mail-frame.ts';
import type { MailKind } from './mail-kind.ts';

/** How the deliveries of an edition ended. */
const ReportCounts = z.strictObject({
  planned: Count,
  sent: Count,
  skipped: Count,
  doubtful: Count,
  resent: Count,
  bounced: Count,
  complained: Count,
  failed: Count,
});
type ReportCounts = z.infer<typeof ReportCounts>;

const Reasons = z.array(z.strictObject({ reason: z.string(), count: Count }));

/** What an operator must know of an edition that was sent. */
const Report = z.strictObject({
  editionId: z.string(),
  topicTitle: z.string(),
  subject: z.string(),
  startedAt: Instant,
  closedAt: Instant,
  timeZone: TimeZone,
  counts: ReportCounts,
  /** Why deliveries were skipped or failed, most frequent first. */
  skips: Reasons,
  failures: Reasons,
  /** Rates (0 to 1, of those sent) above which a warning stands in the mail. */
  limits: z.strictObject({ bounced: z.number(), complained: z.number() }),
  editionUrl: link(),
});
export type Report = z.infer<typeof Report>;

const ReportView = z.strictObject({
  ...frameFields,
  intro: text(),
  warnings: z.array(text()),
  columns: z.strictObject({ caption: text(), state: text(), count: text(), share: text() }),
  rows: z.array(z.strictObject({ ...Row.shape, share: text() })),
  notes: z.array(text()),
  reasons: z.array(z.strictObject({ heading: text(), items: z.array(text()), more: text() })),
  action: Action,
});

type ReportView = z.infer<typeof ReportView>;

/** The mail that tells an operator what became of an edition. */
export const reportMail: MailKind<Report, ReportView> = {
  name: 'report',
  templates,
  facts: Report,
  view: ReportView,
  toView,
};

function toView(report: Report, brand: Brand, wording: Wording): ReportView {
  const { editionId: edition, subject, counts, timeZone } = report;
  const words = wording.mails.report;
  const { caption, state, count, share } = words;
  const started = instantInWords(wording, report.startedAt, timeZone);
  const closed = instantInWords(wording, report.closedAt, timeZone);
  const { planned, sent } = counts;
  const number = new Intl.NumberFormat(wording.locale);
  const totals = { planned: number.format(planned), sent: number.format(sent) };
  const why = say(wording, wording.mails.operator, { brand: brand.name });
  return {
    ...frameOf(brand, wording, { topic: report.topicTitle, why }),
    subject: say(wording, words.subject, { ...totals, subject }),
    preheader: say(wording, words.preheader, { ...counts }),
    headline: words.headline,
    intro: say(wording, words.intro, { edition, started, closed }),
    warnings: warningsOf(report, wording),
    columns: { caption, state, count, share },
    rows: rowsOf(counts, wording),
    notes: [words.shares, ...(counts.doubtful + counts.resent > 0 ? [words.doubt] : [])],
    reasons: reasonsOf(report, wording),
    action: actionOf(wording, words.button, report.editionUrl),
  };
}

/** Bounces and complaints are told of mails that were sent, as receivers count them. */
function rowsOf(counts: ReportCounts, wording: Wording): ReportView['rows'] {
  const words = wording.mails.report;
  const number = new Intl.NumberFormat(wording.locale);
  const row = (state: keyof ReportCounts, of: number) => ({
    label: words[state],
    value: number.format(counts[state]),
    share: of === 0 ? '–' : rateInWords(counts[state] / of, wording),
  });
  const { planned, sent } = counts;
  return [
    row('planned', planned),
    ...(['sent', 'skipped', 'failed', 'doubtful', 'resent'] as const).map((state) =>
      row(state, planned),
    ),
    ...(['bounced', 'complained'] as const).map((state) => row(state, sent)),
  ];
}

function warningsOf({ counts, limits }: Report, wording: Wording): string[] {
  const { bounceLimit, complaintLimit } = wording.mails.report;
  const warning = (message: string, count: number, limit: number) => {
    const rate = counts.sent === 0 ? 0 : count / counts.sent;
    if (rate <= limit) return [];
    return [
      say(wording, message, {
        rate: rateInWords(rate, wording),
        limit: rateInWords(limit, wording),
      }),
    ];
  };
  return [
    ...warning(bounceLimit, counts.bounced, limits.bounced),
    ...warning(complaintLimit, counts.complained, limits.complained),
  ];
}

function reasonsOf({ skips, failures }: Report, wording: Wording) {
  const words = wording.mails.report;
  const number = new Intl.NumberFormat(wording.locale);
  return [
    { heading: words.skips, reasons: skips },
    { heading: words.failures, reasons: failures },
  ]
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ heading, reasons }) => ({
      heading,
      ...cutList(
        reasons.map(({ reason, count }) => `${number.format(count)} · ${reason}`),
        wording,
      ),
    }));
}

/** "0.05%": a complaint in two thousand must not read as none. */
function rateInWords(rate: number, { locale }: Wording): string {
  const options = { style: 'percent', maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(locale, options).format(rate);
}

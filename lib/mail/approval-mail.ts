import * as z from 'zod/mini';
import { templates } from '#templates/approval';
import type { Brand } from '#lib/briefing/brand.ts';
import { link, text } from '#lib/briefing/view-fields.ts';
import { eraInWords, say, type Wording } from '#lib/briefing/wording.ts';
import { cutList } from './cut-list.ts';
import { Count, Eras, Instant, TimeZone } from './facts.ts';
import { instantInWords } from './instant-in-words.ts';
import { Action, actionOf, frameFields, frameOf, Row } from './mail-frame.ts';
import type { MailKind } from './mail-kind.ts';

/** What an operator must know of an edition that waits for approval. */
const Approval = z.strictObject({
  editionId: z.string(),
  topicTitle: z.string(),
  subject: z.string(),
  preheader: z.string(),
  bottomLine: z.array(z.string()),
  eras: Eras,
  /** Passages cited of each era. */
  evidence: z.strictObject({ then: Count, now: Count }),
  recipients: Count,
  /** When it is to be sent, and until when it may be approved. */
  dueAt: Instant,
  deadlineAt: Instant,
  timeZone: TimeZone,
  /** How long sending takes; null: as long as the mail server wants. */
  minutes: z.nullable(Count),
  /** Recipients that wait for a later day, because the day's quota does not bear them. */
  carriedOver: Count,
  /** In US dollars; null: it costs nothing by the mail. */
  cost: z.nullable(z.number()),
  /** Why the quota does not bear the edition; null where it does. */
  refusal: z.nullable(z.string()),
  dropped: z.array(z.strictObject({ line: z.string(), reason: z.string() })),
  /** Articles left out, each with its reason on one line. */
  quarantined: z.array(z.string()),
  /** Opens the page with the edition and the button that approves. */
  approveUrl: link(),
  /** The same on the command line. */
  command: z.string(),
});
export type Approval = z.infer<typeof Approval>;

const ApprovalView = z.strictObject({
  ...frameFields,
  intro: text(),
  rows: z.array(Row),
  bottomLine: z.strictObject({ heading: text(), lines: z.array(text()) }),
  action: Action,
  notes: z.array(text()),
  warnings: z.array(z.strictObject({ heading: text(), items: z.array(text()), more: text() })),
});

type ApprovalView = z.infer<typeof ApprovalView>;

/** The mail that asks an operator to approve an edition. */
export const approvalMail: MailKind<Approval, ApprovalView> = {
  name: 'approval',
  templates,
  facts: Approval,
  view: ApprovalView,
  toView,
};

function toView(approval: Approval, brand: Brand, wording: Wording): ApprovalView {
  const { subject, recipients, timeZone, command } = approval;
  const words = wording.mails.approval;
  const due = instantInWords(wording, approval.dueAt, timeZone);
  const deadline = instantInWords(wording, approval.deadlineAt, timeZone);
  const why = say(wording, wording.mails.operator, { brand: brand.name });
  return {
    ...frameOf(brand, wording, { topic: approval.topicTitle, why }),
    subject: say(wording, words.subject, { subject }),
    preheader: say(wording, words.preheader, { recipients, due }),
    headline: words.headline,
    intro: words.intro,
    rows: rowsOf(approval, due, wording),
    bottomLine: { heading: words.bottomLine, lines: approval.bottomLine },
    action: actionOf(wording, words.button, approval.approveUrl),
    notes: [say(wording, words.command, { command }), say(wording, words.deadline, { deadline })],
    warnings: warningsOf(approval, wording),
  };
}

function rowsOf(approval: Approval, due: string, wording: Wording): Row[] {
  const words = wording.mails.approval;
  const { editionId, subject, preheader, recipients, minutes, evidence, eras } = approval;
  const labels = {
    thenLabel: eraInWords(wording, eras.then),
    nowLabel: eraInWords(wording, eras.now),
  };
  return [
    { label: words.edition, value: editionId },
    { label: words.mail, value: subject },
    { label: words.preview, value: preheader },
    { label: words.due, value: due },
    {
      label: words.recipients,
      value: new Intl.NumberFormat(wording.locale).format(recipients),
    },
    ...(minutes === null ? [] : [{ label: words.takes, value: durationOf(minutes, wording) }]),
    ...costRows(approval, wording),
    { label: words.evidence, value: say(wording, words.passages, { ...evidence, ...labels }) },
  ];
}

const DAY_MINUTES = 1_440;

function durationOf(minutes: number, wording: Wording): string {
  const words = wording.mails.approval;
  return minutes < DAY_MINUTES
    ? say(wording, words.minutes, { minutes })
    : say(wording, words.days, { days: Math.ceil(minutes / DAY_MINUTES) });
}

function costRows({ cost, carriedOver }: Approval, wording: Wording): Row[] {
  const words = wording.mails.approval;
  const later = say(wording, words.carriedOver, { count: carriedOver });
  const rows = carriedOver === 0 ? [] : [{ label: words.quota, value: later }];
  if (cost === null) return rows;
  const dollars = { style: 'currency', currency: 'USD' } as const;
  const amount = new Intl.NumberFormat(wording.locale, dollars).format(cost);
  return [...rows, { label: words.cost, value: say(wording, words.costs, { cost: amount }) }];
}

function warningsOf({ dropped, quarantined, refusal }: Approval, wording: Wording) {
  const words = wording.mails.approval;
  const lines = dropped.map(({ line, reason }) => `${line} (${reason})`);
  return [
    { heading: words.refused, items: refusal === null ? [] : [refusal] },
    { heading: words.dropped, items: lines },
    { heading: words.quarantined, items: quarantined },
  ]
    .filter(({ items }) => items.length > 0)
    .map(({ heading, items }) => ({
      heading: say(wording, heading, { count: items.length }),
      ...cutList(items, wording),
    }));
}

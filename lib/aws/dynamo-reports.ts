import * as z from 'zod/mini';
import { TOLD, type FiledReport, type Reports } from '#lib/delivery/filed-report.ts';
import { ItemChange } from './item-change.ts';
import { reportKey, REPORTS, type LedgerTable } from './ledger-table.ts';
import { parseItem } from './parse-item.ts';

const Reasons = z.array(z.object({ reason: z.string(), count: z.number() }));

const Report: z.ZodMiniType<FiledReport> = z.object({
  editionId: z.string(),
  rounds: z.number(),
  told: z.enum(TOLD),
  startedAt: z.string(),
  closedAt: z.string(),
  counts: z.object({
    planned: z.number(),
    sent: z.number(),
    skipped: z.number(),
    doubtful: z.number(),
    resent: z.number(),
    bounced: z.number(),
    complained: z.number(),
    failed: z.number(),
  }),
  skips: Reasons,
  failures: Reasons,
});
const ReportItem = z.object({ report: Report });

/** Reports in the ledger's table, beside the heads of their editions. */
export function dynamoReports(table: LedgerTable): Reports {
  const parse = (item: unknown) => parseItem(ReportItem, item, table.name).report;
  return {
    async fileReport(report) {
      const key = reportKey(report.editionId, report.rounds);
      const change = new ItemChange()
        .when((path) => `attribute_not_exists(${path('owner')})`)
        .set(['report'], report);
      const filed = (await table.update(key, change)) !== null;
      return { filed, report: filed ? report : parse(await table.get(key)) };
    },

    async noteTold({ editionId, rounds }, told) {
      const change = new ItemChange()
        .when((path) => `attribute_exists(${path('owner')})`)
        .set(['report', 'told'], told);
      await table.update(reportKey(editionId, rounds), change);
    },

    async reports(editionId) {
      const found: FiledReport[] = [];
      for await (const item of table.query(editionId, REPORTS)) found.push(parse(item));
      return found;
    },
  };
}

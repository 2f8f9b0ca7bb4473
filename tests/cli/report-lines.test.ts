import { describe, expect, it } from 'vitest';
import { formatReport, reportLines } from '#lib/cli/status/report-lines.ts';
import type { FiledReport } from '#lib/delivery/filed-report.ts';

const AT = '2026-11-16T04:00:00.000Z';

const NOTHING: FiledReport['counts'] = {
  ...{ planned: 0, sent: 0, skipped: 0, doubtful: 0 },
  ...{ resent: 0, bounced: 0, complained: 0, failed: 0 },
};

const report = (given: Partial<FiledReport>): FiledReport => ({
  ...{ editionId: 'harbour-talks.2026-11-16', startedAt: AT, closedAt: AT, counts: NOTHING },
  ...{ skips: [], failures: [], rounds: 1, told: 'nobody', ...given },
});

describe('the report of an edition in status', () => {
  it('names only what there was', () => {
    const sent = { counts: { ...NOTHING, planned: 3, sent: 3 } };
    expect(formatReport(sent)).toBe('3 planned: 3 sent');
    expect(formatReport({ counts: NOTHING })).toBe('nobody to mail it to');
  });

  it('tells what came back of what was sent, and what was in doubt on the way', () => {
    const counts = { planned: 9, sent: 6, skipped: 2, doubtful: 2, resent: 1 };
    const all = { ...counts, bounced: 2, complained: 1, failed: 1 };
    expect(formatReport({ counts: all })).toBe(
      '9 planned: 6 sent (2 bounced, 1 complained), 2 skipped, 1 failed; 2 in doubt for a time, 1 sent again',
    );
  });

  it('gives the reasons of the last round alone, the most frequent ones, and whether the operator knows', () => {
    const failures = Array.from({ length: 7 }, (_, i) => ({ reason: `no. ${i}`, count: 9 - i }));
    const lines = reportLines([
      report({ failures: [{ reason: 'a full mailbox', count: 1 }] }),
      report({ rounds: 2, failures, skips: [{ reason: 'left', count: 1 }], told: 'failed' }),
    ]);
    expect(lines).toEqual([
      `  report of ${AT}: nobody to mail it to`,
      `  report of ${AT}: nobody to mail it to`,
      '    skipped, 1: left',
      ...failures.slice(0, 5).map(({ reason, count }) => `    failed, ${count}: ${reason}`),
      '    failed: 2 more reasons (--json)',
      '    the operator could not be mailed this report',
    ]);
  });
});

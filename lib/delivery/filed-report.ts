/** What became of the deliveries of an edition. */
export interface DeliveryReport {
  editionId: string;
  /** ISO instants. */
  startedAt: string;
  closedAt: string;
  counts: {
    planned: number;
    /** Mails that the server took, also those that came back. */
    sent: number;
    skipped: number;
    /** That were in doubt once. */
    doubtful: number;
    /** That were sent again, because nothing confirmed them. */
    resent: number;
    bounced: number;
    complained: number;
    failed: number;
  };
  /** Why, most frequent first. */
  skips: ReasonCount[];
  failures: ReasonCount[];
}

export interface ReasonCount {
  reason: string;
  count: number;
}

/**
 * Whether the operator was mailed a report. unknown: whoever was to do it was killed before it could say.
 * nobody: there is no operator. failed: the mail server did not take it.
 */
export const TOLD = ['unknown', 'yes', 'nobody', 'failed'] as const;
export type Told = (typeof TOLD)[number];

/** A report as it stands in the edition's record: one for each number of rounds after which the edition was closed. */
export interface FiledReport extends DeliveryReport {
  rounds: number;
  told: Told;
}

/** Reports of editions. */
export interface Reports {
  /** Files a report unless one of that edition and number of rounds stands; returns the one that stands. */
  fileReport(report: FiledReport): Promise<{ filed: boolean; report: FiledReport }>;
  /** Notes whether the operator was told. */
  noteTold(report: Pick<FiledReport, 'editionId' | 'rounds'>, told: Told): Promise<void>;
  /** Reports of an edition, the first closing first. */
  reports(editionId: string): Promise<FiledReport[]>;
}

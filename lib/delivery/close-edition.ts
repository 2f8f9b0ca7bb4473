import { reasonOf } from '#lib/dependency-error.ts';
import { deliveryReport } from './delivery-report.ts';
import type { EditionHead, EditionState } from './edition-head.ts';
import type { DeliveryReport, FiledReport, Reports } from './filed-report.ts';
import type { Deliveries, EditionHeads, Plans } from './ledger.ts';

export interface CloseDeps {
  ledger: Pick<EditionHeads, 'changeState'> &
    Pick<Plans, 'rounds' | 'groups'> &
    Pick<Deliveries, 'list'> &
    Pick<Reports, 'fileReport' | 'noteTold'>;
  /** Tells the operator what became of the edition; null: there is none. */
  tell: ((report: DeliveryReport) => Promise<void>) | null;
  /** Who closes, in the edition's head. */
  by: string;
  now: () => Date;
}

export interface Closing {
  /** Null where the edition is not to be closed after all. */
  report: FiledReport | null;
  /** What went wrong and stopped nothing. */
  problems: string[];
}

/**
 * Closes an edition of which every delivery has its result: files its report, mails it, closes. Whoever files the report, and
 * nobody else, mails it, so it goes out at most once after each round. Killed between the two it may not go out at
 * all: then the next run closes the edition and says so, and the report stands in the record all the same.
 * @param rounds as many as were seen to be settled
 */
export async function closeEdition(
  head: EditionHead,
  rounds: number,
  deps: CloseDeps,
): Promise<Closing> {
  const { ledger, tell, by, now } = deps;
  const { editionId } = head;
  const at = now().toISOString();
  const change = (to: EditionState) => ({ to, by, at, reason: null });
  // Somebody may be planning a round for it at this moment.
  const isSame = async () => (await ledger.rounds(editionId)).length === rounds;
  if (!(await isSame())) return { report: null, problems: [] };
  const told = tell === null ? 'nobody' : 'unknown';
  const drawnUp = { ...(await deliveryReport(head, ledger, at)), rounds, told } as const;
  const { filed, report } = await ledger.fileReport(drawnUp);
  const problems = filed ? await mailReport(report, deps) : problemsOf(report);
  const { changed } = await ledger.changeState(editionId, change('closed'), ['sending']);
  if (!changed) return { report: null, problems };
  if (await isSame()) return { report, problems };
  await ledger.changeState(editionId, change('sending'), ['closed']);
  return { report: null, problems };
}

async function mailReport(filed: FiledReport, { ledger, tell }: CloseDeps): Promise<string[]> {
  if (tell === null) return [];
  const problem = await tell(filed).then(
    () => null,
    (error: unknown) => `the report was not mailed: ${reasonOf(error)}`,
  );
  await ledger.noteTold(filed, problem === null ? 'yes' : 'failed');
  return problem === null ? [] : [problem];
}

/** Another run has filed the report: it is mailing it now, or was killed. */
const problemsOf = ({ told }: FiledReport): string[] =>
  told === 'unknown' ? ['it is not known whether the report was mailed'] : [];

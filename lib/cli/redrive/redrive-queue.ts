import type { SqsDeadLetters } from '#lib/aws/sqs-dead-letters.ts';
import { readDeadLetter, type RedrivenQueue } from '#lib/delivery/dead-letter.ts';
import type { Progress } from '../progress.ts';
import { count, table } from '../table.ts';

/** What was found in the dead letters of a queue, and what was put back. */
export interface Redrive {
  queue: RedrivenQueue;
  /** By what they are, of those that were looked at. */
  kinds: Record<string, number>;
  looked: number;
  back: number;
  /** That nobody can read: they would only come back. */
  unreadable: number;
  /** Null: a dry run, which leaves them all. Else what should have been put back, and was not. */
  failed: number | null;
}

/** Letters that a dry run looks at. */
const SAMPLE = 100;

/** Looks at dead letters and leaves them. */
export async function rehearseRedrive(
  queue: RedrivenQueue,
  letters: Pick<SqsDeadLetters, 'look'>,
): Promise<Redrive> {
  const found = newFound(queue);
  for (const body of await letters.look(SAMPLE)) note(body, false, found);
  return { ...found, failed: null };
}

/** Puts dead letters that can be read back on their queue. */
export async function redriveQueue(
  queue: RedrivenQueue,
  letters: Pick<SqsDeadLetters, 'putBack'>,
  progress: Progress,
): Promise<Redrive> {
  const found = newFound(queue);
  const isWanted = (body: string) => readDeadLetter(queue, body).isReadable;
  for await (const { body, isBack } of letters.putBack(isWanted)) {
    note(body, isBack, found);
    progress.step('dead letters:', found.looked);
  }
  return { ...found, failed: found.looked - found.back - found.unreadable };
}

type Found = Omit<Redrive, 'failed'>;

const newFound = (queue: RedrivenQueue): Found => ({
  queue,
  kinds: {},
  looked: 0,
  back: 0,
  unreadable: 0,
});

function note(body: string, isBack: boolean, found: Found): void {
  const { kind, isReadable } = readDeadLetter(found.queue, body);
  found.looked += 1;
  found.kinds[kind] = (found.kinds[kind] ?? 0) + 1;
  if (isBack) found.back += 1;
  if (!isReadable) found.unreadable += 1;
}

/** The same for people. */
export function redriveLines({
  queue,
  kinds,
  looked,
  back,
  unreadable,
  failed,
}: Redrive): string[] {
  if (looked === 0) return [`${queue}: no dead letters`];
  const isSample = failed === null && looked === SAMPLE;
  const rows = Object.entries(kinds).map(([kind, number]) => [String(number), kind]);
  const outcome =
    failed === null
      ? `dry run: ${looked - unreadable} would be put back`
      : `${back} put back on the queue`;
  const left = unreadable > 0 ? [`${unreadable} stay, because nobody can read them`] : [];
  return [
    `${queue}: ${isSample ? 'the first ' : ''}${count(looked, 'dead letter')}`,
    ...table(rows, '  '),
    `  ${[outcome, ...left].join('; ')}`,
  ];
}

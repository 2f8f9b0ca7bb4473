import { parseFeedback } from './parse-feedback.ts';
import { parseGroupKey } from './parse-group-key.ts';
import type { Fault } from '#lib/fault.ts';

/** The queues whose messages may come to lie in dead letters. */
export const REDRIVEN_QUEUES = ['delivery', 'feedback'] as const;
export type RedrivenQueue = (typeof REDRIVEN_QUEUES)[number];

/** What a dead letter is. One that nobody can read would only come back. */
export interface DeadLetter {
  isReadable: boolean;
  /** Without any address: "group of us-north-korea.2026-11-16". */
  kind: string;
}

/** Reads the body of a dead letter. Nothing of what it holds is repeated but ids of editions. */
export function readDeadLetter(queue: RedrivenQueue, body: string): DeadLetter {
  return queue === 'delivery' ? ofDelivery(body) : ofFeedback(body);
}

function ofDelivery(body: string): DeadLetter {
  const parsed = parseGroupKey(body, 'message');
  return parsed.ok
    ? { isReadable: true, kind: `group of ${parsed.value.editionId}` }
    : unreadable(parsed.faults);
}

function ofFeedback(body: string): DeadLetter {
  const parsed = parseFeedback(body, 'message');
  if (!parsed.ok) return unreadable(parsed.faults);
  if (parsed.value.kind !== 'event') return { isReadable: true, kind: 'event of another mail' };
  const { type, editionId } = parsed.value.event;
  return { isReadable: true, kind: `${type} of ${editionId}` };
}

/** What was found in place of what was expected may be an address. */
function unreadable([first]: Fault[]): DeadLetter {
  const where = first?.field ? `${first.field}: ` : '';
  const kind = `unreadable (${where}expected ${first?.expected ?? 'a message'})`;
  return { isReadable: false, kind };
}

import * as z from 'zod/mini';
import { slotOf } from '#lib/edition/edition.ts';
import { parseWith, type Parsed } from '#lib/fault.ts';
import type { GroupKey } from './group.ts';
import { SHARDS } from './shard.ts';

const GroupMessage: z.ZodMiniType<GroupKey> = z.object({
  editionId: z.string().check(z.refine((id) => slotOf(id) !== null, 'the id of an edition')),
  round: z.int().check(z.minimum(1)),
  shard: z.int().check(z.minimum(0), z.maximum(SHARDS - 1)),
  after: z.string(),
});

/** Reads the body of a message of the delivery queue. @param source the message's id, for faults */
export function parseGroupKey(body: string, source: string): Parsed<GroupKey> {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return { ok: false, faults: [{ source, field: '', expected: 'JSON' }] };
  }
  return parseWith(GroupMessage, data, source);
}

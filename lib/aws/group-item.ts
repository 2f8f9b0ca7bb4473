import * as z from 'zod/mini';
import type { Group, PlannedGroup } from '#lib/delivery/group.ts';
import { parseItem } from './parse-item.ts';

const Result = z.discriminatedUnion('state', [
  z.object({
    ...{ state: z.literal('sent'), at: z.string(), messageId: z.string() },
    reason: z.optional(z.string()),
  }),
  z.object({ state: z.enum(['failed', 'skipped']), at: z.string(), reason: z.string() }),
]);

const GroupItem = z.object({
  editionId: z.string(),
  round: z.number(),
  shard: z.number(),
  after: z.string(),
  subscriberIds: z.array(z.string()),
  preceding: z.number(),
  plannedAt: z.string(),
  /** Absent while nobody works on the group. */
  claim: z.optional(z.object({ id: z.string(), at: z.string() })),
  results: z.record(z.string(), Result),
  doubts: z.record(z.string(), z.object({ since: z.string(), reason: z.string() })),
  reopened: z.record(z.string(), z.string()),
});

/** The attributes of a new group. The maps are there from the beginning, so that updates can reach into them. */
export const groupItem = (group: PlannedGroup): z.infer<typeof GroupItem> => ({
  ...group,
  results: {},
  doubts: {},
  reopened: {},
});

/** A group as the table gave it. @throws DependencyError where it is none */
export function parseGroup(item: unknown, tableName: string): Group {
  const { claim, ...group } = parseItem(GroupItem, item, tableName);
  return { ...group, claim: claim ?? null };
}

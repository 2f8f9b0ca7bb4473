import type * as z from 'zod/mini';
import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault, parseWith } from '#lib/fault.ts';

/**
 * Checks what a store gave back.
 * @param source the table or key it stood under, for the message
 * @throws DependencyError that lists every fault: only Parley writes there, so this is no user's mistake
 */
export function parseItem<T>(schema: z.ZodMiniType<T>, item: unknown, source: string): T {
  const parsed = parseWith(schema, item, source);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('read', source, new Error(parsed.faults.map(formatFault).join('; ')));
}

import * as z from 'zod/mini';
import { formatFault, parseWith } from '#lib/fault.ts';

/** A variable that the stack sets. @param what what it holds, for the message where it is missing */
export const variable = (what: string) => z.string(what).check(z.minLength(1, what));

/** The function was deployed without variables that it needs: a fault of the stack, never of an event. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Checks a function's environment.
 * @throws EnvironmentError that lists every variable that is missing or empty
 */
export function readEnvironment<T>(schema: z.ZodMiniType<T>, environment: NodeJS.ProcessEnv): T {
  const parsed = parseWith(schema, environment, 'environment');
  if (parsed.ok) return parsed.value;
  // What was found instead stays out: it may be a secret in the wrong place.
  const lines = parsed.faults.map(({ source, field, expected }) =>
    formatFault({ source, field, expected }),
  );
  throw new EnvironmentError(lines.join('\n'));
}

import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault, parseWith } from '#lib/fault.ts';
import { Edition } from './edition.ts';

/**
 * Reads an edition back from a store.
 * @param source path or key it stood under
 * @throws DependencyError where it is damaged: only Parley writes editions, once
 */
export function parseStoredEdition(text: string, source: string): Edition {
  const parsed = parseWith(Edition, parseJson(text, source), source);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('read', source, new Error(parsed.faults.map(formatFault).join('; ')));
}

function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DependencyError('read', source, cause);
  }
}

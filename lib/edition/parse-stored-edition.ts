import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault, parseWith, type Parsed } from '#lib/fault.ts';
import { contentHash } from './content-hash.ts';
import { Edition } from './edition.ts';

/**
 * Checks an edition that comes back from a store: its form, and by its hash that it still says what
 * was frozen.
 * @param source path or key it stood under
 */
export function parseStoredEdition(text: string, source: string): Parsed<Edition> {
  const json = parseJson(text, source);
  if (!json.ok) return json;
  const parsed = parseWith(Edition, json.value, source);
  if (!parsed.ok) return parsed;
  const hash = contentHash(parsed.value);
  if (parsed.value.contentHash === hash) return parsed;
  const expected = `the hash of subject, HTML and text, ${hash}: the edition was changed after it was frozen`;
  const found = parsed.value.contentHash;
  return { ok: false, faults: [{ source, field: 'contentHash', expected, found }] };
}

/**
 * The same for an edition that is needed.
 * @throws DependencyError where it is damaged: only Parley writes editions, once
 */
export function readStoredEdition(text: string, source: string): Edition {
  const parsed = parseStoredEdition(text, source);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('read', source, new Error(parsed.faults.map(formatFault).join('; ')));
}

function parseJson(text: string, source: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ source, field: '', expected: 'an edition as JSON', found }] };
  }
}

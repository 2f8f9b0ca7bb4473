import { formatFault, type Parsed } from '#lib/fault.ts';
import type { TemplateFault } from './template-fault.ts';

/** What a JSON file of the templates' folder says, or what is wrong with it and on which line. */
export type JsonFile<T> = { ok: true; value: T } | { ok: false; faults: TemplateFault[] };

/** Reads a JSON file's text and checks it; `file` is its path in the templates' folder. */
export function readJsonFile<T>(
  file: string,
  source: string,
  parse: (data: unknown, source: string) => Parsed<T>,
): JsonFile<T> {
  const data = parseJson(file, source);
  if (!data.ok) return data;
  const parsed = parse(data.value, file);
  if (parsed.ok) return parsed;
  const faults = parsed.faults.map((fault) => ({
    file,
    line: lineOfField(source, fault.field.split('.')),
    reason: formatFault({ ...fault, source: '' }).replace(/^: /, ''),
  }));
  return { ok: false, faults };
}

function parseJson(file: string, source: string): JsonFile<unknown> {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (error) {
    const reason = `no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, faults: [{ file, line: lineOfPosition(source, reason), reason }] };
  }
}

/** Node names the position of most faults, and the end of the file for none. */
function lineOfPosition(source: string, reason: string): number | null {
  if (/end of JSON/.test(reason)) return source.trimEnd().split('\n').length;
  const position = /position (\d+)/.exec(reason)?.[1];
  return position === undefined ? null : source.slice(0, Number(position)).split('\n').length;
}

/** The line where the field is, or the first of the groups around it that is there. */
function lineOfField(source: string, keys: readonly string[]): number | null {
  let at = -1;
  for (const key of keys) {
    const next = source.indexOf(`"${key}":`, at + 1);
    if (next < 0) break;
    at = next;
  }
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}

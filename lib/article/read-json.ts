import type { Fault, Parsed } from '#lib/fault.ts';
import { INPUT_MAX_ARTICLES } from './limits.ts';

/** One record of a JSON input, with the name that messages give it. */
export interface JsonRecord {
  source: string;
  data: unknown;
}

/** Whether a text is meant as JSON: its name or carrier says so, or it opens as an object or a list of objects. */
export function looksLikeJson(text: string, source: string, contentType: string | null): boolean {
  if (/\bjson\b/i.test(contentType ?? '') || /\.(?:json|jsonl|ndjson)$/i.test(source)) return true;
  return /^\s*(?:\{|\[\s*[{\]])/.test(text);
}

/**
 * Reads a text as one JSON object, an array of objects, or JSON Lines. A broken line of JSON Lines
 * is a fault of its own; the others are read.
 */
export function readJson(text: string, source: string): Parsed<JsonRecord>[] {
  const whole = parseJson(text, source, 1);
  if (whole.ok) return records(whole.value, source);
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim());
  if (filled.length > INPUT_MAX_ARTICLES) return [tooMany(source, `${filled.length} lines`)];
  if (filled.length < 2 || !filled.every((line) => /^\s*\{.*\}\s*$/.test(line))) {
    const [first = ''] = filled;
    if (filled.length < 2 || !parseJson(first, source, 1).ok) return [whole];
  }
  return lines.flatMap((line, index) => (line.trim() ? [jsonLine(line, source, index + 1)] : []));
}

function records(data: unknown, source: string): Parsed<JsonRecord>[] {
  if (!Array.isArray(data)) return [{ ok: true, value: { source, data } }];
  if (data.length === 0)
    return [refused(source, 'an article, or a list of at least one', 'an empty list')];
  if (data.length > INPUT_MAX_ARTICLES) return [tooMany(source, `${data.length}`)];
  return data.map((item: unknown, index) => ({
    ok: true,
    value: { source: `${source}#${index + 1}`, data: item },
  }));
}

function jsonLine(line: string, source: string, number: number): Parsed<JsonRecord> {
  const parsed = parseJson(line, source, number);
  return parsed.ok
    ? { ok: true, value: { source: `${source}:${number}`, data: parsed.value } }
    : parsed;
}

function parseJson(text: string, source: string, firstLine: number): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refused(source, 'well-formed JSON', describe(message, text, firstLine));
  }
}

/** One fault for the whole: a list of millions must not become millions of them. */
const tooMany = (source: string, found: string): Parsed<never> =>
  refused(source, `at most ${INPUT_MAX_ARTICLES} articles in one input`, found);

function refused(source: string, expected: string, found: string): Parsed<never> {
  const fault: Fault = { source, field: '', expected, found };
  return { ok: false, faults: [fault] };
}

/** V8 names the place as a position, as a piece of the text, or not at all where the text ends too early. */
function describe(message: string, text: string, firstLine: number): string {
  const before = text.slice(0, positionOf(message, text)).split('\n');
  const line = firstLine + before.length - 1;
  const what = message.replace(
    /\s*(?:in JSON at position.*|, (?:\.\.\.)?".*" is not valid JSON)$/s,
    '',
  );
  return `${what} at line ${line}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function positionOf(message: string, text: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position) return Number(position);
  const piece = /^Unexpected token '(.)', (?:\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/su.exec(
    message,
  );
  const at = piece?.[2] ? text.indexOf(piece[2]) : -1;
  if (at < 0) return text.length;
  // The piece shows up to ten characters before the token.
  const token = text.indexOf(
    piece?.[1] ?? '',
    at + (at > 0 ? Math.min(10, piece?.[2]?.length ?? 0) : 0),
  );
  return token < 0 ? at : token;
}

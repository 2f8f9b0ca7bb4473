import { parseWith, type Parsed } from '#lib/fault.ts';
import { EditorNotes } from './editor-notes.ts';

/**
 * Reads a notes file and lists all that is wrong with it.
 * @param edition id of the edition that the file must be of
 * @param source path or key it stood under
 */
export function parseEditorNotes(
  text: string,
  edition: string,
  source: string,
): Parsed<EditorNotes> {
  const json = parseJson(text, source);
  if (!json.ok) return json;
  const parsed = parseWith(EditorNotes, json.value, source);
  if (!parsed.ok || parsed.value.edition === edition) return parsed;
  const found = JSON.stringify(parsed.value.edition);
  return { ok: false, faults: [{ source, field: 'edition', expected: edition, found }] };
}

/** The text of a notes file, laid out for a person. */
export function formatEditorNotes(notes: EditorNotes): string {
  return `${JSON.stringify(notes, null, 2)}\n`;
}

function parseJson(text: string, source: string): Parsed<unknown> {
  try {
    // Some editors put a byte order mark before what they save.
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/u, '')) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ source, field: '', expected: 'notes as JSON', found }] };
  }
}

import type { EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import { formatEditorNotes, parseEditorNotes } from '#lib/edition/notes/parse-editor-notes.ts';
import type { Fault, Parsed } from '#lib/fault.ts';
import { UsageError } from '../usage-error.ts';

/** Corrections as the command line gives them: their form is right, what they name may not exist. */
export interface NoteChanges {
  drop?: string[];
  verdict?: { factor: string; verdict: string }[];
  because?: string;
  speaker?: { evidence: string; speaker: string | null }[];
  note?: string;
  by?: string;
  undo?: string[];
}

/**
 * The notes with what is taken back and what is added; a second correction of one thing takes the
 * place of the first. Every fault of the result is named, by the option that brought it.
 * @throws UsageError where nothing stands that could be taken back
 */
export function changeNotes(notes: EditorNotes, changes: NoteChanges): Parsed<EditorNotes> {
  const { because, note, by } = changes;
  const left = (changes.undo ?? []).reduce(takeBack, notes);
  const reason = because === undefined ? {} : { because };
  const drop = (changes.drop ?? []).map((evidence) => ({ evidence, ...reason }));
  const verdicts = (changes.verdict ?? []).map((verdict) => ({ ...verdict, because }));
  const changed = {
    ...left,
    drop: withOwn(left.drop, drop, ({ evidence }) => evidence),
    verdicts: withOwn<{ factor: string }>(left.verdicts, verdicts, ({ factor }) => factor),
    speakers: withOwn(left.speakers, changes.speaker ?? [], ({ evidence }) => evidence),
    notes: note === undefined ? left.notes : [...left.notes, { text: note, by }],
  };
  const text = formatEditorNotes(changed as EditorNotes);
  const parsed = parseEditorNotes(text, notes.edition, 'the correction');
  return parsed.ok ? parsed : { ok: false, faults: parsed.faults.map(byOption) };
}

const OPTIONS: Record<string, string> = {
  drop: '--drop',
  verdicts: '--verdict',
  speakers: '--speaker',
  notes: '--note',
  because: '--because',
  by: '--by',
};

/** What stood before is sound, so a fault is of an option; a place in the file would tell a person nothing. */
function byOption(fault: Fault): Fault {
  const steps = fault.field.split('.');
  const option = OPTIONS[steps.at(-1) ?? ''] ?? OPTIONS[steps[0] ?? ''];
  return option === undefined ? fault : { ...fault, source: option, field: '' };
}

/** What stands, with the new in the place of what is on the same thing. */
function withOwn<T>(standing: T[], added: T[], keyOf: (item: T) => string): T[] {
  const keys = new Set(added.map(keyOf));
  return [...standing.filter((item) => !keys.has(keyOf(item))), ...added];
}

function takeBack(notes: EditorNotes, what: string): EditorNotes {
  const number = Number(/^note-(\d+)$/.exec(what)?.[1] ?? 0);
  const left: EditorNotes = {
    ...notes,
    drop: notes.drop.filter(({ evidence }) => evidence !== what),
    verdicts: notes.verdicts.filter(({ factor }) => factor !== what),
    speakers: notes.speakers.filter(({ evidence }) => evidence !== what),
    notes: notes.notes.filter((_, index) => index + 1 !== number),
  };
  if (correctionsIn(left) === correctionsIn(notes))
    throw new UsageError(`--undo ${what}: no correction of that name stands`);
  return left;
}

/** How many corrections and notes stand. */
export function correctionsIn({ drop, verdicts, speakers, notes }: EditorNotes): number {
  return drop.length + verdicts.length + speakers.length + notes.length;
}

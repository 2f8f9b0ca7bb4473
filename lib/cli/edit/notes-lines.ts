import type { EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { table } from '../table.ts';
import { correctionsIn } from './change-notes.ts';
import type { ListedPart, ListedPassage } from './listed-passages.ts';

/** The corrections that stand, each with the name by which `--undo` takes it back. */
export function notesLines(notes: EditorNotes): string[] {
  if (correctionsIn(notes) === 0) return ['no correction stands'];
  const rows = [
    ...notes.drop.map(({ evidence, because }) => [evidence, 'left out', because ?? '']),
    ...notes.speakers.map(({ evidence, speaker }) => [evidence, 'speaker', speaker ?? 'withdrawn']),
    ...notes.verdicts.map(({ factor, verdict, because }) => [factor, verdict, because]),
    ...notes.notes.map(({ text, by }, index) => [`note-${index + 1}`, 'note', `${text} (${by})`]),
  ];
  return ['corrections:', ...table(rows, '  ')];
}

/** The passages of an edition with their ids. */
export function passageLines(parts: ListedPart[], { eras }: Topic): string[] {
  const lines = ({ id, era, speaker, outlet, words }: ListedPassage) => [
    `  ${id} · ${eras[era].label} · ${[speaker, outlet].filter(Boolean).join(', ')}`,
    `    ${words}`,
  ];
  return parts
    .filter(({ passages }) => passages.length > 0)
    .flatMap(({ title, passages }) => ['', title, ...passages.flatMap(lines)]);
}

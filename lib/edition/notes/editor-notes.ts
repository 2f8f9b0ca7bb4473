import * as z from 'zod/mini';
import { editorTextFault, NAME_MAX_CHARS, NOTE_MAX_CHARS } from '#lib/briefing/editor-text.ts';
import { VERDICTS } from '#lib/outlook/comparison.ts';
import { FACTORS } from '#lib/topic/factor.ts';
import { EvidenceReference } from './evidence-reference.ts';

/** An edition that needs more is better mended at its articles. */
const CORRECTIONS_MAX = 200;
/** Notes stand above the comparison: more would hide it. */
const NOTES_MAX = 5;

/** Words of an editor as they will be printed: one plain line, addresses with http or https only. */
const editorText = (what: string, maxChars: number) => {
  const expected = `${what}: one line of at most ${maxChars} characters that can be seen, with a letter, addresses with http or https only`;
  const isPrintable = (text: string) => editorTextFault(text, maxChars) === null;
  return z.string(expected).check(z.refine(isPrintable, expected));
};
const because = () => editorText('the reason', NOTE_MAX_CHARS);
const name = (what: string) => editorText(what, NAME_MAX_CHARS);

/** A list in which each thing is corrected once: of two words on one thing neither would be sure. */
const once = <T>(item: z.ZodMiniType<T>, most: number, what: string, keyOf: (item: T) => string) =>
  z._default(
    z.array(item).check(
      z.maxLength(most, `at most ${most} of them`),
      z.refine((items) => new Set(items.map(keyOf)).size === items.length, `each ${what} once`),
    ),
    [],
  );

const Drop = z.strictObject({ evidence: EvidenceReference, because: z.optional(because()) });
const VerdictCorrection = z.strictObject({
  factor: z.enum(FACTORS),
  verdict: z.enum(VERDICTS),
  because: because(),
});
const SpeakerCorrection = z.strictObject({
  evidence: EvidenceReference,
  /** Null withdraws the speaker. */
  speaker: z.nullable(name('a name, or null where nobody is sure')),
});
const Note = z.strictObject({
  text: editorText('the note', NOTE_MAX_CHARS),
  by: name('the name that signs it'),
});

/**
 * What an editor wants otherwise in one edition: the notes file of its slot. Corrections are kept
 * apart from what was found, and are made anew each time that the edition is composed.
 */
export const EditorNotes = z.strictObject({
  schemaVersion: z.literal(1),
  /** Id of the edition: "us-north-korea.2026-11-16". */
  edition: z.string(),
  /** Passages that are neither printed nor counted. */
  drop: once(Drop, CORRECTIONS_MAX, 'passage', ({ evidence }) => evidence),
  verdicts: once(VerdictCorrection, FACTORS.length, 'factor', ({ factor }) => factor),
  speakers: once(SpeakerCorrection, CORRECTIONS_MAX, 'passage', ({ evidence }) => evidence),
  notes: once(Note, NOTES_MAX, 'note', ({ text }) => text),
});

export type EditorNotes = z.infer<typeof EditorNotes>;

/** The notes of an edition that nobody has corrected. */
export function noNotes(edition: string): EditorNotes {
  return { schemaVersion: 1, edition, drop: [], verdicts: [], speakers: [], notes: [] };
}

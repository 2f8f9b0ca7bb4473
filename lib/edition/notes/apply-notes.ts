import type { Finding } from '#lib/outlook/comparison.ts';
import type { Corrections, Unmatched } from './corrections.ts';
import type { EditorNotes } from './editor-notes.ts';
import { referencesTo } from './evidence-reference.ts';

/** Findings as an editor wants them, and what came of each correction of a passage. */
export interface CorrectedFindings extends Pick<Corrections, 'dropped' | 'speakers'> {
  findings: Finding[];
  unmatched: Unmatched[];
}

type PassageNotes = Pick<EditorNotes, 'drop' | 'speakers'>;

/**
 * Leaves out the passages that an editor drops and gives others the speaker that they name; what was
 * found stays as it is. A passage may be a finding on several factors: all of them are corrected.
 */
export function applyNotes(found: Finding[], notes: PassageNotes): CorrectedFindings {
  const drop = byPassage(found, notes.drop);
  const kept = found.filter((finding) => !drop.of.has(finding));
  const speakers = byPassage(kept, notes.speakers);
  return {
    findings: kept.map((finding) => withSpeaker(finding, speakers.of.get(finding))),
    dropped: drop.matched.map(({ note, finding }) => ({
      evidence: note.evidence,
      words: finding.evidence.text,
    })),
    speakers: speakers.matched.map(({ note, finding }) => ({ ...note, found: finding.speaker })),
    unmatched: [
      ...drop.unmatched.map((note) => unmatched(`drop ${note.evidence}`)),
      ...speakers.unmatched.map((note) => unmatched(`speaker of ${note.evidence}`)),
    ],
  };
}

/** Corrections of passages, put to the findings that they name. */
interface ByPassage<T> {
  of: Map<Finding, T>;
  /** Each correction that named a passage, with the first finding there. */
  matched: { note: T; finding: Finding }[];
  unmatched: T[];
}

function byPassage<T extends { evidence: string }>(findings: Finding[], notes: T[]): ByPassage<T> {
  const of = new Map<Finding, T>();
  if (notes.length === 0) return { of, matched: [], unmatched: [] };
  const byReference = new Map(notes.map((note) => [note.evidence, note]));
  const firsts = new Map<T, Finding>();
  for (const finding of findings)
    for (const note of referencesTo(finding.evidence).map((name) => byReference.get(name)))
      if (note !== undefined) {
        of.set(finding, note);
        if (!firsts.has(note)) firsts.set(note, finding);
      }
  return {
    of,
    matched: [...firsts].map(([note, finding]) => ({ note, finding })),
    unmatched: notes.filter((note) => !firsts.has(note)),
  };
}

/** Role and affiliation were those of the speaker who was found. */
function withSpeaker(
  finding: Finding,
  correction: EditorNotes['speakers'][number] | undefined,
): Finding {
  if (correction === undefined) return finding;
  const { speaker } = correction;
  return { ...finding, speaker, role: null, affiliation: null, speakerByEditor: true };
}

function unmatched(correction: string): Unmatched {
  return { correction, reason: 'no article of the edition has that passage' };
}

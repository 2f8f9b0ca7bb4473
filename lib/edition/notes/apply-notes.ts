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
      ...drop.unmatched.map(({ note, reason }) => ({
        correction: `drop ${note.evidence}`,
        reason,
      })),
      ...speakers.unmatched.map(({ note, reason }) => ({
        correction: `speaker of ${note.evidence}`,
        reason,
      })),
    ],
  };
}

/** Corrections of passages, put to the findings that they name. */
interface ByPassage<T> {
  of: Map<Finding, T>;
  /** Each correction that named a passage, with the first finding there. */
  matched: { note: T; finding: Finding }[];
  unmatched: { note: T; reason: string }[];
}

/** A passage may be named by id and by place: of two corrections of it the first in the file stands. */
function byPassage<T extends { evidence: string }>(findings: Finding[], notes: T[]): ByPassage<T> {
  const of = new Map<Finding, T>();
  const firsts = new Map<T, Finding>();
  const named = new Set<T>();
  for (const finding of notes.length === 0 ? [] : findings) {
    const names: string[] = referencesTo(finding.evidence);
    const [note, ...others] = notes.filter(({ evidence }) => names.includes(evidence));
    if (note === undefined) continue;
    of.set(finding, note);
    if (!firsts.has(note)) firsts.set(note, finding);
    others.forEach((other) => named.add(other));
  }
  const reasonOf = (note: T) => (named.has(note) ? CORRECTED_ALREADY : NO_PASSAGE);
  return {
    of,
    matched: [...firsts].map(([note, finding]) => ({ note, finding })),
    unmatched: notes
      .filter((note) => !firsts.has(note))
      .map((note) => ({ note, reason: reasonOf(note) })),
  };
}

const NO_PASSAGE = 'no article of the edition has that passage';
const CORRECTED_ALREADY = 'another correction is on that passage already';

/** Role and affiliation were those of the speaker who was found. */
function withSpeaker(
  finding: Finding,
  correction: EditorNotes['speakers'][number] | undefined,
): Finding {
  if (correction === undefined) return finding;
  const { speaker } = correction;
  return { ...finding, speaker, role: null, affiliation: null, speakerByEditor: true };
}

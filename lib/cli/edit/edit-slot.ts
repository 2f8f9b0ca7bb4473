import { draftEdition, type Draft, type NoDraft } from '#lib/edition/draft-edition.ts';
import { editionId, type Edition, type Slot } from '#lib/edition/edition.ts';
import { noNotes, type EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import { formatFault, type Parsed } from '#lib/fault.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeDeps } from '../compose-edition.ts';
import { uselessCorrections } from '../edition-summary.ts';
import { notReplaced } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { withStores } from '../with-stores.ts';
import { changeNotes, type NoteChanges } from './change-notes.ts';
import { listPassages } from './listed-passages.ts';
import { notesLines, passageLines } from './notes-lines.ts';
import { openEditor } from './open-editor.ts';

/** Corrections to make, none at all to list what stands, or the whole file in an editor. */
export type Edit = NoteChanges | 'open';

/** Changes the notes of a slot, or lists them with the passages that can be corrected. */
export async function editSlot(
  session: Session,
  topic: Topic,
  slot: Slot,
  edit: Edit,
): Promise<Report> {
  return withStores(session, async (stores) => {
    const standing = await stores.editions.get(slot);
    const isListing = edit !== 'open' && Object.keys(edit).length === 0;
    const hasBegun = await stores.ledger.hasBegun(editionId(slot));
    if (hasBegun && !isListing) return notReplaced(slot, 'begun', topic);
    const notes = await changedNotes(session, stores, slot, edit);
    if (!notes.ok) return faulty(slot, notes);
    if (!isListing) await stores.notes.put(notes.value);
    const deps = await composeDeps(session, stores, topic);
    const draft = await draftEdition(slot, session.settings.now, { ...deps, isWanted: true });
    const context = { topic, slot, standing, hasBegun, notes: notes.value, draft };
    return isListing ? listing(context) : changed(context);
  });
}

/** The notes as they stand, or as they will. A faulty file can be mended with `--open` alone. */
async function changedNotes(
  { terminal }: Session,
  { notes: store }: LocalStores,
  slot: Slot,
  edit: Edit,
): Promise<Parsed<EditorNotes>> {
  const standing = (await store.get(slot)) ?? { ok: true, value: noNotes(editionId(slot)) };
  if (!standing.ok) return standing;
  return edit === 'open' ? openEditor(standing.value, terminal) : changeNotes(standing.value, edit);
}

function faulty(slot: Slot, { faults }: Extract<Parsed<EditorNotes>, { ok: false }>): Report {
  const problems = [...faults.map(formatFault), `${formatSlot(slot)}: nothing was changed`];
  return { data: { slot, changed: false, faults }, lines: [], problems };
}

/** What a report is made of. */
interface Edited {
  topic: Topic;
  slot: Slot;
  standing: Edition | null;
  hasBegun: boolean;
  notes: EditorNotes;
  draft: Draft | NoDraft;
}

function changed({ slot, standing, notes, draft }: Edited): Report {
  const next =
    standing === null
      ? 'they go into the edition when it is composed'
      : `parley compose --topic ${slot.topicId} --slot ${slot.date} --again puts them into the edition`;
  return {
    data: { slot, changed: true, notes },
    lines: [`${formatSlot(slot)}: ${next}`, ...notesLines(notes)],
    problems: problemsOf(slot, draft),
  };
}

function listing({ topic, slot, standing, hasBegun, notes, draft }: Edited): Report {
  const parts = draft.kind === 'drafted' ? listPassages(draft.briefing, draft.comparison) : [];
  return {
    data: { slot, state: stateOf(standing, hasBegun), notes, parts },
    lines: [
      `${formatSlot(slot)}: ${stateOf(standing, hasBegun)}`,
      ...notesLines(notes),
      ...passageLines(parts, topic),
    ],
    problems: problemsOf(slot, draft),
  };
}

function stateOf(standing: Edition | null, hasBegun: boolean): string {
  if (standing === null) return 'not composed yet';
  return hasBegun
    ? 'its sending has begun, so it stays as it is'
    : 'frozen, its sending has not begun';
}

function problemsOf(slot: Slot, draft: Draft | NoDraft): string[] {
  if (draft.kind === 'drafted') return uselessCorrections(draft.edition.record);
  return [`${formatSlot(slot)}: no edition: ${draft.reason}`];
}

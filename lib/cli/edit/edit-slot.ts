import { draftEdition, type Draft, type NoDraft } from '#lib/edition/draft-edition.ts';
import { editionId, type Edition, type Slot } from '#lib/edition/edition.ts';
import type { EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import { formatFault, type Parsed } from '#lib/fault.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeDeps } from '../compose-edition.ts';
import { uselessCorrections } from '../edition-summary.ts';
import { notReplaced } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { withStores } from '../with-stores.ts';
import { listPassages } from './listed-passages.ts';
import { notesLines, passageLines } from './notes-lines.ts';
import { standingNotes, storeEdit, type Edit, type StoredEdit } from './store-edit.ts';

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
    const stored: StoredEdit = isListing
      ? { kind: 'notes', notes: await standingNotes(stores, slot) }
      : await storeEdit(session.terminal, stores, slot, edit);
    if (stored.kind !== 'notes') return notStored(slot, stored, topic);
    const { notes } = stored;
    if (!notes.ok) return faulty(slot, notes);
    const deps = await composeDeps(session, stores, topic);
    const draft = await draftEdition(slot, session.settings.now, { ...deps, isWanted: true });
    const context = { topic, slot, standing, hasBegun, notes: notes.value, draft };
    return isListing ? listing(context) : changed(context);
  });
}

/** What a person wrote in their editor stays where it is, and is named. */
function notStored(
  slot: Slot,
  { kind, copy }: Exclude<StoredEdit, { kind: 'notes' }>,
  topic: Topic,
): Report {
  const report = kind === 'begun' ? notReplaced(slot, 'begun', topic) : overtaken(slot);
  const kept = copy === null ? [] : [`what you wrote stands in ${copy}`];
  return { ...report, problems: [...report.problems, ...kept] };
}

function overtaken(slot: Slot): Report {
  const reason = 'somebody else changed the notes meanwhile; nothing was changed, run this again';
  return {
    data: { slot, changed: false, reason },
    lines: [],
    problems: [`${formatSlot(slot)}: ${reason}`],
  };
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

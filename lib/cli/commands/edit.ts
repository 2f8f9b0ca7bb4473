import type { Command } from 'commander';
import { chooseSlot, parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import type { NoteChanges } from '../edit/change-notes.ts';
import { editSlot } from '../edit/edit-slot.ts';
import { collect, parseSpeaker, parseVerdict } from '../edit/parse-correction.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

interface EditOptions extends NoteChanges {
  topic?: string;
  open?: boolean;
}

/** `parley edit`: what an editor wants otherwise in one edition. */
export function addEdit(program: Command, runner: Runner): void {
  program
    .command('edit')
    .description(
      'correct the edition of a slot; without options, list its passages and corrections',
    )
    .argument('<slot>', 'scheduled date of the edition', parseSlotDate)
    .option('--topic <id>', 'topic of the digest')
    .option(
      '--drop <id>',
      'leave a passage out; may be repeated',
      collect((id) => id),
    )
    .option('--verdict <factor=verdict>', 'change a verdict, with --because', collect(parseVerdict))
    .option('--because <text>', 'why, for --verdict (printed) and --drop (kept)')
    .option(
      '--speaker <id=name>',
      'name the speaker of a passage, or "none"',
      collect(parseSpeaker),
    )
    .option('--note <text>', "add an editor's note, with --by")
    .option('--by <name>', 'who signs the note')
    .option(
      '--undo <what>',
      'take back: a passage id, a factor, note-1',
      collect((what) => what),
    )
    .option('--open', 'open the notes file in $EDITOR, and check it after')
    .addHelpText(
      'after',
      examples(
        ['parley edit 2026-11-16', 'passages with their ids, and what was corrected'],
        ['parley edit 2026-11-16 --drop 3f9a1c07be', 'a passage that was misread'],
        ['parley edit 2026-11-16 --verdict terms=mixed --because "One side only."', 'a verdict'],
        ['parley compose --slot 2026-11-16 --again', 'then put it into the edition'],
      ),
    )
    .action((date: string, options: EditOptions, command: Command) =>
      runner.run(command, (session) => edit(session, date, options)),
    );
}

async function edit(session: Session, date: string, options: EditOptions): Promise<Report> {
  const { topic: topicId, open = false, ...changes } = options;
  checkUse(changes, open);
  const topic = chooseTopic(await loadTopics(session.settings), topicId);
  const slot = chooseSlot(topic, date, session.settings.now);
  return editSlot(session, topic, slot, open ? 'open' : changes);
}

function checkUse(changes: NoteChanges, open: boolean): void {
  const { drop, verdict, because, note, by } = changes;
  if (open && Object.keys(changes).length > 0)
    throw new UsageError('--open edits the whole file: use it without other corrections');
  if (verdict && because === undefined)
    throw new UsageError('--verdict needs --because: a reader is told why it was changed');
  if (because !== undefined && !verdict && !drop)
    throw new UsageError('--because goes with --verdict or --drop');
  if ((note === undefined) !== (by === undefined))
    throw new UsageError('--note and --by go together: a note is signed');
}

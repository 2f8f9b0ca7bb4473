import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import { formatEditorNotes, parseEditorNotes } from '#lib/edition/notes/parse-editor-notes.ts';
import type { Parsed } from '#lib/fault.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** What a person made of the notes: checked, and their copy. */
export interface OpenedNotes {
  parsed: Parsed<EditorNotes>;
  copy: string;
  /** Removes the copy, once what it says is stored. */
  discard(): Promise<void>;
}

/**
 * Lets a person edit a copy of the notes in their own editor and checks what they leave. The copy stays
 * until it is discarded, so that nothing they wrote is lost where it is faulty or cannot be stored.
 * @throws UsageError where no editor is set, or it fails
 */
export async function openEditor(
  notes: EditorNotes,
  { env }: Pick<Terminal, 'env'>,
): Promise<OpenedNotes> {
  const editor = env['VISUAL'] || env['EDITOR'];
  if (!editor) throw new UsageError('--open needs an editor: set EDITOR, for example EDITOR=nano');
  const copy = join(await mkdtemp(join(tmpdir(), 'parley-edit-')), `${notes.edition}.json`);
  await writeFile(copy, formatEditorNotes(notes), { mode: 0o600 });
  await runEditor(editor, copy);
  return {
    parsed: parseEditorNotes(await readFile(copy, 'utf8'), notes.edition, copy),
    copy,
    discard: () => rm(dirname(copy), { recursive: true, force: true }),
  };
}

/** As git does it: the setting may hold options ("code --wait"), so a shell reads it; the path goes in apart. */
async function runEditor(editor: string, path: string): Promise<void> {
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${path}"`, { stdio: 'inherit', shell: true })
      : spawn('/bin/sh', ['-c', `${editor} "$1"`, 'parley', path], { stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new UsageError(`the editor failed (${editor}); nothing was changed`);
}

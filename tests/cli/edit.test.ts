import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { emptyFolder, run } from './run.ts';

const SLOT = 'us-north-korea 2026-11-16';

/** A passage as `edit --json` lists it. */
interface Listed {
  id: string;
  speaker: string | null;
  words: string;
}

/** The tests of this file follow one another on one state folder, as an editor's commands do. */
describe('parley edit', () => {
  let folder: string;
  const parley = (...args: string[]) => run(folder, args);
  const edit = (...args: string[]) => parley('edit', '2026-11-16', ...args);
  const notesFile = () => join(folder, '.parley/notes/us-north-korea/2026-11-16.json');
  const passages = async (): Promise<Listed[]> => {
    const { parts } = JSON.parse((await edit('--json')).stdout);
    return parts.flatMap((part: { passages: Listed[] }) => part.passages);
  };
  const composedText = async () => {
    const { stdout } = await parley('compose', '--again', '--json');
    const text = await readFile(JSON.parse(stdout).files.text, 'utf8');
    return text.replace(/\n {2}\| |\s+/g, ' ');
  };

  beforeAll(async () => {
    folder = await emptyFolder();
    await parley('ingest', sampleArticlesFolder());
    await parley('compose');
  });

  it('without options lists passages with their ids, and changes nothing', async () => {
    const { code, stdout } = await edit();
    expect(code).toBe(0);
    expect(stdout).toContain(`${SLOT}: frozen, its sending has not begun\nno correction stands\n`);
    expect(stdout).toMatch(/\n {2}[0-9a-f]{10} · 2020 · .+\n {4}\S/);
    await expect(readFile(notesFile())).rejects.toThrow('ENOENT');
  });

  it('keeps corrections, which compose --again puts into the edition', async () => {
    const [dropped, other] = await passages();
    const { code, stdout } = await edit(
      ...['--drop', `${dropped?.id}`, '--because', 'It was misread.'],
      ...['--speaker', `${other?.id}=Nora Vale-Quill`],
      ...['--note', 'One report was withdrawn.', '--by', 'Ana Lima'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain(
      'parley compose --topic us-north-korea --slot 2026-11-16 --again puts them into the edition',
    );
    expect(stdout).toMatch(/note-1 +note +One report was withdrawn\. \(Ana Lima\)/);
    const text = await composedText();
    expect(text).not.toContain(dropped?.words);
    expect(text).toContain('Nora Vale-Quill');
    expect(text).toContain('Editor’s note — One report was withdrawn. — Ana Lima');
    const status = await parley('status', '2026-11-16');
    expect(status.stdout).toContain('1 passage left out, 1 speaker, 0 verdicts, 1 note');
    expect(status.stdout).toMatch(/revision +2, in the place of [0-9a-f]{64}/);
  });

  it('changes a verdict, and takes corrections back one by one', async () => {
    const { stdout } = await edit(
      ...['--verdict', 'outlook=mixed', '--because', 'Both eras waver.', '--undo', 'note-1'],
    );
    expect(stdout).toMatch(/outlook +mixed +Both eras waver\./);
    expect(stdout).not.toContain('withdrawn');
    expect(await composedText()).toContain('Verdict corrected by the editor: Both eras waver.');
    expect((await edit('--undo', 'outlook')).stdout).not.toContain('mixed');
    expect(await edit('--undo', 'outlook')).toMatchObject({
      code: 2,
      stderr: 'parley: --undo outlook: no correction of that name stands\n',
    });
  });

  it('names a correction that matches nothing', async () => {
    const { code, stderr } = await edit('--drop', '0123456789');
    expect(code).toBe(1);
    expect(stderr).toContain('correction without effect: drop 0123456789: no article');
    await edit('--undo', '0123456789');
  });

  it.each([
    [['--drop', 'that one'], '--drop: expected a passage by its id'],
    [['--speaker', 'zzz=Ana'], '--speaker: expected a passage by its id'],
    [['--verdict', 'luck=mixed', '--because', 'x'], '--verdict: expected one of'],
    [['--verdict', 'terms=mixed', '--because', '…'], '--because: expected the reason'],
    [['--note', 'See ftp://example.com', '--by', 'Ana'], '--note: expected the note'],
    [['--note', 'Mind this.', '--by', '7'], '--by: expected the name'],
  ])('refuses %j with the option, and changes nothing', async (args, message) => {
    const before = await readFile(notesFile(), 'utf8');
    const { code, stdout, stderr } = await edit(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('nothing was changed');
    expect(await readFile(notesFile(), 'utf8')).toBe(before);
  });

  it.each([
    [['--verdict', 'terms=mixed'], '--verdict needs --because'],
    [['--verdict', 'mixed', '--because', 'x'], 'Expected a factor and a verdict'],
    [['--because', 'x'], '--because goes with'],
    [['--note', 'x'], '--note and --by go together'],
    [['--open', '--drop', 'x'], '--open edits the whole file'],
    [['--open'], '--open needs an editor'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await edit(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  /** An editor that writes a text in the place of the file that it is given. */
  const editorThatWrites = async (text: string) => {
    const path = join(folder, 'written.json');
    await writeFile(path, text);
    return { env: { EDITOR: `cp ${path}` } };
  };

  it('--open takes what an editor leaves, checked', async () => {
    const notes = JSON.parse(await readFile(notesFile(), 'utf8'));
    const changed = { ...notes, notes: [{ text: 'From the editor.', by: 'Bo' }] };
    const given = await editorThatWrites(JSON.stringify(changed));
    const { code, stdout } = await run(folder, ['edit', '2026-11-16', '--open'], given);
    expect(code).toBe(0);
    expect(stdout).toContain('From the editor. (Bo)');
    expect(JSON.parse(await readFile(notesFile(), 'utf8'))).toEqual(changed);
  });

  it('--open refuses a bad file with its faults, and changes nothing', async () => {
    const before = await readFile(notesFile(), 'utf8');
    const given = await editorThatWrites('{"drop": [{"evidence": 5}], "schemaVersion": 1}');
    const { code, stderr } = await run(folder, ['edit', '2026-11-16', '--open'], given);
    expect(code).toBe(1);
    expect(stderr).toContain('drop.0.evidence: expected a passage');
    expect(stderr).toContain('edition: expected text');
    expect(await readFile(notesFile(), 'utf8')).toBe(before);
    const failing = { env: { EDITOR: 'false' } };
    expect((await run(folder, ['edit', '2026-11-16', '--open'], failing)).stderr).toContain(
      'the editor failed',
    );
  });

  it('--open stores nothing over what somebody else stored meanwhile, and keeps the copy', async () => {
    const before = await readFile(notesFile(), 'utf8');
    const theirs = JSON.stringify({
      ...JSON.parse(before),
      notes: [{ text: 'Theirs.', by: 'Cy' }],
    });
    const path = join(folder, 'theirs.json');
    await writeFile(path, theirs);
    const given = { env: { EDITOR: `cp ${path} ${notesFile()} #` } };
    const { code, stderr } = await run(folder, ['edit', '2026-11-16', '--open'], given);
    expect(code).toBe(1);
    expect(stderr).toContain('somebody else changed the notes meanwhile; nothing was changed');
    expect(await readFile(notesFile(), 'utf8')).toBe(theirs);
    const copy = /what you wrote stands in (.+)\n/.exec(stderr)?.[1] ?? '';
    expect(await readFile(copy, 'utf8')).toBe(before);
    await rm(dirname(copy), { recursive: true });
    await writeFile(notesFile(), before);
  });

  it('compose refuses what it would make of a notes file that somebody broke', async () => {
    const before = await readFile(notesFile(), 'utf8');
    await writeFile(notesFile(), '{"notes":[{}]}');
    const { code, stderr } = await parley('compose', '--again');
    expect(code).toBe(1);
    expect(stderr).toContain('the editor’s notes cannot be read');
    expect(stderr).toContain('notes.0.by: expected the name that signs it');
    await writeFile(notesFile(), before);
  });

  it('refuses corrections once the sending has begun, and names the next slot', async () => {
    await parley('subscribers', 'add', 'ana@example.com');
    expect((await parley('send')).stdout).toContain('1 sent');
    const before = await readFile(notesFile(), 'utf8');
    const refused = `${SLOT}: its sending has begun, so it stays as it is; corrections go into the next: parley edit 2026-11-23\n`;
    for (const args of [
      ['edit', '2026-11-16', '--undo', 'note-1'],
      ['compose', '--again'],
    ]) {
      const { code, stdout, stderr } = await parley(...args);
      expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: refused });
    }
    expect(await readFile(notesFile(), 'utf8')).toBe(before);
    expect((await edit()).stdout).toContain('its sending has begun');
  });

  it('takes corrections of an edition that is still to come', async () => {
    const { code, stdout } = await parley(
      ...['edit', '2026-11-23', '--note', 'Ahead of time.', '--by', 'Ana'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('they go into the edition when it is composed');
  });
});

describe('parley compose --analyst', () => {
  it.each([
    [['--analyst', 'bedrock'], '--analyst bedrock and --model go together'],
    [['--model', 'example.model-v1'], '--analyst bedrock and --model go together'],
    [['--analyst', 'oracle'], 'Allowed choices are embedded, bedrock.'],
    [['--again', '--dry-run'], 'use one'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await run(await emptyFolder(), ['compose', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#lib/article/article.ts';
import { compose, type ComposeDeps } from '#lib/edition/compose.ts';
import { draftEdition } from '#lib/edition/draft-edition.ts';
import { editionId, type Edition } from '#lib/edition/edition.ts';
import { noNotes, type EditorNotes } from '#lib/edition/notes/editor-notes.ts';
import { recompose, type RecomposeOutcome } from '#lib/edition/recompose.ts';
import type { Sending } from '#lib/edition/sending.ts';
import { evidenceId } from '#lib/outlook/evidence-id.ts';
import { newFolder } from '../local/state-folder.ts';
import { composeSetup, sampleCorpus, sampleTopic, type ComposeFixture } from './compose-fixture.ts';

const NOW = new Date('2026-11-16T07:00:00Z');
const SLOT = { topicId: 'us-north-korea', date: '2026-11-16' };
const NOTE = { text: 'The original of <b>one</b> report was withdrawn.', by: 'Ana Lima & team' };

const never = () => Promise.resolve(false);
const notBegun: Sending = { head: () => Promise.resolve(null), repin: never };
/** A sending of this content that begins after it was asked for a number of times. */
function begins(after: number, { contentHash }: Edition): Sending {
  let asked = 0;
  const head = { contentHash, state: 'sending' };
  return { head: () => Promise.resolve(++asked > after ? head : null), repin: never };
}
const again = (deps: ComposeDeps, sending = notBegun) => recompose(SLOT, NOW, { ...deps, sending });
const noted = (notes: Partial<EditorNotes>): EditorNotes => ({
  ...noNotes(editionId(SLOT)),
  ...notes,
});

function editionIn(outcome: RecomposeOutcome): Edition {
  if (!('edition' in outcome)) throw new Error(`${outcome.kind}: ${outcome.reason}`);
  return outcome.edition;
}

/** What the edition shows and what can be corrected of it. */
async function drafted(deps: ComposeDeps) {
  const draft = await draftEdition(SLOT, NOW, { ...deps, isWanted: true });
  if (draft.kind !== 'drafted') throw new Error(draft.reason);
  return draft;
}

describe('an edition that is composed again', () => {
  let corpus: Article[];
  let deps: ComposeFixture;
  let folder: string;
  let first: Edition;
  beforeAll(async () => {
    corpus = sampleCorpus();
    folder = await newFolder();
    ({ deps } = await composeSetup(corpus, sampleTopic({ whenNothingNew: 'skip' }), folder));
    first = editionIn(await compose(SLOT, NOW, deps));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /* The tests follow one another on one store, as an editor's corrections do. */

  it('stays as it is where it would say the same', async () => {
    expect(await again(deps)).toEqual({ kind: 'same', edition: first });
  });

  it('carries the editor’s note, signed, escaped and marked as theirs', async () => {
    await deps.notes.put(noted({ notes: [NOTE] }));
    const outcome = await again(deps);
    expect(outcome.kind).toBe('replaced');
    const edition = editionIn(outcome);
    expect(edition.revision).toEqual({ number: 2, replaces: first.contentHash });
    expect(edition.record.corrections).toMatchObject({ notes: [NOTE], unmatched: [] });
    expect(edition.html).toContain('Editor’s note');
    expect(edition.html).toContain('The original of &lt;b&gt;one&lt;/b&gt; report was withdrawn.');
    expect(edition.html).toContain('Ana Lima &amp; team');
    expect(edition.text.replace(/\s+/g, ' ')).toContain(
      `Editor’s note — ${NOTE.text} — ${NOTE.by}`,
    );
    expect(await deps.editions.get(SLOT)).toEqual(edition);
  });

  it('has passages, speakers and verdicts as the editor wants them, marked', async () => {
    const { comparison, briefing } = await drafted(deps);
    const [dropped] = comparison.factors.flatMap(({ then }) => then.slice(0, 1));
    const voice = briefing.changes
      .flatMap(({ now }) => now)
      .find(({ speaker }) => speaker !== null);
    const spoken = comparison.now.factors
      .flatMap(({ findings }) => findings)
      .find(({ evidence: { articleId, start, end } }) =>
        voice === undefined
          ? false
          : articleId === voice.evidence.articleId &&
            start <= voice.evidence.start &&
            voice.evidence.end <= end,
      );
    const both = comparison.factors.find(
      ({ then, now, verdict }) =>
        then.length > 1 && now.length > 1 && verdict !== 'mixed' && dropped !== then[0],
    );
    if (!dropped || !spoken || !both) throw new Error('the corpus has each of them');
    await deps.notes.put(
      noted({
        drop: [{ evidence: evidenceId(dropped.evidence) }],
        speakers: [{ evidence: evidenceId(spoken.evidence), speaker: 'Nora Vale-Quill' }],
        verdicts: [{ factor: both.factor, verdict: 'mixed', because: 'Read with the annex.' }],
      }),
    );
    const { html, text, record } = editionIn(await again(deps));
    expect(record.corrections?.unmatched).toEqual([]);
    expect(record.corrections?.verdicts).toMatchObject([{ found: both.verdict }]);
    const plain = text.replace(/\n {2}\| |\s+/g, ' ');
    expect(plain).not.toContain(dropped.evidence.text);
    expect(plain).toContain('Corrected by the editor: one passage left out.');
    expect(plain).toContain('Nora Vale-Quill');
    expect(plain).toContain('Corrected by the editor: speaker');
    expect(html).toContain('Verdict corrected by the editor: Read with the annex.');
    expect(record.dropped.map(({ line }) => line)).not.toContain('Nora Vale-Quill');
  });

  it('is composed of notes that no article matches, and names them', async () => {
    await deps.notes.put(noted({ drop: [{ evidence: '0123456789' }] }));
    const { record } = editionIn(await again(deps));
    expect(record.corrections?.unmatched).toMatchObject([{ correction: 'drop 0123456789' }]);
  });

  it('is the first again where every correction is taken back', async () => {
    await deps.notes.put(noted({}));
    const edition = editionIn(await again(deps));
    expect(edition.contentHash).toBe(first.contentHash);
    expect(edition.record).toEqual(first.record);
  });

  it.each([
    [0, 'before'],
    [1, 'while it is made'],
  ])('stays as it is once its sending has begun (%i: %s)', async (asked) => {
    await deps.notes.put(noted({ notes: [NOTE] }));
    const standing = await deps.editions.get(SLOT);
    const outcome = await again(deps, begins(asked, first));
    expect(outcome).toEqual({ kind: 'begun', edition: standing });
    expect(await deps.editions.get(SLOT)).toEqual(standing);
  });

  it('stands where a sending that had begun goes over to it meanwhile', async () => {
    await deps.notes.put(noted({ notes: [{ ...NOTE, text: 'A second note.' }] }));
    const before = await deps.editions.get(SLOT);
    let asked = 0;
    const head = async () => {
      asked += 1;
      if (asked < 3) return null;
      const standing = asked < 5 ? before?.contentHash : written;
      return { contentHash: standing ?? '', state: 'sending' };
    };
    let written: string | undefined;
    const repin = async (_id: string, _from: string, to: string) => {
      written = to;
      return false;
    };
    const outcome = await again(deps, { head, repin });
    expect(outcome.kind).toBe('replaced');
    expect(editionIn(outcome).contentHash).toBe(written);
    expect((await deps.editions.get(SLOT))?.contentHash).toBe(written);
    await deps.notes.put(noted({}));
    await again(deps);
    await deps.notes.put(noted({ notes: [NOTE] }));
  });

  it('is given back to a sending that began at the moment of the replacement', async () => {
    const outcome = await again(deps, begins(2, first));
    expect(outcome.kind).toBe('begun');
    const standing = await deps.editions.get(SLOT);
    expect(standing).toEqual(editionIn(outcome));
    expect(standing?.contentHash).toBe(first.contentHash);
    expect(standing?.record).toEqual(first.record);
  });

  it('is replaced by one of several at once, and the others say whose stands', async () => {
    const notes = ['one', 'two', 'three'].map((by) => noted({ notes: [{ ...NOTE, by }] }));
    const outcomes = await Promise.all(
      notes.map((each) =>
        again({ ...deps, notes: { ...deps.notes, get: async () => ({ ok: true, value: each }) } }),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['overtaken', 'overtaken', 'replaced']);
    const standing = await deps.editions.get(SLOT);
    for (const outcome of outcomes) expect(editionIn(outcome)).toEqual(standing);
  });

  it('is refused with every fault of notes that cannot be read', async () => {
    const standing = await deps.editions.get(SLOT);
    await mkdir(join(folder, 'notes/us-north-korea'), { recursive: true });
    await writeFile(join(folder, 'notes/us-north-korea/2026-11-16.json'), '{"notes":[{}]}');
    expect(await again(deps)).toMatchObject({
      kind: 'refused',
      faults: expect.arrayContaining([expect.objectContaining({ field: 'notes.0.by' })]),
    });
    expect(await deps.editions.get(SLOT)).toEqual(standing);
  });
});

describe('notes that are there before the edition', () => {
  it('are in it from the first', async () => {
    const { deps } = await composeSetup(sampleCorpus());
    await deps.notes.put(noted({ notes: [NOTE] }));
    const outcome = await again(deps);
    expect(outcome.kind).toBe('frozen');
    expect(editionIn(outcome).html).toContain('Editor’s note');
    expect(editionIn(outcome).revision).toBeUndefined();
  });
});

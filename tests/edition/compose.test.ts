import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Article } from '#lib/article/article.ts';
import { articleHash } from '#lib/article/article-hash.ts';
import { compose, type ComposeDeps, type ComposeOutcome } from '#lib/edition/compose.ts';
import { contentHash } from '#lib/edition/content-hash.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import { composeSetup, sampleCorpus, sampleTopic } from './compose-fixture.ts';

const NOW = new Date('2026-11-16T07:00:00Z');
const slotOf = (date: string) => ({ topicId: 'us-north-korea', date });
const composeAt = (date: string, deps: ComposeDeps) => compose(slotOf(date), NOW, deps);

function editionIn(outcome: ComposeOutcome): Edition {
  if (!('edition' in outcome)) throw new Error(`${outcome.kind}: ${outcome.reason}`);
  return outcome.edition;
}

describe('compose', () => {
  let corpus: Article[];
  beforeAll(() => {
    corpus = sampleCorpus();
  });

  it('freezes an edition that says what it is made of', async () => {
    const { deps } = await composeSetup(corpus);
    const outcome = await composeAt('2026-11-16', deps);
    expect(outcome.kind).toBe('frozen');
    const edition = editionIn(outcome);
    expect(edition).toMatchObject({
      id: 'us-north-korea.2026-11-16',
      topicId: 'us-north-korea',
      slot: '2026-11-16',
      composedAt: NOW.toISOString(),
      contentHash: contentHash(edition),
      record: { quarantined: [], outsideEras: [], noChange: false },
    });
    const used = edition.record.articles.map(({ id, hash }) => [id, hash]);
    expect(used).toEqual(corpus.map((article) => [article.id, articleHash(article)]));
    expect(edition.record.evidence.then).toBeGreaterThan(1);
    expect(edition.record.evidence.now).toBeGreaterThan(1);
    expect(edition.html).toContain('</html>');
    expect(await deps.editions.get(slotOf('2026-11-16'))).toEqual(edition);
  });

  it('writes in the language of the brand, and the gate lets its lines through', async () => {
    const { deps } = await composeSetup(corpus);
    const korean = { ...deps, brand: { ...deps.brand, language: 'ko' } };
    const { language, html, text, record } = editionIn(await composeAt('2026-11-16', korean));
    expect(language).toBe('ko');
    expect(html).toMatch(/<html lang="ko"/);
    expect(html).toContain('<blockquote lang="en"');
    expect(text).toContain('당시 · 2020년');
    const english = editionIn(await composeAt('2026-11-16', (await composeSetup(corpus)).deps));
    expect(record.dropped).toEqual(english.record.dropped);
  });

  it('gives the edition that the slot has already, whatever came in since', async () => {
    const { deps } = await composeSetup(corpus);
    const first = editionIn(await composeAt('2026-11-16', deps));
    await deps.articles.put({ ...(corpus[0] as Article), headline: 'Corrected' });
    expect(await composeAt('2026-11-16', deps)).toEqual({ kind: 'exists', edition: first });
  });

  it('gives one edition to many who compose at once', async () => {
    const { deps } = await composeSetup(corpus);
    const outcomes = await Promise.all(
      ['07:00', '07:01', '07:02'].map((time) =>
        compose(slotOf('2026-11-16'), new Date(`2026-11-16T${time}:00Z`), deps),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['exists', 'exists', 'frozen']);
    expect(new Set(outcomes.map((outcome) => editionIn(outcome).composedAt)).size).toBe(1);
  });

  it('makes the same content of the same articles, in whatever order they came', async () => {
    const { deps } = await composeSetup(corpus);
    const { deps: reversed } = await composeSetup(corpus.toReversed());
    const hash = async (each: ComposeDeps) =>
      editionIn(await composeAt('2026-11-16', each)).contentHash;
    expect(await hash(deps)).toBe(await hash(reversed));
  });

  it('sets a broken article aside, counts it and goes on', async () => {
    const { deps, folder } = await composeSetup(corpus);
    await writeFile(join(folder, 'articles/broken.json'), '{"id":"broken"');
    const edition = editionIn(await composeAt('2026-11-16', deps));
    expect(edition.record.quarantined.map(formatFault)[0]).toContain('broken.json: expected');
    expect(edition.record.articles).toHaveLength(corpus.length);
    expect(await deps.articles.listQuarantined()).toMatchObject([
      { source: join(folder, 'articles/broken.json'), at: NOW.toISOString() },
    ]);
    const mended = { ...corpus[0], id: 'broken' };
    await writeFile(join(folder, 'articles/broken.json'), JSON.stringify(mended));
    await composeAt('2026-11-23', deps);
    expect(await deps.articles.listQuarantined()).toEqual([]);
  });

  it('sets an article in a language that it does not read aside, and says so', async () => {
    const [article] = corpus as [Article];
    const articleBody = '양측은 다음 달 오슬로에서 다시 만나기로 했다고 대변인이 밝혔다.';
    const { deps } = await composeSetup([...corpus, { ...article, id: 'korean', articleBody }]);
    const { record } = editionIn(await composeAt('2026-11-16', deps));
    expect(record.articles).toHaveLength(corpus.length);
    expect(record.quarantined.map(formatFault)).toEqual([
      'korean: articleBody: expected a text in English, the only language that is analysed, found Korean',
    ]);
    const next = editionIn(await composeAt('2026-11-23', deps));
    expect(next.record.noChange).toBe(true);
  });

  it('leaves out articles of other topics and of no era, and names the latter', async () => {
    const [article] = corpus as [Article];
    const { deps } = await composeSetup([
      ...corpus,
      { ...article, id: 'other', topics: ['harbour-talks'] },
      { ...article, id: 'between', datePublished: '2022-05-01' },
    ]);
    const { record } = editionIn(await composeAt('2026-11-16', deps));
    expect(record.outsideEras).toEqual(['between']);
    expect(record.articles).toHaveLength(corpus.length);
  });

  it('skips a slot without news where the topic says so', async () => {
    const { deps } = await composeSetup(corpus, sampleTopic({ whenNothingNew: 'skip' }));
    await composeAt('2026-11-16', deps);
    expect(await composeAt('2026-11-23', deps)).toMatchObject({ kind: 'skipped' });
    expect(await deps.editions.get(slotOf('2026-11-23'))).toBeNull();
  });

  it('says that nothing is new where the topic wants to be told', async () => {
    const { deps } = await composeSetup(corpus, sampleTopic({ whenNothingNew: 'send' }));
    await composeAt('2026-11-16', deps);
    expect(editionIn(await composeAt('2026-11-23', deps)).record.noChange).toBe(true);
  });

  it('counts a corrected article as news', async () => {
    const { deps } = await composeSetup(corpus, sampleTopic({ whenNothingNew: 'skip' }));
    await composeAt('2026-11-16', deps);
    await deps.articles.put({ ...(corpus[0] as Article), headline: 'Corrected' });
    expect(editionIn(await composeAt('2026-11-23', deps)).record.noChange).toBe(false);
  });

  it.each([
    [['2025'], '2020 has no article, needed are 2 passages', 'dated 2020-01-01 to 2020-12-31'],
    [['2020'], '2025 has no article, needed are 2 passages', 'dated 2025-01-01 to 2025-12-31'],
    [[], '2020 has no article', '2025 has no article'],
  ])('refuses to compare %j alone, and says what is missing', async (years, ...parts) => {
    const { deps, folder } = await composeSetup(sampleCorpus(years));
    await mkdir(join(folder, 'articles'), { recursive: true });
    await writeFile(join(folder, 'articles/broken.json'), '{');
    const outcome = await composeAt('2026-11-16', deps);
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ field: '' }] });
    for (const part of parts) expect('reason' in outcome && outcome.reason).toContain(part);
    expect(await deps.editions.get(slotOf('2026-11-16'))).toBeNull();
  });

  it('analyses an article once, also for later editions', async () => {
    const { deps, folder } = await composeSetup(corpus, sampleTopic({ whenNothingNew: 'send' }));
    const first = editionIn(await composeAt('2026-11-16', deps));
    expect(await readdir(join(folder, 'analyses'))).toHaveLength(corpus.length);
    const put = vi.spyOn(deps.analyses, 'put');
    const second = editionIn(await composeAt('2026-11-23', deps));
    expect(put).not.toHaveBeenCalled();
    expect(second.record.evidence).toEqual(first.record.evidence);
  });

  it('makes a damaged analysis anew', async () => {
    const { deps, folder } = await composeSetup(corpus, sampleTopic({ whenNothingNew: 'send' }));
    const first = editionIn(await composeAt('2026-11-16', deps));
    for (const name of await readdir(join(folder, 'analyses')))
      await writeFile(join(folder, 'analyses', name), '{"sentences":');
    const second = editionIn(await composeAt('2026-11-23', deps));
    expect(second.record.evidence).toEqual(first.record.evidence);
  });

  it('tells after each article how far it is', async () => {
    const { deps } = await composeSetup(corpus);
    const onProgress = vi.fn();
    await composeAt('2026-11-16', { ...deps, onProgress });
    const steps = corpus.map((_, i) => [i + 1, corpus.length]);
    expect(onProgress.mock.calls).toEqual(steps);
  });
});

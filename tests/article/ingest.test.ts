import { describe, expect, it } from 'vitest';
import { articleHash } from '#lib/article/article-hash.ts';
import type { ArticleStore, PutOutcome, Quarantined } from '#lib/article/article-store.ts';
import type { Article } from '#lib/article/article.ts';
import { ingest, type IngestReport } from '#lib/article/ingest.ts';
import { DependencyError } from '#lib/dependency-error.ts';
import { markedPage } from './dump/marked-page.ts';
import { bytesOf, sampleArticle } from './sample-article.ts';

const CONTEXT = { topicIds: ['harbour-treaty'], now: new Date('2026-01-01T00:00:00Z') };

class MemoryStore implements ArticleStore {
  readonly articles = new Map<string, Article>();
  refused: Quarantined[] = [];
  /** Ids on which the disk is full. */
  readonly failing = new Set<string>();
  /** Nothing more goes into quarantine. */
  isFull = false;

  async put(article: Article): Promise<PutOutcome> {
    if (this.failing.has(article.id))
      throw new DependencyError(
        'write',
        `${article.id}.json`,
        new Error('no space left on device'),
      );
    const stored = this.articles.get(article.id);
    if (stored && articleHash(stored) === articleHash(article)) return 'same';
    this.articles.set(article.id, article);
    return stored ? 'new-version' : 'new';
  }
  async *list() {
    for (const [source, value] of this.articles)
      yield { source, parsed: { ok: true as const, value } };
  }
  async get(id: string): Promise<Article | null> {
    return this.articles.get(id) ?? null;
  }
  async quarantine(entry: Quarantined): Promise<void> {
    if (this.isFull) throw new DependencyError('write', 'quarantine', new Error('disk full'));
    await this.release(entry.source);
    this.refused.push(entry);
  }
  async release(source: string): Promise<void> {
    this.refused = this.refused.filter((entry) => entry.source !== source);
  }
  async listQuarantined(): Promise<Quarantined[]> {
    return this.refused;
  }
}

async function run(store: ArticleStore, ...texts: string[]): Promise<IngestReport[]> {
  const inputs = texts.map((text, index) => ({ source: `${index + 1}.txt`, bytes: bytesOf(text) }));
  const reports: IngestReport[] = [];
  for await (const report of ingest(inputs, store, CONTEXT)) reports.push(report);
  return reports;
}

const json = (changes: Record<string, unknown> = {}) => JSON.stringify(sampleArticle(changes));
const outcomes = (reports: IngestReport[]) => reports.map(({ outcome }) => outcome);

describe('ingest', () => {
  it('stores the same page once', async () => {
    const { page } = markedPage('wire-agency');
    const store = new MemoryStore();
    const reports = await run(store, page, page);
    expect(outcomes(reports)).toEqual(['new', 'same']);
    expect(reports[0]).toMatchObject({
      source: '1.txt',
      id: 'reuters-2021-03-04-envoys-meet-oslo-talks-harbour-treaty',
      headline: 'Envoys to meet in Oslo as talks on the harbour treaty restart: source',
      faults: [],
    });
    expect(store.articles.size).toBe(1);
  });

  it('stores a corrected article as a new version', async () => {
    const corrected = json({ articleBody: 'The envoys met in Oslo on Tuesday.' });
    expect(outcomes(await run(new MemoryStore(), json(), corrected, corrected))).toEqual([
      'new',
      'new-version',
      'same',
    ]);
  });

  it('keeps the address and topics that a poorer copy of the page lacks', async () => {
    const store = new MemoryStore();
    await run(
      store,
      json({ topics: ['ferries'] }),
      json({ url: null, articleBody: 'The envoys met again.' }),
    );
    expect([...store.articles.values()]).toMatchObject([
      { url: 'https://courier.example/2020/05/05/envoys', topics: ['ferries', 'harbour-treaty'] },
    ]);
  });

  it('never replaces an article by another of the same id', async () => {
    const store = new MemoryStore();
    const other = json({
      headline: 'Storm closes ports',
      url: 'https://courier.example/storm',
      articleBody: 'A storm came.',
    });
    const reports = await run(store, json(), other, json({ publisher: { name: 'Another' } }));
    expect(outcomes(reports)).toEqual(['new', 'quarantined', 'quarantined']);
    expect(reports[1]?.faults).toMatchObject([
      { source: '2.txt', field: 'id', found: 'Storm closes ports' },
    ]);
    expect([...store.articles.values()]).toMatchObject([{ headline: 'Envoys meet in Oslo' }]);
  });

  it('quarantines what is refused, with reason and time, and goes on', async () => {
    const store = new MemoryStore();
    const reports = await run(store, '{"id": ', json(), '');
    expect(outcomes(reports)).toEqual(['quarantined', 'new', 'quarantined']);
    expect(store.refused).toMatchObject([
      {
        source: '1.txt',
        at: '2026-01-01T00:00:00.000Z',
        faults: [{ expected: 'well-formed JSON' }],
      },
      { source: '3.txt' },
    ]);
  });

  it('reports a store that cannot write, and goes on with the others', async () => {
    const store = new MemoryStore();
    store.failing.add('full');
    const reports = await run(store, json({ id: 'full' }), json());
    expect(outcomes(reports)).toEqual(['failed', 'new']);
    expect(reports[0]?.faults).toMatchObject([
      { source: '1.txt', found: 'cannot write full.json: no space left on device' },
    ]);
  });

  it('reports each refused article of an input under one entry, after the others', async () => {
    const store = new MemoryStore();
    const list = [{ headline: 1 }, sampleArticle(), { articleBody: 2 }];
    const reports = await run(store, JSON.stringify(list));
    expect(outcomes(reports)).toEqual(['new', 'quarantined', 'quarantined']);
    expect(reports.map(({ source }) => source)).toEqual(['1.txt', '1.txt#1', '1.txt#3']);
    const [entry, ...more] = store.refused;
    expect(more).toEqual([]);
    expect(entry?.source).toBe('1.txt');
    expect(new Set(entry?.faults.map(({ source }) => source))).toEqual(
      new Set(['1.txt#1', '1.txt#3']),
    );
  });

  it('takes an input out of quarantine once all of it is stored', async () => {
    const store = new MemoryStore();
    await run(store, JSON.stringify([sampleArticle(), { headline: 1 }]));
    expect(store.refused).toHaveLength(1);
    store.failing.add('full');
    await run(store, json({ id: 'full' }));
    expect(store.refused).toHaveLength(1);
    expect(outcomes(await run(store, json()))).toEqual(['same']);
    expect(store.refused).toEqual([]);
  });

  it('reports what it could neither read nor quarantine as failed, with both reasons', async () => {
    const store = new MemoryStore();
    store.isFull = true;
    const [report] = await run(store, '{"id": ');
    expect(report).toMatchObject({
      outcome: 'failed',
      faults: [{ expected: 'well-formed JSON' }, { found: 'cannot write quarantine: disk full' }],
    });
  });

  it('reports what was mended in an article that it stored', async () => {
    const { page } = markedPage('wire-agency');
    const [report] = await run(new MemoryStore(), page.replace('coastal', 'coas\0tal'));
    expect(report).toMatchObject({
      outcome: 'new',
      faults: [{ found: '1 control characters' }],
    });
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '#lib/article/article.ts';
import { parseBrand } from '#lib/briefing/brand.ts';
import { compose } from '#lib/edition/compose.ts';
import { openLocal } from '#lib/local/open-local.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import { syntheticArticles } from './synthetic-articles.ts';
import type { ProcessResult } from './thousand-articles.ts';

const WORDS = 800;
const count = Number(process.argv[2]);
const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'));

const topic = parseTopic(await readJson('lib/topic/topics/us-north-korea.json'), 'topic');
const brand = parseBrand(await readJson('templates/brand.json'), 'brand');
if (!topic.ok || !brand.ok) throw new Error('the topic and the brand of the project are valid');

const segmenterMs = await storeArticles();
const coldMs = await composeMs('2026-11-09');
const warmMs = await composeMs('2026-11-16');
const peakMb = process.resourceUsage().maxRSS / 1024;
await rm(folder, { recursive: true });
const result: ProcessResult = { articles: count, coldMs, warmMs, segmenterMs, peakMb };
console.log(JSON.stringify(result));

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** Writes the articles to the store; gives the peer's time over the same texts. */
async function storeArticles(): Promise<number> {
  const stores = await openLocal(folder);
  let peerMs = 0;
  for (const article of syntheticArticles(count, WORDS)) {
    await stores.articles.put(article);
    peerMs += segmentMs(article);
  }
  await stores.close();
  return peerMs;
}

function segmentMs({ articleBody }: Article): number {
  const started = performance.now();
  for (const granularity of ['sentence', 'word'] as const)
    Array.from(new Intl.Segmenter('en', { granularity }).segment(articleBody));
  return performance.now() - started;
}

/** Time to compose an edition with freshly opened stores. */
async function composeMs(date: string): Promise<number> {
  if (!topic.ok || !brand.ok) throw new Error('checked above');
  const stores = await openLocal(folder);
  const started = performance.now();
  const slot = { topicId: topic.value.id, date };
  const outcome = await compose(slot, new Date(`${date}T00:00:00Z`), {
    ...stores,
    topic: topic.value,
    brand: brand.value,
  });
  const ms = performance.now() - started;
  await stores.close();
  if (outcome.kind !== 'frozen') throw new Error(`composed nothing: ${outcome.kind}`);
  return ms;
}

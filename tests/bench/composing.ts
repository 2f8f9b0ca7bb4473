import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleStore } from '#lib/article/article-store.ts';
import { parseArticle } from '#lib/article/parse-article.ts';
import { parseBrand } from '#lib/briefing/brand.ts';
import { parseEditionView } from '#lib/briefing/edition-view.ts';
import { renderView } from '#lib/briefing/render-view.ts';
import { compose } from '#lib/edition/compose.ts';
import { openLocal } from '#lib/local/open-local.ts';
import { compileTemplates } from '#lib/studio/compile-templates.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import { medianMs, milliseconds, printMeasurements } from './measure.ts';

const RUNS = 9;
/** Rendering takes a millisecond or two; the first runs warm the program up. */
const RENDERINGS = 201;
const SAMPLES = 'lib/local/sample-articles';

/**
 * One edition of the sample corpus, from stored articles to the frozen edition, nothing kept; and its last step alone.
 * Peer: compiling the same templates with MJML, which an edition would pay if it compiled when it sends.
 */
export async function benchComposing(): Promise<void> {
  const composing = await medianMs(RUNS, composeSampleEdition);
  const peer = await medianMs(RUNS, () => compileTemplates('templates'));
  const sample = 'templates/samples/edition/rich.json';
  const view = parseEditionView(await readJson(sample), sample);
  if (!view.ok) throw new Error('the samples of the project are valid');
  const rendering = await medianMs(RENDERINGS, () => renderView(view.value));
  printMeasurements('Composing', [
    {
      what: 'the sample edition, in a fresh state folder',
      value: milliseconds(composing),
      peer: 'MJML compiling its templates',
      ratio: composing / peer,
    },
    {
      what: 'its rendering: a rich view, HTML and text',
      value: milliseconds(rendering),
      peer: 'MJML compiling its templates',
      ratio: rendering / peer,
    },
  ]);
}

async function composeSampleEdition(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  const stores = await openLocal(folder);
  await storeSamples(stores.articles);
  const topic = parseTopic(await readJson('lib/topic/topics/us-north-korea.json'), 'topic');
  const brand = parseBrand(await readJson('templates/brand.json'), 'brand');
  if (!topic.ok || !brand.ok) throw new Error('the topic and the brand of the project are valid');
  const slot = { topicId: topic.value.id, date: '2026-11-16' };
  const deps = { ...stores, topic: topic.value, brand: brand.value };
  const outcome = await compose(slot, new Date('2026-11-16T00:00:00Z'), deps);
  if (outcome.kind !== 'frozen') throw new Error('the sample corpus makes an edition');
  await stores.close();
  await rm(folder, { recursive: true });
}

async function storeSamples(store: ArticleStore): Promise<void> {
  for (const name of await readdir(SAMPLES)) {
    const article = parseArticle(await readJson(join(SAMPLES, name)), name);
    if (article.ok) await store.put(article.value);
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

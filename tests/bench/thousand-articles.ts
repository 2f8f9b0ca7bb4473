import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '#lib/article/article.ts';
import { openLocal } from '#lib/local/open-local.ts';
import { printMeasurements, seconds, type Measurement } from './measure.ts';
import { syntheticArticles } from './synthetic-articles.ts';

const SIZES = [250, 500, 1000];
const WORDS = 800;
/** Makes a process print the most memory that it held, in kB. */
const PEAK =
  'data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';

interface Run {
  ms: number;
  peakMb: number;
}

/**
 * `parley compose` with many articles of 800 words in the store, cold and with their analyses kept, each in
 * a process of its own. Peer: the platform's own `Intl.Segmenter` finding sentences and words in the same
 * texts, the least that any analysis of them has to do.
 */
export async function benchThousandArticles(): Promise<void> {
  const measurements: Measurement[] = [];
  const perArticle: number[] = [];
  for (const count of SIZES) {
    const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'));
    const segmenterMs = await storeArticles(folder, syntheticArticles(count, WORDS));
    const cold = composeSlot(folder, '2026-11-09');
    const warm = composeSlot(folder, '2026-11-16');
    measurements.push(
      measurement(`${count} articles, cold`, cold, segmenterMs),
      measurement(`${count} articles, analyses kept`, warm, segmenterMs),
    );
    perArticle.push(cold.ms / count);
    await rm(folder, { recursive: true });
  }
  printMeasurements('Articles of 800 words, composed into an edition', measurements);
  const growth = (perArticle.at(-1) ?? NaN) / (perArticle[0] ?? NaN);
  console.log(`  time an article at ${SIZES.at(-1)} against ${SIZES[0]}: ${growth.toFixed(2)} ×`);
}

function measurement(what: string, { ms, peakMb }: Run, peerMs: number): Measurement {
  const peer = 'Intl.Segmenter';
  return { what: `${what}, ${peakMb.toFixed(0)} MB`, value: seconds(ms), peer, ratio: ms / peerMs };
}

/** Writes the articles to the store of a state folder; gives the peer's time over the same texts. */
async function storeArticles(folder: string, articles: Article[]): Promise<number> {
  const stores = await openLocal(folder);
  let peerMs = 0;
  for (const article of articles) {
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

function composeSlot(folder: string, slot: string): Run {
  const started = performance.now();
  const options = ['compose', '--state', folder, '--slot', slot];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', PEAK, 'dist/parley.js', ...options],
    { encoding: 'utf8' },
  );
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`parley compose ended with ${status}: ${stderr.slice(0, 500)}`);
  return { ms, peakMb: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}

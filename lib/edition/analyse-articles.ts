import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { analyse, ENGINE_VERSION } from '#lib/analysis/analyse.ts';
import type { Analysis } from '#lib/analysis/analysis.ts';
import type { Article } from '#lib/article/article.ts';
import { reasonOf } from '#lib/dependency-error.ts';
import type { Fault } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { AnalysisStore } from './analysis-store.ts';
import type { GatheredArticle } from './gather-articles.ts';
import { packAnalysis, unpackAnalysis } from './kept-analysis.ts';

const READS_AT_ONCE = 16;

/** An article with what is found in it. */
export interface AnalysedArticle extends GatheredArticle {
  analysis: Analysis;
}

export interface AnalyseDeps {
  analyses: AnalysisStore;
  onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Analyses articles, each once per version of article, topic and engine: the next time the kept
 * analysis is read. An article on which the analysis fails is a fault; the others go on.
 */
export async function analyseArticles(
  articles: GatheredArticle[],
  topic: Topic,
  { analyses, onProgress }: AnalyseDeps,
): Promise<{ analysed: AnalysedArticle[]; faults: Fault[] }> {
  const topicHash = sha256(JSON.stringify(topic));
  const analysed: AnalysedArticle[] = [];
  const faults: Fault[] = [];
  const work = async (each: GatheredArticle) => {
    const key = sha256([ENGINE_VERSION, topicHash, each.hash].join('\n'));
    return { each, analysis: await analyseOnce(each.article, key, topic, analyses) };
  };
  for await (const { each, analysis } of mapConcurrently(articles, READS_AT_ONCE, work)) {
    if ('expected' in analysis) faults.push(analysis);
    else analysed.push({ ...each, analysis });
    onProgress?.(analysed.length + faults.length, articles.length);
  }
  return { analysed, faults };
}

async function analyseOnce(
  article: Article,
  key: string,
  topic: Topic,
  store: AnalysisStore,
): Promise<Analysis | Fault> {
  const kept = await store.get(key);
  const standing = kept === null ? null : unpackAnalysis(kept, article);
  if (standing !== null) return standing;
  // Analysing keeps the thread busy: others get their turn between two articles.
  await breathe();
  const analysis = tryAnalyse(article, topic);
  if (!('expected' in analysis)) await store.put(key, packAnalysis(analysis, article));
  return analysis;
}

function tryAnalyse(article: Article, topic: Topic): Analysis | Fault {
  try {
    return analyse(article, topic);
  } catch (error) {
    const expected = 'a text that can be analysed';
    return { source: article.id, field: 'articleBody', expected, found: reasonOf(error) };
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

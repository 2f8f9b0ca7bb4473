import type { Article } from '#lib/article/article.ts';
import type { ArticleSource } from '#lib/article/article-source.ts';
import type { Fault, Parsed } from '#lib/fault.ts';
import { fetchSources } from '#lib/local/fetch-sources.ts';
import type { Terminal } from './terminal.ts';

/**
 * Reads the articles that sources of a command line name, past the store.
 * @param read how an input becomes articles
 */
export async function readArticleFiles<T = Article>(
  names: readonly string[],
  { stdin }: Pick<Terminal, 'stdin'>,
  read: (source: ArticleSource) => Parsed<T>[],
): Promise<{ articles: T[]; faults: Fault[] }> {
  const articles: T[] = [];
  const faults: Fault[] = [];
  const onFault = (fault: Fault) => faults.push(fault);
  for await (const source of fetchSources(names, { stdin, onFault })) {
    for (const each of read(source)) {
      if (each.ok) articles.push(each.value);
      else faults.push(...each.faults);
    }
  }
  return { articles, faults };
}

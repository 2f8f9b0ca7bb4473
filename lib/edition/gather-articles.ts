import { languageFault } from '#lib/analysis/language-fault.ts';
import type { Article } from '#lib/article/article.ts';
import { articleHash } from '#lib/article/article-hash.ts';
import type { ArticleStore } from '#lib/article/article-store.ts';
import type { Fault, Parsed } from '#lib/fault.ts';
import type { Era } from '#lib/outlook/comparison.ts';
import { eraOf } from '#lib/topic/era.ts';
import type { Topic } from '#lib/topic/topic.ts';

/** Articles of one era in one edition. Above it the newest are read: memory and time stay bounded. */
export const ARTICLES_AN_ERA_MAX = 2_500;

/** An article that an edition reads. */
export interface GatheredArticle {
  article: Article;
  /** Of the version used. */
  hash: string;
  era: Era;
}

/** The articles of a topic, sorted out. */
export interface Gathered {
  articles: GatheredArticle[];
  /** What cannot be read, or is in a language that is not analysed. Other topics' articles cannot be told apart here, so each topic counts them. */
  faults: Fault[];
  /** Ids of articles that lie in neither era. */
  outsideEras: string[];
}

/**
 * Reads the articles of a topic; one that cannot be read is quarantined and never stops the others, one that can
 * be read again leaves the quarantine.
 */
export async function gatherArticles(
  topic: Topic,
  store: ArticleStore,
  now: Date,
): Promise<Gathered> {
  const gathered: Gathered = { articles: [], faults: [], outsideEras: [] };
  const standing = new Set((await store.listQuarantined()).map(({ source }) => source));
  for await (const { source, parsed } of store.list()) {
    const faults = parsed.ok ? sortOut(parsed.value, topic, gathered) : parsed.faults;
    gathered.faults.push(...faults);
    if (faults.length > 0) await store.quarantine({ source, faults, at: now.toISOString() });
    else if (standing.has(source) && isOf(parsed, topic)) await store.release(source);
  }
  return { ...gathered, ...limit(gathered) };
}

/** Of other topics' articles it is not known whether theirs can read them. */
const isOf = (parsed: Parsed<Article>, { id }: Topic) =>
  parsed.ok && parsed.value.topics.includes(id);

/** Puts an article where it belongs, or gives the faults for which an edition cannot read it. */
function sortOut(article: Article, topic: Topic, { articles, outsideEras }: Gathered): Fault[] {
  if (!article.topics.includes(topic.id)) return [];
  const era = eraOf(topic, article.datePublished);
  const fault = era && languageFault(article);
  if (fault) return [fault];
  if (era === null) outsideEras.push(article.id);
  else articles.push({ article, era, hash: articleHash(article) });
  return [];
}

/** The newest articles of each era within the limit; a fault says how many were left out. */
function limit({ articles, faults }: Gathered): Pick<Gathered, 'articles' | 'faults'> {
  const left = new Set<GatheredArticle>();
  for (const era of ['then', 'now'] as const) {
    const newest = articles
      .filter((each) => each.era === era)
      .sort((a, b) => b.article.datePublished.localeCompare(a.article.datePublished));
    for (const each of newest.slice(ARTICLES_AN_ERA_MAX)) left.add(each);
  }
  if (left.size === 0) return { articles, faults };
  const fault = {
    source: 'the articles of the topic',
    field: '',
    expected: `at most ${ARTICLES_AN_ERA_MAX} an era, of which the newest are read`,
    found: `${left.size} more`,
  };
  return { articles: articles.filter((each) => !left.has(each)), faults: [...faults, fault] };
}

import type { Command } from 'commander';
import type { ArticleSource } from '#lib/article/article-source.ts';
import { readArticles } from '#lib/article/read-articles.ts';
import { articleHash } from '#lib/article/article-hash.ts';
import { analyseArticles, type AnalysedArticle } from '#lib/edition/analyse-articles.ts';
import type { AnalysisStore } from '#lib/edition/analysis-store.ts';
import { gatherArticles, type Gathered } from '#lib/edition/gather-articles.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
import type { Stores } from '#lib/stores.ts';
import { compareEras } from '#lib/outlook/compare-eras.ts';
import { eraOf } from '#lib/topic/era.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { chooseTopic } from '../choose-topic.ts';
import { comparisonData, comparisonLines } from '../comparison-listing.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import { readArticleFiles } from '../read-article-files.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { withStores } from '../with-stores.ts';

/** `parley compare`: the two outlooks side by side, factor by factor. */
export function addCompare(program: Command, runner: Runner): void {
  program
    .command('compare')
    .description('compare the two eras, factor by factor, with verdict and evidence')
    .argument('[source...]', 'articles to compare; without, those of the store')
    .option('--topic <id>', 'topic whose eras are compared')
    .addHelpText(
      'after',
      examples(
        ['parley compare', 'the articles of the store'],
        ['parley compare then.html now.html', 'two pages, past the store'],
        ['parley compare --json', 'with all evidence, for a script'],
      ),
    )
    .action((names: string[], options: { topic?: string }, command: Command) =>
      runner.run(command, (session) => compareArticles(session, names, options.topic)),
    );
}

async function compareArticles(
  session: Session,
  names: string[],
  topicId?: string,
): Promise<Report> {
  const topic = chooseTopic(await loadTopics(session.settings), topicId);
  const read =
    names.length === 0
      ? await withStores(session, (stores) => readStore(session, topic, stores))
      : await readFiles(session, topic, names);
  const listed = { ...read, topic, comparison: compareEras(topic, read.analysed) };
  return {
    data: { ...comparisonData(listed), faults: read.faults },
    lines: comparisonLines(listed),
    problems: read.faults.map(formatFault),
  };
}

/** Analysed articles of both eras, and what was left out. */
interface ReadArticles {
  analysed: AnalysedArticle[];
  outsideEras: string[];
  faults: Fault[];
}

async function readStore(
  session: Session,
  topic: Topic,
  { articles, analyses }: Stores,
): Promise<ReadArticles> {
  const gathered = await gatherArticles(topic, articles, session.settings.now);
  return analyseGathered(session, topic, gathered, analyses);
}

/** Past the store: nothing is written. */
async function readFiles(session: Session, topic: Topic, names: string[]): Promise<ReadArticles> {
  const context = { topicIds: [topic.id], now: session.settings.now };
  const read = (source: ArticleSource) => readArticles(source, context);
  const { articles, faults } = await readArticleFiles(names, session.terminal, read);
  const gathered: Gathered = { articles: [], faults, outsideEras: [] };
  for (const article of articles) {
    const era = eraOf(topic, article.datePublished);
    if (era === null) gathered.outsideEras.push(article.id);
    else gathered.articles.push({ article, era, hash: articleHash(article) });
  }
  return analyseGathered(session, topic, gathered, KEPT_NOWHERE);
}

const KEPT_NOWHERE: AnalysisStore = {
  get: () => Promise.resolve(null),
  put: () => Promise.resolve(),
};

async function analyseGathered(
  { progress }: Session,
  topic: Topic,
  { articles, faults, outsideEras }: Gathered,
  analyses: AnalysisStore,
): Promise<ReadArticles> {
  const found = await analyseArticles(articles, topic, {
    analyses,
    onProgress: (done, of) => progress.step('articles analysed:', done, of),
  });
  return { analysed: found.analysed, outsideEras, faults: [...faults, ...found.faults] };
}

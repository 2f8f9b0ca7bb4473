import type { Command } from 'commander';
import type { Article } from '#lib/article/article.ts';
import type { ArticleSource } from '#lib/article/article-source.ts';
import { readArticles } from '#lib/article/read-articles.ts';
import { articleHash } from '#lib/article/article-hash.ts';
import { analyseArticles } from '#lib/edition/analyse-articles.ts';
import { gatherArticles, type Gathered } from '#lib/edition/gather-articles.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
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
  const { settings, terminal, progress } = session;
  const topic = chooseTopic(await loadTopics(settings), topicId);
  const context = { topicIds: [topic.id], now: settings.now };
  const read = (source: ArticleSource) => readArticles(source, context);
  return withStores(session, async ({ articles, analyses }) => {
    const gathered =
      names.length === 0
        ? await gatherArticles(topic, articles, settings.now)
        : sortOut(topic, await readArticleFiles(names, terminal, read));
    const { analysed, faults } = await analyseArticles(gathered.articles, topic, {
      analyses,
      onProgress: (done, of) => progress.step('articles analysed:', done, of),
    });
    const comparison = compareEras(topic, analysed);
    const listed = { topic, comparison, analysed, outsideEras: gathered.outsideEras };
    const problems = [...gathered.faults, ...faults];
    return {
      data: { ...comparisonData(listed), faults: problems },
      lines: comparisonLines(listed),
      problems: problems.map(formatFault),
    };
  });
}

function sortOut(topic: Topic, read: { articles: Article[]; faults: Fault[] }): Gathered {
  const gathered: Gathered = { articles: [], faults: read.faults, outsideEras: [] };
  for (const article of read.articles) {
    const era = eraOf(topic, article.datePublished);
    if (era === null) gathered.outsideEras.push(article.id);
    else gathered.articles.push({ article, era, hash: articleHash(article) });
  }
  return gathered;
}

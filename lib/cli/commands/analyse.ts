import type { Command } from 'commander';
import { analyse } from '#lib/analysis/analyse.ts';
import { languageFault } from '#lib/analysis/language-fault.ts';
import { readLeniently } from '#lib/article/read-articles.ts';
import { formatFault } from '#lib/fault.ts';
import { analysisData, analysisLines } from '../analysis-listing.ts';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import { readArticleFiles } from '../read-article-files.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';

/** `parley analyse`: what is found in one article. Reads and writes no store. */
export function addAnalyse(program: Command, runner: Runner): void {
  program
    .command('analyse')
    .description('show what is found in an article: factors, directions, likelihood, who says what')
    .argument('<source>', 'a page, a text dump, article JSON, an address, or - for standard input')
    .option('--topic <id>', 'topic whose actors and words are looked for')
    .addHelpText(
      'after',
      examples(
        ['parley analyse page.html', 'a listing to read'],
        ['parley analyse page.html --json', 'every sentence with all that was found in it'],
      ),
    )
    .action((source: string, options: { topic?: string }, command: Command) =>
      runner.run(command, (session) => analyseSource(session, source, options.topic)),
    );
}

async function analyseSource(
  { settings, terminal }: Session,
  source: string,
  topicId: string | undefined,
): Promise<Report> {
  const topic = chooseTopic(await loadTopics(settings), topicId);
  const context = { topicIds: [topic.id], now: settings.now };
  const { articles, faults } = await readArticleFiles([source], terminal, (input) =>
    readLeniently(input, context),
  );
  const analysed = articles.map(({ article, missing }) => ({
    article,
    missing,
    analysis: analyse(article, topic),
  }));
  const unread = analysed.flatMap(({ article }) => languageFault(article) ?? []);
  const data = analysed.map(analysisData);
  return {
    // One article is the common case, and what a script wants; a feed gives a list.
    data: data.length === 1 ? data[0] : data,
    lines: analysed.flatMap((each, index) => [
      ...(index > 0 ? ['', ''] : []),
      ...analysisLines(each),
    ]),
    problems: [...faults, ...unread].map(formatFault),
  };
}

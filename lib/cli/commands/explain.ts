import type { Command } from 'commander';
import { explainEdition } from '#lib/edition/explain-edition.ts';
import { formatFault } from '#lib/fault.ts';
import { explainFactor } from '#lib/outlook/explain.ts';
import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import { chooseSlot, parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { explainedFactorData, explainedFactorLines } from '../explain/explained-factor.ts';
import { overviewData, overviewLines } from '../explain/overview.ts';
import { parseFactor } from '../explain/parse-factor.ts';
import { loadTopics } from '../load-topics.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { withStores } from '../with-stores.ts';

/** `parley explain`: why the verdicts of an edition stand. */
export function addExplain(program: Command, runner: Runner): void {
  program
    .command('explain')
    .description(
      'tell why the verdicts of an edition stand: rules, weights, evidence, what was left out and why',
    )
    .argument('<slot>', 'scheduled date of the edition', parseSlotDate)
    .argument(
      '[factor]',
      `one of ${FACTORS.join(', ')}, or its name in the mail; without, a line for each`,
      parseFactor,
    )
    .option('--topic <id>', 'topic of the digest')
    .addHelpText(
      'after',
      examples(
        ['parley explain 2026-11-16', 'verdicts, what decided each, what the gate dropped'],
        ['parley explain 2026-11-16 terms', 'figures and evidence of one factor'],
        ['parley explain 2026-11-16 terms --json', 'with every finding and rule, for a script'],
      ),
    )
    .action(
      (date: string, factor: Factor | undefined, options: { topic?: string }, command: Command) =>
        runner.run(command, (session) => explain(session, date, factor, options.topic)),
    );
}

async function explain(
  session: Session,
  date: string,
  factor: Factor | undefined,
  topicId: string | undefined,
): Promise<Report> {
  const { settings, progress } = session;
  const topic = chooseTopic(await loadTopics(settings), topicId);
  const slot = chooseSlot(topic, date, settings.now);
  return withStores(session, async (stores) => {
    const explained = await explainEdition(slot, settings.now, {
      ...stores,
      topic,
      onProgress: (done, of) => progress.step('articles analysed:', done, of),
    });
    const context = { topic, slot, explained };
    const problems = explained.faults.map(formatFault);
    if (factor === undefined)
      return { data: overviewData(context), lines: overviewLines(context), problems };
    const explanation = explainFactor(explained.comparison, explained.analysed, factor);
    return {
      data: explainedFactorData(context, explanation),
      lines: explainedFactorLines(context, explanation),
      problems,
    };
  });
}

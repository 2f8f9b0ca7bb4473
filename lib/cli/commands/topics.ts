import type { Command } from 'commander';
import { formatFault } from '#lib/fault.ts';
import { dueSlotDate, nextSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { describeSchedule } from '../choose-slot.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { table } from '../table.ts';

/** `parley topics`: what can be followed. */
export function addTopics(program: Command, runner: Runner): void {
  program
    .command('topics')
    .description(
      'list the topics, their eras and when they are due; say what is wrong with a topic file',
    )
    .addHelpText(
      'after',
      examples(
        ['parley topics', "Parley's own topics"],
        ['parley topics --topics my-topics', 'with the topic files of a folder of yours'],
      ),
    )
    .action((_options: unknown, command: Command) => runner.run(command, listTopics));
}

async function listTopics({ settings }: Session): Promise<Report> {
  const { topics, faults } = await loadTopics(settings);
  const entries = topics.map((topic) => describe(topic, settings.now));
  return {
    data: { topics: entries, faults },
    lines: entries.length > 0 ? entries.flatMap(toLines) : ['No topic is known.'],
    problems: faults.map(formatFault),
  };
}

function describe(topic: Topic, now: Date) {
  const { id, title, description, eras, schedule } = topic;
  return {
    id,
    title,
    description,
    eras,
    schedule,
    due: dueSlotDate(schedule, now),
    next: nextSlotDate(schedule, now),
    when: describeSchedule(topic),
  };
}

function toLines(entry: ReturnType<typeof describe>): string[] {
  const { then, now } = entry.eras;
  return [
    `${entry.id}: ${entry.title}`,
    `  ${entry.description}`,
    ...table(
      [
        ['then', `${then.label} (${then.from} to ${then.to})`],
        ['now', `${now.label} (${now.from} to ${now.to})`],
        ['due', `${entry.when}: slot ${entry.due}, next ${entry.next}`],
      ],
      '  ',
    ),
  ];
}

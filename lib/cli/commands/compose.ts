import type { Command } from 'commander';
import { addAnalystOptions, chooseAnalyst, type AnalystOptions } from '../analyst-options.ts';
import { chooseDueSlot, chooseSlot, formatSlot, parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import { composeEdition, composingAnew, recomposeEdition } from '../compose-edition.ts';
import { writeEditionFiles } from '../edition-files.ts';
import { composeFaults, editionData, editionLines } from '../edition-summary.ts';
import { examples } from '../examples.ts';
import { laterArticles } from '../later-articles.ts';
import { loadTopics } from '../load-topics.ts';
import { notComposed, notReplaced } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { withStores } from '../with-stores.ts';

interface ComposeOptions extends AnalystOptions {
  topic?: string;
  slot?: string;
  dryRun?: boolean;
  again?: boolean;
}

/** `parley compose`: the edition of a slot, made and frozen. */
export function addCompose(program: Command, runner: Runner): void {
  const command = program
    .command('compose')
    .description('make the edition of a slot and freeze it; a slot that has one keeps it')
    .option('--topic <id>', 'topic of the digest')
    .option('--slot <date>', 'scheduled date; without, the one that is due', parseSlotDate)
    .option('--dry-run', 'make it now without freezing it, whether or not the slot has one')
    .option('--again', 'make it of the articles and notes of now, if its sending has not begun');
  addAnalystOptions(command)
    .addHelpText(
      'after',
      examples(
        ['parley compose', 'the edition that is due'],
        ['parley compose --dry-run', 'what it would be'],
        ['parley compose --topic us-north-korea --slot 2026-11-16', 'a certain one'],
        ['parley compose --slot 2026-11-16 --again', 'with the corrections of parley edit'],
      ),
    )
    .action((options: ComposeOptions, _command: Command) =>
      runner.run(_command, (session) => composeSlot(session, options)),
    );
}

async function composeSlot(session: Session, options: ComposeOptions): Promise<Report> {
  const { settings } = session;
  if (options.dryRun && options.again)
    throw new UsageError('--dry-run makes it anew and keeps nothing, --again keeps it: use one');
  const analyst = await chooseAnalyst(options);
  const topic = chooseTopic(await loadTopics(settings), options.topic);
  const slot = (options.dryRun ? chooseSlot : chooseDueSlot)(topic, options.slot, settings.now);
  return withStores(session, async (stores) => {
    const used = options.dryRun ? composingAnew(stores) : stores;
    const make = options.again ? recomposeEdition : composeEdition;
    const outcome = await make(session, used, topic, slot, analyst);
    if (!('edition' in outcome)) return notComposed(slot, outcome);
    if (outcome.kind === 'begun' || outcome.kind === 'overtaken')
      return notReplaced(slot, outcome.kind, topic);
    const isTrial = options.dryRun === true;
    const siteUrl = stores.siteAddress ?? settings.siteUrl;
    const files = await writeEditionFiles(outcome.edition, { ...settings, siteUrl }, isTrial);
    return {
      data: {
        outcome: isTrial ? 'dry-run' : outcome.kind,
        files,
        edition: editionData(outcome.edition),
      },
      lines: [
        `${formatSlot(slot)}: ${isTrial ? 'composed, not frozen' : STANDING[outcome.kind]}`,
        ...editionLines(outcome.edition),
        ...(outcome.kind === 'exists'
          ? await laterArticles(session, stores, topic, outcome.edition)
          : []),
        `  ${files.html}`,
        `  ${files.text}`,
      ],
      problems: composeFaults(outcome),
    };
  });
}

const STANDING = {
  frozen: 'composed and frozen',
  exists: 'has an edition already, which stays as it is',
  replaced: 'composed again, and frozen in the place of the edition before',
  same: 'composed again, it says the same: the edition stays as it is',
} as const;

import { resolve } from 'node:path';
import type { Command } from 'commander';
import { templates } from '#templates';
import { openWorkshop } from '#lib/studio/workshop.ts';
import { listSamples } from '#lib/studio/samples.ts';
import { findChromium, takeShots } from '#lib/studio/take-shots.ts';
import { examples } from '../examples.ts';
import { loadBrand } from '../load-brand.ts';
import { templatesFolder } from '../package-root.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { studioThreads } from '../start/studio-threads.ts';
import { UsageError } from '../usage-error.ts';
import { refuseRemote } from '../with-stores.ts';

/** `parley shots`: every mail, sample and state as a picture. */
export function addShots(program: Command, runner: Runner): void {
  program
    .command('shots')
    .description(
      'save pictures of all templates with their samples: desktop and phone, light and dark',
    )
    .option('--out <folder>', 'where to', 'shots')
    .option('--mail <name>', 'of one template only')
    .addHelpText(
      'after',
      examples(
        ['parley shots', 'every mail, sample and state, into the folder shots'],
        ['parley shots --mail edition --out pictures', 'of the edition only'],
      ),
    )
    .action((options: { out: string; mail?: string }, command: Command) =>
      runner.run(command, (session) => shots(session, options)),
    );
}

async function shots(
  session: Session,
  { out, mail }: { out: string; mail?: string },
): Promise<Report> {
  refuseRemote(session);
  if (mail !== undefined) await assertMail(mail);
  const { terminal, progress } = session;
  const chromium = findChromium(terminal.env);
  if (chromium === null)
    throw new UsageError(
      'no Chromium or Chrome found: install one (apt install chromium), or name it in CHROME_PATH',
    );
  const folder = resolve(terminal.cwd, out);
  const threads = studioThreads(templatesFolder());
  const workshop = await openWorkshop({
    folder: templatesFolder(),
    compile: threads.compile,
    templates,
    brand: await loadBrand(),
  });
  try {
    // Templates may have changed since the build.
    await workshop.warm();
    const { files, faults } = await takeShots(workshop, {
      chromium,
      folder,
      mail: mail ?? null,
      onProgress: (done) => progress.step('pictures:', done),
    });
    const lines = [`${files.length} pictures in ${folder}`];
    return { data: { folder, files }, lines, problems: faults };
  } finally {
    workshop.close();
    threads.close();
  }
}

async function assertMail(name: string): Promise<void> {
  const mails = (await listSamples(templatesFolder())).map(({ mail }) => mail);
  if (!mails.includes(name))
    throw new UsageError(
      `no mail is called ${JSON.stringify(name)}; the mails are: ${mails.join(', ')}`,
    );
}

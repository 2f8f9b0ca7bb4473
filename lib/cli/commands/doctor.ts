import { join } from 'node:path';
import type { Command } from 'commander';
import { folderChecks } from '#lib/doctor/folder-checks.ts';
import { machineChecks } from '#lib/doctor/machine-checks.ts';
import { reading } from '#lib/doctor/reading.ts';
import { stackChecks } from '#lib/doctor/stack-checks.ts';
import { examineFolder } from '#lib/local/examine-folder.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { doctorReport } from '../doctor/check-lines.ts';
import { readDns, systemDns, type Dns } from '../doctor/read-dns.ts';
import { examples } from '../examples.ts';
import { loadBrand } from '../load-brand.ts';
import { loadTopics } from '../load-topics.ts';
import { packageRoot, templatesFolder } from '../package-root.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { withRemoteStores } from '../with-stores.ts';

/** `parley doctor`: whether all stands that Parley stands on. @param dns for tests */
export function addDoctor(program: Command, runner: Runner, dns: Dns = systemDns()): void {
  program
    .command('doctor')
    .description(
      'check all that Parley stands on: this machine, or with --remote the sender, SES, DNS and queues of a stack',
    )
    .addHelpText(
      'after',
      `${examples(
        ['parley doctor', 'this machine and its state folder'],
        ['parley doctor --remote', 'whether a stack can mail, and its mails arrive'],
      )}

Changes nothing. Exit code 1 where there is a fault.`,
    )
    .action((_options: unknown, command: Command) =>
      runner.run(command, (session) =>
        session.settings.remote === null
          ? examineMachine(session)
          : examineRemote(session, session.settings.remote, dns),
      ),
    );
}

async function examineMachine(session: Session): Promise<Report> {
  const { stateFolder } = session.settings;
  const program = {
    templates: templatesFolder(),
    compiled: join(packageRoot(), 'dist/templates/index.js'),
  };
  const facts = await examineFolder(stateFolder, program, session.settings.now);
  const checks = [...(await programChecks(session)), ...folderChecks(facts)];
  return doctorReport(`state in ${stateFolder}`, checks);
}

async function examineRemote(session: Session, stackName: string, dns: Dns): Promise<Report> {
  return withRemoteStores(stackName, async ({ stack, place }) => {
    const { examineStack } = await import('#lib/aws/examine-stack.ts');
    const { SenderAddress, SenderDomain: identityDomain, ConfigurationSet } = stack.outputs;
    const fromDomain = SenderAddress.slice(SenderAddress.lastIndexOf('@') + 1).toLowerCase();
    const facts = await examineStack(stack, session.terminal.now);
    const identity = facts.identity.ok ? facts.identity.value : null;
    const records = await readDns(dns, fromDomain, identityDomain, identity);
    const names = { fromDomain, identityDomain, configurationSet: ConfigurationSet };
    const checks = [...(await programChecks(session)), ...stackChecks(names, facts, records)];
    return doctorReport(place, checks);
  });
}

/** What the program needs, wherever it keeps things. */
async function programChecks({ settings }: Session) {
  const { topics, faults } = await loadTopics(settings);
  return machineChecks({
    nodeVersion: process.versions.node,
    oldestNode: manifest.engines.node.replace(/^\D+/, ''),
    topics: { number: topics.length, faults },
    postalAddress: await reading(async () => (await loadBrand()).postalAddress),
  });
}

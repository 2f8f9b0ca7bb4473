import type { Command } from 'commander';
import { NEW_KEY_MINUTES } from '#lib/subscription/key-ring.ts';
import { KEYS_REREAD_MINUTES } from '#lib/subscription/live-key-ring.ts';
import {
  changeRing,
  KEY_KEPT_DAYS,
  listKeys,
  OLD_KEY_SIGNS_MINUTES,
  withNewKey,
  withoutKey,
  type KeyInfo,
  type Refusal,
} from '#lib/subscription/rotate-keys.ts';
import { examples } from '../examples.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { withStores } from '../with-stores.ts';

/** `parley keys`: the keys that sign the links in the mails. */
export function addKeys(program: Command, runner: Runner): void {
  const group = program
    .command('keys')
    .description('list, rotate and retire the keys that sign the links in the mails')
    .addHelpText(
      'after',
      examples(
        ['parley keys list', 'which there are; never a key itself'],
        ['parley keys rotate', 'sign with a new one from now on'],
        ['parley keys retire k1', 'end all links that an old one signed'],
      ),
    );
  group
    .command('list')
    .description('list the keys with their ages')
    .action((_: unknown, command: Command) => runner.run(command, listAll));
  group
    .command('rotate')
    .description('sign links with a new key; links signed before go on working')
    .action((_: unknown, command: Command) => runner.run(command, rotate));
  addRetire(group, runner);
}

function addRetire(group: Command, runner: Runner): void {
  group
    .command('retire')
    .description('take an old key away: every link that it signed stops working')
    .argument('<id>', 'id of the key, as `parley keys list` shows it')
    .option('--force', `also one that signed within the last ${KEY_KEPT_DAYS} days`)
    .addHelpText(
      'after',
      examples(
        ['parley keys retire k1', 'an old one'],
        ['parley keys retire k1 --force', 'one that somebody else has come to know'],
      ),
    )
    .action((id: string, { force = false }: { force?: boolean }, command: Command) =>
      runner.run(command, (session) => retire(session, id, force)),
    );
}

async function listAll(session: Session): Promise<Report> {
  const { stored } = await withStores(session, ({ keyRing }) => keyRing.read());
  const keys = listKeys(stored);
  const rows = keys.map((key) => [key.id, ...wordsOf(key)]);
  return { data: { keys }, lines: table(rows), problems: [] };
}

function wordsOf({ isCurrent, createdAt, replacedAt }: KeyInfo): string[] {
  const made = createdAt === null ? 'age not recorded' : `made ${createdAt}`;
  const replaced =
    replacedAt === null ? 'verifies; not recorded since when' : `verifies since ${replacedAt}`;
  return [made, isCurrent ? 'signs' : replaced];
}

async function rotate(session: Session): Promise<Report> {
  const { now } = session.settings;
  const changed = await withStores(session, ({ keyRing }) =>
    changeRing<never>(keyRing, (ring) => ({ ring: withNewKey(ring, now) })),
  );
  if ('refused' in changed) return changed.refused;
  const [current, before] = listKeys(changed.ring);
  return {
    data: { current: current?.id, keys: listKeys(changed.ring) },
    lines: [
      `${current?.id} signs the links of new mails, ${NEW_KEY_MINUTES} to ${OLD_KEY_SIGNS_MINUTES} minutes from now on`,
      `links signed by ${before?.id} go on working; keep it for ${KEY_KEPT_DAYS} days at least`,
    ],
    problems: [],
  };
}

async function retire(session: Session, id: string, force: boolean): Promise<Report> {
  const { now } = session.settings;
  const changed = await withStores(session, ({ keyRing }) =>
    changeRing(keyRing, (ring) => {
      const without = withoutKey(ring, id, { now, force });
      const ids = listKeys(ring).map((key) => key.id);
      return 'refused' in without ? { refused: { why: without.refused, ids } } : without;
    }),
  );
  if ('refused' in changed) {
    const { why, ids } = changed.refused;
    if (why.reason === 'missing')
      throw new UsageError(`no key has the id ${JSON.stringify(id)}; there are ${ids.join(', ')}`);
    return { data: { retired: null, ...why }, lines: [], problems: [refusal(id, why)] };
  }
  return {
    data: { retired: id, keys: listKeys(changed.ring) },
    lines: [
      `${id} is taken away: within ${KEYS_REREAD_MINUTES} minutes the unsubscribe and preferences links of all mails signed by it stop working`,
    ],
    problems: [],
  };
}

function refusal(id: string, why: Exclude<Refusal, { reason: 'missing' }>): string {
  if (why.reason === 'current')
    return `${id} signs the links of new mails: rotate first (parley keys rotate)`;
  if (why.reason === 'signing')
    return `${id} may sign mails until ${why.until}, as the rotation reaches every process by then: retire it after that`;
  const used =
    why.unused === null
      ? 'it is not recorded when it last signed'
      : `it signed ${why.unused} days ago`;
  return `${id} is kept: ${used}, and the unsubscribe links of those mails would stop working. The law asks for 30 days at least, Parley for ${KEY_KEPT_DAYS}; --force takes it away all the same`;
}

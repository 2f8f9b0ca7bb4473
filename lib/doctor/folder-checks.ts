import { fault, judged, ok, warning, type Check, type Reading } from './check.ts';

/** What the place where Parley keeps things on this machine was found to be. */
export interface FolderFacts {
  /** "new": it is made with the first command. */
  folder: Reading<'writable' | 'not-writable' | 'new'>;
  path: string;
  freeBytes: Reading<number>;
  /** Whether the compiled templates are there, and as new as their sources. */
  templates: Reading<'built' | 'missing' | 'stale'>;
  /** How long ago the newest file was written, in milliseconds; negative: in the future. Null: there is none. */
  newestAge: Reading<number | null>;
  /** Whether keys and database open; null: there is nothing yet. */
  opened: Reading<null | true>;
}

const MEGABYTE = 1e6;
/** An edition with its copies takes less than one; LevelDB needs room to rewrite its files. */
const LEAST_FREE = 50 * MEGABYTE;
const LITTLE_FREE = 500 * MEGABYTE;

/** A clock may be set back by as much without harm. */
const CLOCK_MS = 5 * 60_000;

/** What commands without `--remote` stand on. */
export function folderChecks(facts: FolderFacts): Check[] {
  return [
    judged('state folder', facts.folder, (state) => folderCheck(state, facts.path)),
    judged('disk', facts.freeBytes, diskCheck),
    judged('templates', facts.templates, templatesCheck),
    judged('clock', facts.newestAge, clockCheck),
    openedCheck(facts.opened),
  ];
}

function folderCheck(state: 'writable' | 'not-writable' | 'new', path: string): Check {
  if (state === 'writable') return ok('state folder', path);
  if (state === 'new') return ok('state folder', `${path} is made with the first command`);
  return fault('state folder', `${path} cannot be written to`, {
    lost: 'nothing can be kept: no article, no edition, no record of what was sent',
    next: 'change its owner or its permissions, or name another with --state',
  });
}

function diskCheck(free: number): Check {
  const found = `${Math.floor(free / MEGABYTE)} MB free`;
  const next = 'make room on the disk of the state folder';
  if (free < LEAST_FREE)
    return fault('disk', found, { lost: 'deliveries cannot be recorded: sending stops', next });
  if (free < LITTLE_FREE) return warning('disk', found, { lost: 'room for what is to come', next });
  return ok('disk', found);
}

function templatesCheck(state: 'built' | 'missing' | 'stale'): Check {
  if (state === 'built') return ok('templates', 'built');
  const next = 'npm run build';
  return state === 'missing'
    ? fault('templates', 'not built', { lost: 'no mail can be written', next })
    : warning('templates', 'changed since they were built', {
        lost: 'mails look as they did before the change',
        next,
      });
}

function clockCheck(age: number | null): Check {
  if (age === null) return ok('clock', 'nothing to compare it with yet');
  if (age >= -CLOCK_MS) return ok('clock', 'after everything that was written');
  return fault('clock', `${Math.round(-age / 60_000)} minutes before a file that stands here`, {
    lost: 'slots are taken for others, and claims end at the wrong time',
    next: 'set the clock by the network (timedatectl set-ntp true)',
  });
}

function openedCheck(opened: Reading<null | true>): Check {
  const name = 'keys, database';
  if (opened.ok) return ok(name, opened.value === null ? 'none yet' : 'open');
  return fault(name, opened.reason, {
    lost: 'nobody can be mailed, and links in mails lead nowhere',
    next: 'do as it says, or restore the state folder from a copy',
  });
}

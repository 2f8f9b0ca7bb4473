import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Level } from 'level';
import { TABLES } from '#lib/aws/table-definitions.ts';
import { DependencyError, reasonOf } from '#lib/dependency-error.ts';
import { readTextFile } from './read-folder.ts';
import { writeNewFile } from './write-file.ts';

/*
 * A lost database looks like a new one, and from a new one everybody is mailed again. So a file
 * beside its folder says that there was one. LevelDB is opened once before dynalite opens it,
 * whose way of reporting an error would end the process.
 */

/** Where the data of a database folder stands. */
export const dataPath = (folder: string): string => join(folder, 'data');

const markerPath = (folder: string) => `${folder}.json`;

/**
 * Checks that the data can be opened, and is there where it was made before.
 * @throws DependencyError where it is gone or damaged
 */
export async function checkDatabase(folder: string): Promise<void> {
  const isKnown = (await readTextFile(markerPath(folder))) !== null;
  try {
    const tables = await readTables(dataPath(folder));
    if (tables.has(FORMER_LEDGER)) throw new FormerVersionError(dirname(folder));
    const isComplete = TABLES.every(({ name }) => tables.has(name));
    if (isKnown && !isComplete) throw new Error('its tables are gone');
  } catch (error) {
    if (error instanceof FormerVersionError) throw new DependencyError('open', folder, error);
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new DependencyError('open', folder, isKnown ? withAdvice(cause, folder) : cause);
  }
}

/** The ledger that held an item a delivery. Who was mailed stands there in a form that is read no more. */
const FORMER_LEDGER = 'deliveries';

class FormerVersionError extends Error {
  constructor(state: string) {
    const what = 'an earlier version of Parley kept its record of deliveries otherwise';
    super(`${what}; export the subscribers with that version, and delete ${state} to begin anew`);
  }
}

/** Names of the tables that the data has, of those that are or were Parley's. */
async function readTables(path: string): Promise<Set<string>> {
  await mkdir(path, { recursive: true });
  // LevelDB's entry file: without it, opening would write over what is left.
  if ((await readTextFile(join(path, 'CURRENT'))) === null) return new Set();
  const data = new Level<string, string | undefined>(path);
  try {
    await data.open();
    const names = [...TABLES.map(({ name }) => name), FORMER_LEDGER];
    const tables = await Promise.all(names.map((name) => data.get(`table~${name}`)));
    return new Set(names.filter((_name, i) => tables[i] !== undefined));
  } finally {
    await data.close();
  }
}

/** Notes that the database was made: from now on its loss is noticed. */
export async function noteDatabase(folder: string): Promise<void> {
  const note = { madeAt: new Date().toISOString() };
  await writeNewFile(markerPath(folder), `${JSON.stringify(note, null, 2)}\n`);
}

function withAdvice(cause: unknown, folder: string): Error {
  const state = dirname(folder);
  const advice = `who is subscribed and who was mailed stands in it; if it is lost, restore it from a copy, or delete ${state} to begin anew`;
  return new Error(`${reasonOf(cause)} (${advice})`, { cause });
}

import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Level } from 'level';
import * as z from 'zod/mini';
import { localDynamoClient, type DatabaseLocation } from '#lib/aws/clients.ts';
import { createTables } from '#lib/aws/create-tables.ts';
import { TABLES } from '#lib/aws/table-definitions.ts';
import { DependencyError } from '#lib/dependency-error.ts';
import { checkDatabase, dataPath, noteDatabase } from './check-database.ts';
import { IDENTITY_PATH, startDatabaseServer, type DatabaseServer } from './database-server.ts';
import { readTextFile } from './read-folder.ts';
import { replaceFile } from './write-file.ts';

/** How this process reaches the database: it holds it, or is the guest of the process that does. */
interface Access {
  role: 'holder' | 'guest';
  location: DatabaseLocation;
  close(): Promise<void>;
}

/** How long to wait for a process that holds the database and does not answer yet. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 25;
const ANSWER_MS = 2_000;

/**
 * The database of one machine: dynalite over LevelDB, which one process at a time can open. The
 * first to come holds it and writes its address into the folder; the others are its guests. When
 * the holder ends, killed or not, the system frees its lock, and the next guest to ask takes over.
 * LevelDB hands every write to the system at once, so it survives a kill; the last ones may not
 * survive a power cut.
 */
export class LocalDatabase {
  private access: Promise<Access> | null = null;

  constructor(private readonly folder: string) {}

  /**
   * Where the database listens; the first call opens it.
   * @throws DependencyError where it can neither be opened nor reached
   */
  async locate(): Promise<DatabaseLocation> {
    this.access ??= openAccess(this.folder);
    const access = this.access;
    try {
      return (await access).location;
    } catch (error) {
      this.forget(access);
      throw error;
    }
  }

  /** To be called when nobody answered at the location: the next `locate` looks again. */
  async lost(): Promise<void> {
    const access = this.access;
    if (access !== null && (await access).role === 'guest') this.forget(access);
  }

  async close(): Promise<void> {
    const access = this.access;
    this.access = null;
    await (await access)?.close();
  }

  /** Another call may have opened it anew meanwhile: that one stands. */
  private forget(access: Promise<Access>): void {
    if (this.access === access) this.access = null;
  }
}

async function openAccess(folder: string): Promise<Access> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const lock = await takeLock(folder);
    if (lock !== null) return hold(folder, lock);
    const endpoint = await readEndpoint(folder);
    if (endpoint !== null && (await isAnswering(endpoint))) return visit(endpoint);
    if (performance.now() > giveUpAt) throw notAnswering(folder);
    await sleep(RETRY_MS);
  }
}

const notAnswering = (folder: string) =>
  new DependencyError('open', folder, new Error('another process holds it and does not answer'));

/** LevelDB's own lock, which the system frees when a process ends: a database of nothing but that. */
async function takeLock(folder: string): Promise<Level | null> {
  const path = join(folder, 'lock');
  const lock = new Level(path);
  try {
    await mkdir(path, { recursive: true });
    await lock.open();
    return lock;
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED') return null;
    throw new DependencyError('open', path, cause);
  }
}

/** Where a holder can be reached, as written in the folder. */
const Endpoint = z.object({ port: z.number(), identity: z.string() });
type Endpoint = z.infer<typeof Endpoint>;

async function hold(folder: string, lock: Level): Promise<Access> {
  const path = endpointPath(folder);
  const identity = randomUUID();
  let started: DatabaseServer | undefined;
  try {
    await checkDatabase(folder);
    const server = await startDatabaseServer(dataPath(folder), identity);
    started = server;
    const location = { host: '127.0.0.1', port: server.port };
    await makeTables(location);
    await noteDatabase(folder);
    // Last, so that a guest finds a database that is ready.
    await replaceFile(path, JSON.stringify({ port: server.port, identity } satisfies Endpoint));
    const close = async () => {
      await rm(path, { force: true });
      await server.close();
      await lock.close();
    };
    return { role: 'holder', location, close };
  } catch (error) {
    await started?.close();
    await lock.close();
    throw error;
  }
}

async function makeTables(location: DatabaseLocation): Promise<void> {
  const client = localDynamoClient({ locate: async () => location, lost: async () => undefined });
  try {
    await createTables(client, TABLES);
  } finally {
    client.destroy();
  }
}

function visit({ port }: Endpoint): Access {
  return { role: 'guest', location: { host: '127.0.0.1', port }, close: async () => undefined };
}

/** What a killed holder left behind names a port where nobody answers, or somebody else does. */
async function isAnswering({ port, identity }: Endpoint): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${IDENTITY_PATH}`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return (await response.text()) === identity;
  } catch {
    return false;
  }
}

async function readEndpoint(folder: string): Promise<Endpoint | null> {
  const text = await readTextFile(endpointPath(folder));
  if (text === null) return null;
  const parsed = Endpoint.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

const endpointPath = (folder: string) => join(folder, 'endpoint.json');

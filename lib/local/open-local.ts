import { join } from 'node:path';
import { localDynamoClient } from '#lib/aws/clients.ts';
import { dynamoCounterStore } from '#lib/aws/dynamo-counter-store.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { eraseExpired } from '#lib/aws/erase-expired.ts';
import { COUNTERS_TABLE, LEDGER_TABLE, SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import type { Stores } from '#lib/stores.ts';
import type { LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import type { CounterStore } from '#lib/subscription/counter-store.ts';
import { LocalDatabase } from './database.ts';
import { FolderAnalysisStore } from './folder-analysis-store.ts';
import { FolderArticleStore } from './folder-article-store.ts';
import { FolderEditionStore } from './folder-edition-store.ts';
import { FolderEditorNotesStore } from './folder-editor-notes-store.ts';
import { FolderKeyRingStore } from './folder-key-ring-store.ts';
import { openKeyRing } from './open-key-ring.ts';
import { Outbox } from './outbox.ts';

/** Everything that Parley keeps on one machine. */
export interface LocalStores extends Stores {
  outbox: Outbox;
  /** Where sign-ups are counted. */
  counters: CounterStore;
  /** Erases sign-ups that nobody confirmed, and what was counted, once their time is over. */
  eraseExpired(now: Date): Promise<void>;
  /** The keys that sign links. */
  keys: LiveKeyRing;
  /** Gives the database free for other processes. */
  close(): Promise<void>;
}

/**
 * Opens the state folder, made where it is missing. The database is opened with its first use, by
 * several processes at once if need be.
 * @throws DependencyError where the folder cannot be read or written, or lost the keys of its links
 */
export async function openLocal(folder: string): Promise<LocalStores> {
  const database = new LocalDatabase(join(folder, 'database'));
  const client = localDynamoClient(database);
  const editions = new FolderEditionStore(join(folder, 'editions'));
  const outbox = new Outbox(join(folder, 'outbox'));
  const hasEditions = async () => {
    const listed = await editions.list();
    return listed.editions.length + listed.faults.length + (await outbox.list()).length > 0;
  };
  const keysFile = join(folder, 'keys.json');
  const keys = await openKeyRing(keysFile, hasEditions);
  return {
    place: `state in ${folder}`,
    siteAddress: null,
    articles: new FolderArticleStore(folder),
    analyses: new FolderAnalysisStore(join(folder, 'analyses')),
    editions,
    notes: new FolderEditorNotesStore(join(folder, 'notes')),
    subscribers: new DynamoSubscriberStore(client, SUBSCRIBERS_TABLE.name),
    ledger: dynamoLedger(client, LEDGER_TABLE.name),
    outbox,
    counters: dynamoCounterStore(client, COUNTERS_TABLE.name),
    async eraseExpired(now) {
      for (const table of [SUBSCRIBERS_TABLE, COUNTERS_TABLE])
        await eraseExpired(client, table, now);
    },
    queue: null,
    keys,
    readKeys: () => Promise.resolve(keys),
    keyRing: new FolderKeyRingStore(keysFile),
    async close() {
      client.destroy();
      await database.close();
    },
  };
}

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { localDynamoClient } from '#lib/aws/clients.ts';
import { dynamoPaceStore } from '#lib/aws/dynamo-pace-store.ts';
import { dynamoCounterStore } from '#lib/aws/dynamo-counter-store.ts';
import { COUNTERS_TABLE, LEDGER_TABLE } from '#lib/aws/table-definitions.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { FolderAnalysisStore } from '#lib/local/folder-analysis-store.ts';
import { FolderArticleStore } from '#lib/local/folder-article-store.ts';
import { FolderEditionStore } from '#lib/local/folder-edition-store.ts';
import { FolderEditorNotesStore } from '#lib/local/folder-editor-notes-store.ts';
import { openLocal, type LocalStores } from '#lib/local/open-local.ts';
import { paceInProcess } from '#lib/local/pace-in-process.ts';
import { analysisStoreContract } from '../contract/analysis-store-contract.ts';
import { articleStoreContract } from '../contract/article-store-contract.ts';
import { counterStoreContract } from '../contract/counter-store-contract.ts';
import { editionStoreContract } from '../contract/edition-store-contract.ts';
import { editorNotesStoreContract } from '../contract/editor-notes-store-contract.ts';
import { ledgerContract } from '../contract/ledger-contract.ts';
import { paceStoreContract } from '../contract/pace-store-contract.ts';
import { subscriberStoreContract } from '../contract/subscriber-store-contract.ts';
import { newFolder, temporaryFolder } from './state-folder.ts';

describe('folders', () => {
  articleStoreContract(async () => new FolderArticleStore(await temporaryFolder()));
  editionStoreContract(async () => new FolderEditionStore(await temporaryFolder()));
  editorNotesStoreContract(async () => {
    const folder = await temporaryFolder();
    const put = async (slot: string, text: string) => {
      await mkdir(join(folder, 'harbour-talks'), { recursive: true });
      await writeFile(join(folder, `${slot}.json`), text);
    };
    return { store: new FolderEditorNotesStore(folder), put };
  });
  analysisStoreContract(async () => new FolderAnalysisStore(await temporaryFolder()));
});

describe('DynamoDB stores on dynalite', () => {
  let folder: string;
  let local: LocalStores;
  beforeAll(async () => {
    folder = await newFolder();
    local = await openLocal(folder);
  });
  afterAll(async () => {
    await local.close();
    await rm(folder, { recursive: true, force: true });
  });
  ledgerContract(() => local.ledger);
  subscriberStoreContract(() => local.subscribers);
});

describe('the pace', () => {
  describe('in one process', () => {
    const pace = paceInProcess();
    paceStoreContract(() => pace);
  });
  describe('on dynalite', () => {
    let folder: string;
    let database: LocalDatabase;
    let client: DynamoDBDocumentClient;
    beforeAll(async () => {
      folder = await newFolder();
      database = new LocalDatabase(join(folder, 'database'));
      client = localDynamoClient(database);
    });
    afterAll(async () => {
      client.destroy();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    });
    paceStoreContract(() => dynamoPaceStore(client, LEDGER_TABLE.name));

    describe('counters', () => {
      counterStoreContract(() => dynamoCounterStore(client, COUNTERS_TABLE.name));
    });
  });
});

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { FolderAnalysisStore } from '#lib/local/folder-analysis-store.ts';
import { FolderArticleStore } from '#lib/local/folder-article-store.ts';
import { FolderEditionStore } from '#lib/local/folder-edition-store.ts';
import { FolderEditorNotesStore } from '#lib/local/folder-editor-notes-store.ts';
import { openLocal, type LocalStores } from '#lib/local/open-local.ts';
import { analysisStoreContract } from '../contract/analysis-store-contract.ts';
import { articleStoreContract } from '../contract/article-store-contract.ts';
import { editionStoreContract } from '../contract/edition-store-contract.ts';
import { editorNotesStoreContract } from '../contract/editor-notes-store-contract.ts';
import { ledgerContract } from '../contract/ledger-contract.ts';
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

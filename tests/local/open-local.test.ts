import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { openLocal, type LocalStores } from '#lib/local/open-local.ts';
import { storesContract } from '../contract/stores-contract.ts';
import { newFolder } from './state-folder.ts';

describe('a state folder', () => {
  let folder: string;
  let stores: LocalStores;
  beforeAll(async () => {
    folder = await newFolder();
    stores = await openLocal(folder);
  });
  afterAll(async () => {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  });
  storesContract(() => stores);
});

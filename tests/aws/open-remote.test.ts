import { afterAll, beforeAll, describe } from 'vitest';
import { openRemote, type RemoteStores } from '#lib/aws/open-remote.ts';
import { storesContract } from '../contract/stores-contract.ts';
import { startFakeStack, type FakeStack } from './fake-stack.ts';

describe('a stack', () => {
  let aws: FakeStack;
  let stores: RemoteStores;
  beforeAll(async () => {
    aws = await startFakeStack();
    stores = await openRemote('Parley');
  });
  afterAll(async () => {
    await stores.close();
    await aws.stop();
  });
  storesContract(() => stores);
});

import { expect, it, onTestFinished } from 'vitest';
import { createTables } from '#lib/aws/create-tables.ts';
import { localDynamoClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { LEDGER_TABLE } from '#lib/aws/table-definitions.ts';
import { startDatabaseServer } from '#lib/local/database-server.ts';
import { temporaryFolder } from '../local/state-folder.ts';

/** A ledger each of whose writes reaches the table twice, as where the SDK tries again after a lost answer. */
async function openRepeating() {
  const server = await startDatabaseServer(await temporaryFolder(), 'test');
  const { port } = server;
  const locate = async () => ({ host: '127.0.0.1', port });
  const client = localDynamoClient({ locate, lost: async () => undefined });
  await createTables(client, [LEDGER_TABLE]);
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'UpdateItemCommand') await next(args);
        return next(args);
      },
    { step: 'finalizeRequest', priority: 'high', name: 'repeat' },
  );
  onTestFinished(async () => {
    client.destroy();
    await server.close();
  });
  return dynamoLedger(client, LEDGER_TABLE.name);
}

it('knows a change of state as its own where the write is repeated, and another’s not', async () => {
  const ledger = await openRepeating();
  const editionId = 'harbour-talks.2026-01-05';
  const at = '2026-01-05T07:00:00.000Z';
  const head = { editionId, contentHash: 'f', begunAt: at, state: 'sending', by: 'test' } as const;
  await ledger.begin({ ...head, since: at, reason: null });
  const pause = { to: 'paused', by: 'brake', at, reason: 'bounces' } as const;
  expect(await ledger.changeState(editionId, pause, ['sending'])).toMatchObject({ changed: true });
  expect(await ledger.changeState(editionId, pause, ['sending'])).toMatchObject({
    changed: false,
    head: { state: 'paused', by: 'brake' },
  });
});

import { createTables } from '#lib/aws/create-tables.ts';
import { localDynamoClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { LEDGER_TABLE, SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { startDatabaseServer } from '#lib/local/database-server.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { planGroup } from '../delivery/delivery-fixture.ts';
import { temporaryFolder } from '../local/state-folder.ts';

/** Tables on this machine with one subscriber, `s00`, for whom the sample edition is planned. */
export async function plannedEdition() {
  const server = await startDatabaseServer(await temporaryFolder(), 'test');
  const location = { host: '127.0.0.1', port: server.port };
  const client = localDynamoClient({ locate: async () => location, lost: async () => undefined });
  await createTables(client, [LEDGER_TABLE, SUBSCRIBERS_TABLE]);
  const subscribers = new DynamoSubscriberStore(client, SUBSCRIBERS_TABLE.name);
  await subscribers.add(sampleSubscriber('s00'));
  const ledger = dynamoLedger(client, LEDGER_TABLE.name);
  const group = await planGroup(ledger, ['s00']);
  const close = async () => {
    client.destroy();
    await server.close();
  };
  const { editionId } = group;
  const url = `http://${location.host}:${location.port}`;
  const state = async () => (await ledger.get({ editionId, subscriberId: 's00' }))?.state;
  return { url, group, state, close };
}

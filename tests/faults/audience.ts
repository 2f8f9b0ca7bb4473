import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { batchPut } from '#lib/aws/batch.ts';
import { SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { addressOf, type Fate } from './ses-behaviour.ts';
import type { Scenario } from './scenario.ts';

/** A subscriber of the bench, and what becomes of mail to them. */
export interface Person {
  id: string;
  fate: Fate;
}

/** As many people as the scenario has, with ids in the form of Parley's own, ascending. */
export function makeAudience(
  { subscribers, fates = {} }: Scenario,
  random: () => number,
): Person[] {
  const people: Person[] = [];
  for (const [fate, share] of Object.entries(fates))
    for (let i = 0; i < Math.round(share * subscribers); i++)
      people.push({ id: randomId(random), fate: fate as Fate });
  while (people.length < subscribers) people.push({ id: randomId(random), fate: 'fine' });
  return people.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function randomId(random: () => number): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  return [8, 4, 4, 4, 12].map(digits).join('-');
}

/** Writes them into the table of subscribers at once; their addresses are not looked up by the code that sends. */
export async function storeAudience(
  people: readonly Person[],
  topicId: string,
  client: DynamoDBDocumentClient,
): Promise<void> {
  const items = people.map(({ id, fate }) => ({
    ...sampleSubscriber(id, { topicId, address: addressOf(fate, id) }),
    [SUBSCRIBERS_TABLE.sortKey]: `subscriber#${id}`,
  }));
  await batchPut(client, SUBSCRIBERS_TABLE.name, items);
}

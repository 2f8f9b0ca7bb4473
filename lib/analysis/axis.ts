import type { Topic } from '#lib/topic/topic.ts';
import type { TaggedWord } from './tagged-words.ts';

/**
 * The side negotiation that a sentence is about, by its id; null for the main talks. Its name decides
 * ("inter-Korean"); one of its actors does where no party stands beside that has no part in it.
 */
export function findAxis(words: TaggedWord[], topic: Topic): string | null {
  for (const { id, parties } of topic.sideNegotiations) {
    const naming = words.filter(({ classes }) => classes.has(`side:${id}`));
    if (naming.length === 0) continue;
    const isNamed = naming.some(({ classes }) => !classes.has('third'));
    if (isNamed || !namesOutsider(words, topic.parties, parties)) return id;
  }
  return null;
}

/** Whether a sentence without a name of its own goes on about the side negotiation before it. */
export function staysOnAxis(words: TaggedWord[], topic: Topic, axis: string): boolean {
  const side = topic.sideNegotiations.find(({ id }) => id === axis);
  const namesThird = words.some(({ classes }) => classes.has('third'));
  return side !== undefined && !namesThird && !namesOutsider(words, topic.parties, side.parties);
}

function namesOutsider(words: TaggedWord[], parties: string[], insiders: string[] = []): boolean {
  return parties.some(
    (party) =>
      !insiders.includes(party) && words.some(({ classes }) => classes.has(`party:${party}`)),
  );
}

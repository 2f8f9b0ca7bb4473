/**
 * Walks streams side by side, each ascending by subscriber id, and yields for each id all that they
 * have of it, in the order of the streams. Reads no further ahead than one item of each.
 */
export async function* joinSorted<T extends { subscriberId: string }>(
  streams: readonly AsyncIterable<T>[],
): AsyncGenerator<T[]> {
  const cursors = streams.map((stream) => stream[Symbol.asyncIterator]());
  const heads: (T | undefined)[] = await Promise.all(cursors.map((cursor) => pull(cursor)));
  for (let id = lowestId(heads); id !== null; id = lowestId(heads)) {
    const joined: T[] = [];
    for (const [i, cursor] of cursors.entries())
      for (let head = heads[i]; head?.subscriberId === id; head = heads[i]) {
        joined.push(head);
        heads[i] = await pull(cursor);
      }
    yield joined;
  }
}

async function pull<T>(cursor: AsyncIterator<T>): Promise<T | undefined> {
  const { done, value } = await cursor.next();
  return done === true ? undefined : value;
}

function lowestId(heads: readonly ({ subscriberId: string } | undefined)[]): string | null {
  let lowest: string | null = null;
  for (const head of heads)
    if (head !== undefined && (lowest === null || head.subscriberId < lowest))
      lowest = head.subscriberId;
  return lowest;
}

/**
 * Maps items with at most `limit` at work at once and yields the results in the order of the items.
 * Reads no further ahead than that, so that memory stays flat. The first error ends it; callers
 * whose items must not stop each other return an error as a result.
 */
export async function* mapConcurrently<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  map: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const result = map(item);
    // Awaited below, in order; until then a rejection must not count as unhandled.
    result.catch(() => undefined);
    running.push(result);
    if (running.length >= limit) yield await next(running);
  }
  while (running.length > 0) yield await next(running);
}

function next<R>(running: Promise<R>[]): Promise<R> {
  const first = running.shift();
  if (first === undefined) throw new RangeError('a limit of at least one');
  return first;
}

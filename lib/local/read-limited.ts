/** An input larger than what is read. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
  }
}

/**
 * Reads a stream to its end, but never more than `maxBytes`: what is larger is given up at once.
 * @throws TooLargeError
 */
export async function readLimited(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLargeError(maxBytes);
    kept.push(chunk);
  }
  return Buffer.concat(kept);
}

/**
 * The lines of a UTF-8 text as it comes, without their ends (LF, CR LF or CR) and without a byte order mark.
 * @param maxChars of a longer line only its first characters come, one more than these
 * @throws what the source throws
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  maxChars: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  let isAfterCr = false;
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text === '') continue;
    // The CR of a CR LF may end the chunk before.
    const pieces = (isAfterCr && text.startsWith('\n') ? text.slice(1) : text).split(/\r\n|\n|\r/);
    isAfterCr = text.endsWith('\r');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        yield line;
        line = '';
      }
      line = (line + piece).slice(0, maxChars + 1);
    }
  }
  yield (line + decoder.decode()).slice(0, maxChars + 1);
}

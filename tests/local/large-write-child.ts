import { replaceFile } from '#lib/local/write-file.ts';

/** Writes 1 MB over a file and prints the error. */
const [path = ''] = process.argv.slice(2);
// Without a listener the signal of an exceeded file size ends the process.
process.on('SIGXFSZ', () => undefined);
await replaceFile(path, 'x'.repeat(1_000_000)).catch((error: Error) => {
  process.stdout.write(error.message);
});

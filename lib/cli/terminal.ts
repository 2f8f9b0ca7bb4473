/** What a command may know of the world around it, and where its words go. */
export interface Terminal {
  /** What the command is for: text for people, or JSON alone with `--json`. */
  stdout: { write(text: string): unknown };
  /** Progress, warnings and faults. */
  stderr: { write(text: string): unknown; isTTY?: boolean };
  stdin: AsyncIterable<Uint8Array>;
  env: Record<string, string | undefined>;
  /** Absolute path that relative paths start from. */
  cwd: string;
  now(): Date;
  /** Resolves when the person asks to stop (Ctrl-C). */
  interrupted(): Promise<void>;
}

/** The terminal of this process. A reader that stops early (`| head`) ends the program quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    interrupted: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      }),
  };
}

import type { Terminal } from './terminal.ts';

/** Says how far long work is. */
export interface Progress {
  /** One more piece is done; `of` where the total is known. */
  step(what: string, done: number, of?: number): void;
  /** Takes the line away. */
  end(): void;
}

const TTY_INTERVAL_MS = 100;
const LOG_INTERVAL_MS = 5_000;

/**
 * Progress on standard error: one line that is rewritten on a terminal, elsewhere (a log file) a
 * line every five seconds, so that short work stays silent.
 */
export function startProgress({ stderr, now }: Pick<Terminal, 'stderr' | 'now'>): Progress {
  const interval = stderr.isTTY ? TTY_INTERVAL_MS : LOG_INTERVAL_MS;
  let last = now().getTime();
  let shown = false;
  return {
    step(what, done, of) {
      const at = now().getTime();
      if (at - last < interval) return;
      last = at;
      shown = true;
      const line = `${what} ${done}${of === undefined ? '' : ` of ${of}`} …`;
      stderr.write(stderr.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    end() {
      if (shown && stderr.isTTY) stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}

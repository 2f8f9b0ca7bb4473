import { vi } from 'vitest';
import type { Log } from '../../lambdas/log.ts';

/** A log that keeps its lines, each as its level and extra fields. */
export function recordedLog() {
  const lines: { level: string; [field: string]: unknown }[] = [];
  const at = (level: string) =>
    vi.fn(
      (_message: unknown, fields: unknown) => void lines.push({ level, ...(fields as object) }),
    );
  const log = { info: at('info'), warn: at('warn'), error: at('error') } as unknown as Log;
  return { log, lines };
}

import { printable } from '#lib/briefing/printable.ts';
import { reasonOf } from '#lib/dependency-error.ts';

/** A question answered later than this is not worth an edition's waiting. */
export const ANALYST_TIMEOUT_MS = 45_000;
/** A reason stands in the record, and may quote what a model said. */
const REASON_MAX_CHARS = 200;

/** An answer that may be used, or why the embedded engine's stands. */
export type Answer<T> = { ok: true; value: T } | { ok: false; reason: string };

/** Asks an analyst and checks the answer. Never throws: whatever goes wrong is the reason for falling back. */
export async function ask<T>(
  question: (signal: AbortSignal) => Promise<T>,
  faultOf: (answer: T) => string | null,
): Promise<Answer<T>> {
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      control.abort();
      reject(new Error(`no answer within ${ANALYST_TIMEOUT_MS / 1000} s`));
    }, ANALYST_TIMEOUT_MS);
  });
  try {
    const value = await Promise.race([question(control.signal), late]);
    const fault = faultOf(value);
    return fault === null ? { ok: true, value } : fallBack(fault);
  } catch (error) {
    return fallBack(reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}

function fallBack(reason: string): { ok: false; reason: string } {
  return { ok: false, reason: printable(reason).slice(0, REASON_MAX_CHARS) };
}

import { reasonOf } from '#lib/dependency-error.ts';
import type { Reading } from './check.ts';

/** Reads something; a failure is why it is not known, and keeps nothing else from being read. */
export async function reading<T>(read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    // Each check is told on one line.
    return { ok: false, reason: reasonOf(error).replace(/\n[^]*/, '') };
  }
}

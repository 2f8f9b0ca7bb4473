import { readFileSync } from 'node:fs';
import type { Parsed } from '#lib/fault.ts';

/** Reads a file of JSON. @param source how a fault names the file */
export function readJson(file: URL, source: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ source, field: '', expected: 'a file of JSON', found }] };
  }
}

import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { parseWith } from '#lib/fault.ts';
import type { Measure } from './measure.ts';

const FILE = '../golden/floors.json';

/** By set: what it holds, and for each measure the percent under which it must not fall. */
export const Floors = z.record(
  z.string(),
  z.strictObject({ about: z.string(), floors: z.record(z.string(), z.number()) }),
);
export type Floors = z.infer<typeof Floors>;

/** A measure with its floor; null where the floors name none, which counts as a fall: a figure without a floor guards nothing. */
export interface Judged extends Measure {
  floor: number | null;
  holds: boolean;
}

/** Throws with every fault of the file. */
export function readFloors(): Floors {
  const data: unknown = JSON.parse(readFileSync(new URL(FILE, import.meta.url), 'utf8'));
  const parsed = parseWith(Floors, data, FILE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

export function judge(measures: readonly Measure[], floors: Floors): Judged[] {
  return measures.map((measure) => {
    const floor = floors[measure.set]?.floors[measure.name] ?? null;
    return { ...measure, floor, holds: floor !== null && measure.percent >= floor };
  });
}

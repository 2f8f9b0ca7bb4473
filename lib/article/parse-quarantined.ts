import { parseWith, type Fault } from '#lib/fault.ts';
import { Quarantined } from './article-store.ts';

/** Reads an entry of the quarantine back from a store; one that somebody damaged still says where it stands. */
export function parseQuarantined(text: string, place: string): Quarantined {
  try {
    const parsed = parseWith(Quarantined, JSON.parse(text), place);
    return parsed.ok ? parsed.value : { source: place, faults: parsed.faults, at: '' };
  } catch {
    const fault: Fault = { source: place, field: '', expected: 'a quarantine entry as JSON' };
    return { source: place, faults: [fault], at: '' };
  }
}

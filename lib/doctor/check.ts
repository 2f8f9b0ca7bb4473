/** What was found out about one thing that Parley stands on. unknown: it could not be looked at. */
export type CheckState = 'ok' | 'warning' | 'fault' | 'unknown';

export interface Check {
  name: string;
  state: CheckState;
  /** What was found. */
  found: string;
  /** What readers or the operator lose by it; null where nothing is wrong. */
  lost: string | null;
  /** What to do next; null where there is nothing to do. */
  next: string | null;
}

/** Something that was to be read, or why it could not be. */
export type Reading<T> = { ok: true; value: T } | { ok: false; reason: string };

/** What is lost, and what to do next. */
export interface Advice {
  lost: string;
  next: string;
}

export const ok = (name: string, found: string): Check => ({
  ...{ name, state: 'ok', found, lost: null, next: null },
});

export const warning = (name: string, found: string, advice: Advice): Check => ({
  ...{ name, state: 'warning', found, ...advice },
});

export const fault = (name: string, found: string, advice: Advice): Check => ({
  ...{ name, state: 'fault', found, ...advice },
});

/** Judges what was read; what could not be read is unknown, and never ok. */
export function judged<T>(name: string, read: Reading<T>, judge: (value: T) => Check): Check {
  if (read.ok) return judge(read.value);
  return {
    ...{ name, state: 'unknown', found: `not known: ${read.reason}`, lost: null },
    next: 'permit it to be read, or look yourself',
  };
}

/** A sentence that was read otherwise than it is labelled. */
export interface Miss {
  text: string;
  expected: string;
  got: string;
}

/** One figure of one set of labelled texts. */
export interface Measure {
  set: string;
  name: string;
  /** 0–100. */
  percent: number;
  /** What was counted: sentences, labels or quoted words. */
  n: number;
  misses: Miss[];
}

/** What an annotator named in a text, and what the engine named. */
export interface Named {
  text: string;
  expected: readonly string[];
  got: readonly string[];
}

/** Micro F1: twice what both name, over all that either names; 100 where there is nothing to name. */
export function microF1(set: string, name: string, named: readonly Named[]): Measure {
  const shared = sum(
    named.map(({ expected, got }) => got.filter((one) => expected.includes(one)).length),
  );
  const labels = sum(named.map(({ expected }) => expected.length));
  const all = labels + sum(named.map(({ got }) => got.length));
  return {
    set,
    name,
    percent: all === 0 ? 100 : (200 * shared) / all,
    n: labels,
    misses: named.filter(({ expected, got }) => !hasSameMembers(expected, got)).map(missOf),
  };
}

/** How many texts are answered as labelled; 100 where there are none. */
export function accuracy(set: string, name: string, named: readonly Named[]): Measure {
  const missed = named.filter(({ expected, got }) => expected.join() !== got.join());
  const right = named.length - missed.length;
  return {
    set,
    name,
    percent: named.length === 0 ? 100 : (100 * right) / named.length,
    n: named.length,
    misses: missed.map(missOf),
  };
}

function missOf({ text, expected, got }: Named): Miss {
  return { text, expected: listed(expected), got: listed(got) };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}

function hasSameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

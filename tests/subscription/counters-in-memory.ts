import type { CounterStore } from '#lib/subscription/counter-store.ts';

/** Counters in memory, and the names under which they were counted. */
export function countersInMemory(): CounterStore & { numbers: Map<string, number> } {
  const numbers = new Map<string, number>();
  const secrets = new Map<string, string>();
  return {
    numbers,
    async count(counter, time) {
      const key = `${counter} ${time}`;
      const number = (numbers.get(key) ?? 0) + 1;
      numbers.set(key, number);
      return number;
    },
    async secret(time, fresh) {
      const secret = secrets.get(time) ?? fresh;
      secrets.set(time, secret);
      return secret;
    },
  };
}

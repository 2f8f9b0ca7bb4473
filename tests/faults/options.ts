import { parseArgs } from 'node:util';
import type { Scenario } from './scenario.ts';

export interface BenchOptions {
  scenarios: readonly Scenario[];
  seed: number;
}

/**
 * Reads `[NAME…] [--full] [--seed N]`.
 * @param newSeed where none is given
 * @returns what is wrong with it, as text
 */
export function readOptions(
  args: readonly string[],
  { quick, full }: { quick: readonly Scenario[]; full: readonly Scenario[] },
  newSeed: number,
): BenchOptions | string {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals: names } = parsed;
  const all = [...quick, ...full];
  const unknown = names.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0)
    return `no scenario named ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`;
  if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed))
    return `--seed: expected a whole number of up to nine digits, found ${values.seed}`;
  const named = all.filter(({ name }) => names.includes(name));
  const scenarios = names.length > 0 ? named : values.full ? all : quick;
  return { scenarios, seed: values.seed === undefined ? newSeed : Number(values.seed) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { full: { type: 'boolean', default: false }, seed: { type: 'string' } },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

import { ERA_COMPARISONS } from './rules/era-comparisons.ts';

/** Whether a sentence compares the present with an earlier phase by its own words. */
export function comparesEras(sentence: string): boolean {
  return ERA_COMPARISONS.some((pattern) => pattern.test(sentence));
}

import type { Era } from '#lib/outlook/comparison.ts';
import type { Briefing } from './briefing.ts';
import { listOf, say, type Wording } from './wording.ts';

/** What the articles do not tell: factors that neither era speaks of, or one of them does not. */
export function gapViews({ silent, eras }: Briefing, wording: Wording): string[] {
  const phrases = (chosen: Era[]) =>
    silent
      .filter((gap) => gap.eras.join() === chosen.join())
      .map(({ factor }) => wording.factors[factor].phrase);
  const gap = (chosen: Era[], message: string, values: Record<string, string>) => {
    const factors = phrases(chosen);
    if (factors.length === 0) return [];
    return [say(wording, message, { ...values, factors: listOf(wording, factors) })];
  };
  const { silent: both, silentEra } = wording.caveats;
  return [
    ...gap(['then', 'now'], both, {}),
    ...gap(['then'], silentEra, { era: eras.then }),
    ...gap(['now'], silentEra, { era: eras.now }),
  ];
}

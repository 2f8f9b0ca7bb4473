import type { Band } from '#lib/analysis/analysis.ts';
import type { Line, ScaleMark } from './briefing.ts';
import type { LineContext } from './line-context.ts';
import { say, type Wording } from './wording.ts';

/** One sentence on the odds that the articles put on progress, in their own words and in ICD 203 bands. */
export function oddsLine({ wording, eras, scale: { then, now } }: LineContext): Line {
  const messages = wording.bottomLine.odds;
  const evidence = [then, now].flatMap((mark) => evidenceOf(mark));
  if (then !== null && now !== null) {
    const message = then.band === now.band ? messages.same : messages.differ;
    const values = { ...prefixed('then', then, wording), ...prefixed('now', now, wording) };
    return { text: say(wording, message, { ...eras, ...values }), evidence };
  }
  const only = then ?? now;
  if (only === null) return { text: messages.none, evidence };
  const values = { era: then === null ? eras.now : eras.then, ...prefixed('only', only, wording) };
  return { text: say(wording, messages.one, values), evidence };
}

/** The commonest estimative word of a mark; one said of an obstacle to talks says so. */
export function wordOf({ words, ofObstacle }: ScaleMark, wording: Wording): string {
  const word = words[0] ?? '';
  return ofObstacle ? say(wording, wording.bottomLine.obstacle, { word }) : word;
}

/** Name and range of a band; empty for words that the directive gives no number. */
export function bandInWords(wording: Wording, band: Band): { name: string; range: string } {
  return band === 'unquantified' ? { name: '', range: '' } : wording.bands[band];
}

function prefixed(prefix: string, mark: ScaleMark, wording: Wording): Record<string, string> {
  const { name, range } = bandInWords(wording, mark.band);
  return {
    [`${prefix}Band`]: name,
    [`${prefix}Range`]: range,
    [`${prefix}Word`]: wordOf(mark, wording),
  };
}

function evidenceOf(mark: ScaleMark | null): Line['evidence'] {
  return mark?.citations.map(({ evidence }) => evidence) ?? [];
}

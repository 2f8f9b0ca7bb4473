import type { Band } from '#lib/analysis/analysis.ts';
import type { Line, ScaleMark } from './briefing.ts';
import type { LineContext } from './line-context.ts';
import { say, type Wording } from './wording.ts';

/** One sentence on the odds that the articles put on progress, in bands of ICD 203. */
export function oddsLine({ wording, eras, scale: { then, now } }: LineContext): Line {
  const { both, same, one, none } = wording.bottomLine.odds;
  const evidence = [then, now].flatMap((mark) => evidenceOf(mark));
  const line = (message: string, values: Record<string, string>) => ({
    text: say(wording, message, values),
    evidence,
  });
  if (then !== null && now !== null) {
    if (agree(then, now)) {
      const alone = isAlone(then) && isAlone(now) ? 'yes' : 'no';
      return line(same, { ...valuesOf(now, wording), alone });
    }
    return line(both, { ...eras, thenOdds: odds(then, wording), nowOdds: odds(now, wording) });
  }
  const only = then ?? now;
  if (only === null) return line(none, {});
  return line(one, { era: then === null ? eras.now : eras.then, odds: odds(only, wording) });
}

/** Whether two eras stand in the same band, and neither in a second one as well. */
export function agree(then: ScaleMark, now: ScaleMark): boolean {
  return then.band === now.band && then.tiedWith === null && now.tiedWith === null;
}

/** Name and range of a band; empty for words that the directive gives no number. */
export function bandInWords(wording: Wording, band: Band): { name: string; range: string } {
  return band === 'unquantified' ? { name: '', range: '' } : wording.bands[band];
}

function odds(mark: ScaleMark, wording: Wording): string {
  const { single, tied } = wording.bottomLine.odds;
  return say(wording, mark.tiedWith === null ? single : tied, valuesOf(mark, wording));
}

/** Whether every estimate of an era names the one band. */
function isAlone({ spread }: ScaleMark): boolean {
  return spread.length === 1;
}

function valuesOf(mark: ScaleMark, wording: Wording): Record<string, string> {
  const { name, range } = bandInWords(wording, mark.band);
  const other = bandInWords(wording, mark.tiedWith ?? 'unquantified');
  const alone = isAlone(mark) ? 'yes' : 'no';
  return { band: name, range, other: other.name, otherRange: other.range, alone };
}

function evidenceOf(mark: ScaleMark | null): Line['evidence'] {
  return mark?.citations.map(({ evidence }) => evidence) ?? [];
}

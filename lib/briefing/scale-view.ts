import { BANDS, type Band } from '#lib/analysis/analysis.ts';
import type { Era } from '#lib/outlook/comparison.ts';
import type { Briefing, ScaleMark } from './briefing.ts';
import type { EditionView, ScaleRowView } from './edition-view.ts';
import { bandInWords } from './odds-line.ts';
import { choiceOf, listOf, say, type Wording } from './wording.ts';

/** Upper bounds of the seven bands of ICD 203 (2015, table 2) in per cent; the last one is drawn to the end. */
const UPPER_BOUNDS = [5, 20, 45, 55, 80, 95, 100] as const;
/** Characters a track in the text part; each band has its share of them. */
const TRACK_CHARS = 40;
const TRACK_SIGNS = { marked: '█', named: '▒', empty: '·' } as const;
/** More words than these are in the quotations below. */
const WORDS_SHOWN = 3;

/** The likelihood scale of an edition: ticks, and where either era stands. */
export function scaleView(
  { scale, eras, unquantified }: Briefing,
  wording: Wording,
): EditionView['scale'] {
  const { labels, bands } = wording;
  return {
    intro: labels.scaleIntro,
    legend: say(wording, labels.scaleLegend, { most: '●', others: '○' }),
    trackLegend: say(wording, labels.scaleLegend, {
      most: TRACK_SIGNS.marked,
      others: TRACK_SIGNS.named,
    }),
    ticks: UPPER_BOUNDS.map((bound, index) => ({
      width: widthOf(index),
      label: index < UPPER_BOUNDS.length - 1 ? String(bound) : '',
    })),
    ends: [bands['almost-no-chance'].name, bands['almost-certain'].name],
    rows: (['then', 'now'] as const).map((era) =>
      rowView(era, scale[era], unquantified[era], { title: eras[era], wording }),
    ),
  };
}

function rowView(
  era: Era,
  mark: ScaleMark | null,
  unquantified: string[],
  { title, wording }: { title: string; wording: Wording },
): ScaleRowView {
  const states = BANDS.map((band) => stateOf(mark, band));
  return {
    era,
    label: wording.labels[era],
    title,
    band: mark === null ? '' : bandOf(mark, wording),
    reading: mark === null ? readingOfNone(unquantified, wording) : readingOf(mark, wording),
    spread: mark === null ? '' : spreadOf(mark, wording),
    cells: states.map((state, index) => ({
      width: widthOf(index),
      marked: state === 'marked',
      named: state === 'named',
    })),
    track: states
      .map((state, index) => TRACK_SIGNS[state].repeat((widthOf(index) * TRACK_CHARS) / 100))
      .join('|'),
  };
}

/** "unlikely, 20–45%", with a second band where as many estimates name it. */
function bandOf({ band, tiedWith }: ScaleMark, wording: Wording): string {
  const named = [band, ...(tiedWith === null ? [] : [tiedWith])];
  return choiceOf(
    wording,
    named.map((each) => {
      const { name, range } = bandInWords(wording, each);
      return `${name}, ${range}`;
    }),
  );
}

function widthOf(index: number): number {
  return (UPPER_BOUNDS[index] ?? 0) - (UPPER_BOUNDS[index - 1] ?? 0);
}

function stateOf(mark: ScaleMark | null, band: Band): 'marked' | 'named' | 'empty' {
  if (mark !== null && (mark.band === band || mark.tiedWith === band)) return 'marked';
  return mark?.spread.some((entry) => entry.band === band) ? 'named' : 'empty';
}

/** An empty track still tells in which words the articles leave it open. */
function readingOfNone(words: string[], wording: Wording): string {
  const { scaleNone, scaleOpen, scaleWord } = wording.labels;
  if (words.length === 0) return scaleNone;
  const quoted = words
    .slice(0, WORDS_SHOWN)
    .map((word) => say(wording, scaleWord, { word, of: 'talks' }));
  return say(wording, scaleOpen, { kinds: quoted.length, words: listOf(wording, quoted) });
}

function readingOf({ band, words, spread }: ScaleMark, wording: Wording): string {
  const { scaleMark, scaleWord } = wording.labels;
  const { name, range } = bandInWords(wording, band);
  const total = spread.reduce((sum, entry) => sum + entry.judgements, 0);
  const count = spread.find((entry) => entry.band === band)?.judgements ?? 0;
  const share = total === 1 ? 'only' : count === total ? 'all' : 'some';
  const shown = words.slice(0, WORDS_SHOWN);
  const quoted = shown.map(({ word, ofObstacle }) =>
    say(wording, scaleWord, { word, of: ofObstacle ? 'obstacle' : 'talks' }),
  );
  return say(wording, scaleMark, {
    band: name,
    range,
    count,
    total,
    share,
    kinds: shown.length,
    words: listOf(wording, quoted),
  });
}

function spreadOf({ band, spread }: ScaleMark, wording: Wording): string {
  const others = spread
    .filter((entry) => entry.band !== band)
    .map((entry) => `${bandInWords(wording, entry.band).name} (${entry.judgements})`);
  if (others.length === 0) return '';
  return say(wording, wording.labels.scaleSpread, { others: listOf(wording, others) });
}

import { wordCount } from './word-count.ts';

/** Shorter sentences ("He declined to comment.") may recur without one being a copy of the other. */
const COPY_MIN_WORDS = 6;
/** Words that stand in a row in both texts: chance seldom repeats so many. */
const RUN_WORDS = 4;
/** Fewer runs tell nothing: names and offices alone make up some. */
const RUNS_MIN = 5;
/** The shorter text's share of runs that both hold, from which on one repeats the other. */
const REPEAT_MIN_SHARE = 0.7;
/** Runs by which a text is found again: those with the smallest hashes are the same in both (Broder 1997). */
const SKETCH_RUNS = 8;
/** Texts that share one run: more would be a common phrase, not a copy. */
const SHARING_MAX = 12;

/** White space and punctuation, in which copies differ. */
const MARKS = /[\s!-/:-@[-`{-~\u2010-\u2027]+/g;

/** Whether one text repeats the other, but for marks and a few words. */
export function repeatsText(a: string, b: string): boolean {
  return repeatsRuns(runsOf(foldText(a)), runsOf(foldText(b)));
}

/** The texts met so far, for the question whether a text repeats one of them. Linear in what is added. */
export class Repeats {
  readonly #exact = new Set<string>();
  readonly #byRun = new Map<number, string[]>();

  /**
   * Whether a text repeats an earlier one of the same kind; else it is kept. Short ones repeat only
   * inside their article. `kind` tells apart what may look alike ("likely" and "unlikely").
   */
  meets(text: string, articleId: string, kind: string): boolean {
    const folded = foldText(text);
    const isShort = wordCount(folded) < COPY_MIN_WORDS;
    const key = isShort ? `${articleId} ${folded}` : folded;
    if (this.#exact.has(key)) return true;
    const runs = runsOf(folded);
    const sketch = [...runs].sort((a, b) => a - b).slice(0, SKETCH_RUNS);
    const isRepeat = this.#candidates(sketch, kind).some((other) =>
      repeatsRuns(runs, runsOf(other)),
    );
    if (isRepeat) return true;
    this.#exact.add(key);
    for (const run of sketch) this.#keep(run, `${kind} ${folded}`);
    return false;
  }

  #candidates(sketch: number[], kind: string): string[] {
    const found = new Set(sketch.flatMap((run) => this.#byRun.get(run) ?? []));
    return [...found]
      .filter((entry) => entry.startsWith(`${kind} `))
      .map((entry) => entry.slice(kind.length + 1));
  }

  #keep(run: number, entry: string): void {
    const texts = this.#byRun.get(run) ?? [];
    if (texts.length < SHARING_MAX) this.#byRun.set(run, [...texts, entry]);
  }
}

function foldText(text: string): string {
  return text.toLowerCase().replace(MARKS, ' ').trim();
}

/** Hashes of each `RUN_WORDS` words in a row (FNV-1a, 32 bits). */
function runsOf(folded: string): Set<number> {
  const words = folded.split(' ');
  const runs = new Set<number>();
  for (let at = 0; at + RUN_WORDS <= words.length; at++)
    runs.add(hashOf(words.slice(at, at + RUN_WORDS).join(' ')));
  return runs;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

function repeatsRuns(a: Set<number>, b: Set<number>): boolean {
  const [shorter, longer] = a.size < b.size ? [a, b] : [b, a];
  if (shorter.size < RUNS_MIN) return false;
  let shared = 0;
  for (const run of shorter) if (longer.has(run)) shared++;
  return shared >= REPEAT_MIN_SHARE * shorter.size;
}

import type { TaggedWord } from './tagged-words.ts';

const ACTOR_CLASSES: ReadonlySet<string> = new Set(['party', 'leader', 'person', 'speech']);
const BREAK = /^(?:[,;:()“”"—–―]|--)$/;
/** An office stands near the beginning of what follows a name. */
const OFFICE_MAX_WORDS = 8;
const NAME_MAX_WORDS = 4;

/**
 * Takes the meaning out of the words that only name the source: "…, a professor of North Korean
 * Studies, …", "the top nuclear envoy said", "according to people familiar with the talks".
 * Actors stay, since they are also whom the sentence is about.
 */
export function withoutSourceWords(words: TaggedWord[]): TaggedWord[] {
  const muted = new Set<number>();
  for (const [from, to] of segments(words)) {
    const until = sourceEnd(words, from, to);
    for (let at = from; at < until; at++) muted.add(at);
  }
  return words.map((word, at) => {
    if (muted.has(at)) return { ...word, classes: actorOnly(word) };
    if (isPartOfName(words, at)) return { ...word, classes: actorOnly(word) };
    return isVenue(words, at) ? { ...word, classes: withoutThird(word) } : word;
  });
}

const NAMED_CLASSES = [
  'sanctions',
  'talks',
  'deal',
  'preparation',
  'growth',
  'relations',
  'third_role',
];

/** "the Asia-Pacific Economic Cooperation summit": capitals on both sides of a word make it a name. */
function isPartOfName(words: TaggedWord[], at: number): boolean {
  const word = words[at];
  const isNamed = NAMED_CLASSES.some((name) => word?.classes.has(name));
  return at > 1 && isNamed && word?.isCapital === true && words[at - 1]?.isCapital === true;
}

/** "in Sweden", "at the Hanoi summit": where something takes place, not who takes part. */
function isVenue(words: TaggedWord[], at: number): boolean {
  const { classes } = words[at] ?? { classes: new Set() };
  if (!classes.has('third') || classes.has('person')) return false;
  const before = words[at - 1]?.text ?? '';
  const twoBefore = words[at - 2]?.text ?? '';
  return (
    VENUE.test(before) ||
    (before === 'the' && VENUE.test(twoBefore)) ||
    (before === ',' &&
      !words[at - 2]?.classes.has('third') &&
      words[at - 2]?.isCapital === true &&
      VENUE.test(words[at - 3]?.text ?? ''))
  );
}

const VENUE = /^(?:in|at|near|from)$/;

function withoutThird({ classes }: TaggedWord): ReadonlySet<string> {
  return new Set([...classes].filter((name) => name !== 'third'));
}

function segments(words: TaggedWord[]): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  words.forEach(({ text }, at) => {
    if (!BREAK.test(text)) return;
    if (at > from) found.push([from, at]);
    from = at + 1;
  });
  if (from < words.length) found.push([from, words.length]);
  return found;
}

/** How far the naming of a source reaches into a segment: its end for an office, the cue verb otherwise. */
function sourceEnd(words: TaggedWord[], from: number, to: number): number {
  if (words[from]?.text === 'according to') return to;
  if (isOfficeAfterName(words, from, to) || isOfficeBeforeName(words, from, to)) return to;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (!word?.classes.has('speech')) continue;
    if (word.text === 'according to') return from;
    return words.slice(from, at).some(({ classes }) => classes.has('title')) ? at : from;
  }
  return from;
}

/** What a lone first word must be to count as a name: "However, analysts …" names nobody. */
const ACTOR_NAMES = ['person', 'party', 'leader'];

function isOfficeAfterName(words: TaggedWord[], from: number, to: number): boolean {
  const comma = words[from - 1];
  const name = words[from - 2];
  const closes = to === words.length || words[to]?.text === ',';
  return (
    comma?.text === ',' &&
    name?.isCapital === true &&
    (from > 2 || ACTOR_NAMES.some((each) => name.classes.has(each))) &&
    closes &&
    words
      .slice(from, Math.min(to, from + OFFICE_MAX_WORDS))
      .some(({ classes }) => classes.has('title'))
  );
}

/** "the chief negotiator, Kim Myong Gil, said" */
function isOfficeBeforeName(words: TaggedWord[], from: number, to: number): boolean {
  if (words[to]?.text !== ',' || to - from > OFFICE_MAX_WORDS) return false;
  const close = words.findIndex(({ text }, at) => at > to && text === ',');
  return (
    close > to + 1 &&
    close - to <= NAME_MAX_WORDS + 1 &&
    words[close + 1]?.classes.has('speech') === true &&
    words.slice(to + 1, close).every(({ isCapital }) => isCapital) &&
    words.slice(from, to).some(({ classes }) => classes.has('title') || classes.has('envoy'))
  );
}

function actorOnly({ classes }: TaggedWord): ReadonlySet<string> {
  const isThirdPerson = classes.has('third') && classes.has('person');
  return new Set(
    [...classes].filter(
      (name) =>
        ACTOR_CLASSES.has(name) || name.startsWith('party:') || (isThirdPerson && name === 'third'),
    ),
  );
}

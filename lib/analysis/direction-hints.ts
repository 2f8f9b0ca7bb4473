import { placesOf, strengthOf } from './factors.ts';
import { DIRECTION_RULES } from './rules/direction-rules.ts';
import { CIRCUMSTANCE, MENTIONED, POLARITY, TURNS_ALONE } from './rules/polarity.ts';
import { leadsUpToTurn, reachOf, signOf, turnedWords, type TurnedWord } from './turned-words.ts';
import type { TaggedWord } from './tagged-words.ts';

/** One thing in a sentence that tells for or against the talks. */
export interface DirectionHint {
  /** Under which its weight stands in `rules/polarity.ts`. */
  id: string;
  /** How much of that weight counts: negative where it is turned round. */
  value: number;
}

/** What the words of a sentence tell about the talks, in their order; rules on several words last. */
export function directionHints(words: TaggedWord[]): DirectionHint[] {
  const turned = turnedWords(words);
  const spent = new Set<number>();
  const isHeard = new Set<number>();
  const hints: DirectionHint[] = [];
  turned.forEach((each, at) => {
    const hint = hintOf(words, each, at);
    if (!hint) return;
    if (!isFixed(each.word)) each.turns.forEach((turn) => isHeard.add(turn));
    if (!isFixed(each.word) && (POLARITY[hint.class] ?? 0) < 0)
      each.turns.forEach((turn) => spent.add(turn));
    hints.push({ id: `word/${hint.class}`, value: hint.value });
  });
  turned.forEach(({ word, turns, share }, at) => {
    const alone = Object.keys(TURNS_ALONE).find((name) => word.classes.has(name));
    if (!alone || spent.has(at) || reachOf(word) === 0) return;
    const others = turns.filter((turn) => TURNED_BY.some((name) => words[turn]?.classes.has(name)));
    if (alone === 'negation' && isHeard.has(at)) return;
    hints.push({
      id: `turn/${isBefore(words, at, alone) ? 'stalled-before' : alone}`,
      value: share * signOf(others),
    });
  });
  return [...hints, ...ruleHints(words, turned)];
}

function hintOf(
  words: TaggedWord[],
  { word, turns, share }: TurnedWord,
  at: number,
): { class: string; value: number } | null {
  if (reachOf(word) > 0) return null;
  const strongest = strongestClass(words, at);
  const sign = isFixed(word) ? 1 : signOf(turns);
  if (strongest && !(sign < 0 && isWeak(strongest)))
    return { class: strongest, value: share * sign };
  if (strongest) return { class: 'mentioned', value: -share };
  const mentioned = MENTIONED.find((name) => word.classes.has(name));
  if (!mentioned || turns.length === 0) return null;
  return { class: 'mentioned', value: share * signOf(turns) };
}

/** What has failed stays failed where something else has, too; only these make it good again. */
const TURNED_BY = ['negation', 'improbable', 'blocking'];

/** "the stalled talks": named in passing, where "the talks have stalled" tells it. */
function isBefore(words: TaggedWord[], at: number, name: string): boolean {
  return (
    name === 'stalled' &&
    words
      .slice(at + 1, at + 3)
      .some(({ classes }) => ['talks', 'meeting', 'deal'].some((each) => classes.has(each)))
  );
}

/** "no contact": what is denied counts in full, however little its mention tells. */
function isWeak(name: string): boolean {
  const polarity = POLARITY[name] ?? 0;
  return polarity > 0 && polarity < (POLARITY['mentioned'] ?? 0);
}

function isFixed({ classes }: TaggedWord): boolean {
  return CIRCUMSTANCE.some((name) => classes.has(name));
}

/** What word classes tell together; not where it is denied. */
function ruleHints(words: TaggedWord[], turned: TurnedWord[]): DirectionHint[] {
  const places = placesOf(words);
  const shares = turned.map(({ share, turns }) => (turns.length > 0 ? 0 : share));
  return DIRECTION_RULES.flatMap((rule) => {
    const value = strengthOf(rule, places, shares);
    return value > 0 ? [{ id: rule.id, value }] : [];
  });
}

/** The class of a word that tells most; "wants the North to" is a demand, no wish to talk. */
function strongestClass(words: TaggedWord[], at: number): string | null {
  const { classes } = words[at] ?? { classes: new Set<string>() };
  if (classes.has('want') && isDemand(words, at)) return 'demand';
  if (leadsUpToTurn(words, at)) return null;
  let strongest: string | null = null;
  for (const name of classes) {
    const polarity = POLARITY[name];
    if (polarity === undefined) continue;
    if (!strongest || Math.abs(polarity) > Math.abs(POLARITY[strongest] ?? 0)) strongest = name;
  }
  return strongest;
}

function isDemand(words: TaggedWord[], at: number): boolean {
  const [next, second, third] = words.slice(at + 1, at + 4);
  const party = [next, second].find((word) => word?.classes.has('party'));
  return party !== undefined && [second, third].some((word) => word?.text === 'to');
}

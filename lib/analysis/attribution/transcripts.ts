import type { Paragraph } from '../analysis.ts';
import { figureNamed, figuresCalled, introduce, type Cast, type Figure } from './cast.ts';
import { nameText, stripTitles } from './census.ts';
import { tokenise } from './tokens.ts';

/** What somebody says in a transcript: a paragraph of an interview, a briefing or a broadcast. */
export interface SpokenTurn {
  /** As printed in front of the words: "ANN LEE", "MR. LEE". */
  label: string;
  /** Length of the label with its colon; 0 in the paragraphs over which a turn goes on. */
  length: number;
  /** A reporter narrates, an unnamed voice asks: neither is quoted. */
  kind: 'voice' | 'narrator' | 'nobody';
}

/** `ANN LEE: …`, `MR. LEE: …`, `BO BERG, BYLINE: …`, `Lee: …`, `Q: …`. */
const LABEL =
  /^((?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*){0,4})(, \p{Lu}[\p{Lu} ,.'’-]{2,60})?(?: \([^()\n]{1,40}\))?: (?=[^"“‘'])/u;
const LABEL_MAX_CHARS = 150;
const NARRATOR = /\b(?:BYLINE|HOST|ANCHOR|CORRESPONDENT|REPORTER)\b/u;
const NOBODY =
  /^(?:q|a|question|questions|answer|reporter|moderator|host|interviewer|press|audience|operator|speaker|unidentified.*|photo|image|source|note|update|related|watch|read more|editor'?s? note)$/iu;
const HONORIFIC = /^(?:mr|ms|mrs|dr|sen|rep|gov|gen|amb)\.? /iu;
/** A name before a colon opens a list as well: only in capitals is it a label before few words. */
const WORDS_MIN = 4;
const CAPITAL_TURNS_MIN = 3;
const OTHER_TURNS_MIN = 4;

/** The turns of a transcript by index of their paragraph; empty for other articles. */
export function findTurns(paragraphs: Paragraph[]): Map<number, SpokenTurn> {
  const labels = paragraphs.map(({ kind, text }) => (kind === 'body' ? labelOf(text) : null));
  const turns = new Map<number, SpokenTurn>();
  if (!isTranscript(labels.flatMap((label) => label?.[1] ?? []))) return turns;
  const narrators = new Set<string>();
  let current: SpokenTurn | null = null;
  labels.forEach((found, index) => {
    const [whole = '', label = '', description = ''] = found ?? [];
    if (found && NARRATOR.test(description)) narrators.add(lastWord(label));
    if (found) current = { label, length: whole.length, kind: kindOf(label, narrators) };
    else if (current) current = { ...current, length: 0 };
    if (current && paragraphs[index]?.kind === 'body') turns.set(index, current);
  });
  return turns;
}

function labelOf(text: string): RegExpExecArray | null {
  const found = LABEL.exec(text.slice(0, LABEL_MAX_CHARS));
  const rest = text.slice(found?.[0].length, 200).split(/\s+/u).length;
  const isCapital = found?.[1] === found?.[1]?.toUpperCase();
  return found && (isCapital || rest >= WORDS_MIN) ? found : null;
}

/** Several labels, one of them twice; labels in capitals are surer than names. */
function isTranscript(labels: string[]): boolean {
  const isCapital = labels.every((label) => label === label.toUpperCase());
  const isRepeated = new Set(labels.map(lastWord)).size < labels.length;
  return isRepeated && labels.length >= (isCapital ? CAPITAL_TURNS_MIN : OTHER_TURNS_MIN);
}

function kindOf(label: string, narrators: Set<string>): SpokenTurn['kind'] {
  if (NOBODY.test(label)) return 'nobody';
  return narrators.has(lastWord(label)) ? 'narrator' : 'voice';
}

function lastWord(label: string): string {
  return label.split(' ').at(-1)?.toLowerCase() ?? '';
}

/** Whom a label names; somebody new where the text names nobody of that name. */
export function figureOfLabel(cast: Cast, label: string): Figure | null {
  const bare = label.replace(HONORIFIC, '');
  const tokens = tokenise(bare, 0, bare.length, [], new Set());
  const { from } = stripTitles(tokens, 0, tokens.length - 1);
  const name = nameText(tokens, bare, from, tokens.length - 1);
  const called = figuresCalled(cast, name);
  const known = figureNamed(cast, name) ?? (called.length === 1 ? called[0] : undefined);
  if (known) return known;
  return called.length === 0 ? introduce(cast, inSmallLetters(name), 'person') : null;
}

/** "MOON CHUNG-IN" → "Moon Chung-in". */
function inSmallLetters(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.replace(/\p{L}[^\s]*/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

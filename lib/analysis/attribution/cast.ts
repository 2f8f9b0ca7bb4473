import type { Actor, Topic } from '#lib/topic/topic.ts';
import { once } from '../once.ts';
import type { Description } from './appositives.ts';
import { nameKey, shortForms } from './names.ts';

/** Somebody or something that an article names or describes. */
export interface Figure {
  /** Full name, or for unnamed sources the text's own phrase. */
  name: string;
  /** Id of the topic's actor, or null. */
  actor: string | null;
  kind: 'person' | 'organisation' | 'outlet' | 'state' | 'unnamed';
  isPlural: boolean;
  /** Role as the article gives it, and as the topic knows it. */
  role: string | null;
  knownRole: string | null;
  affiliation: string | null;
  /** Nouns by which later sentences may mean it ("professor"). */
  nouns: Set<string>;
  pronoun: 'he' | 'she' | null;
  /** The article has given the full name. */
  isIntroduced: boolean;
  /** Named by the narrator, not in quotations alone. */
  isNarrated: boolean;
  /** Leads a party: meant by the family name alone where nobody else was introduced. */
  isLeader: boolean;
  /** Who an unnamed source turns out to be. */
  identity?: Figure;
}

/** The figures of one article: the topic's actors, and everybody whom the text introduces. */
export interface Cast {
  /** The topic's actors, then whom the text introduces, in its order. */
  figures: Figure[];
  /** Actors whom the topic knows by a tie or an office ("sister of …"). */
  relatives: Figure[];
  byName: Map<string, Figure>;
  byShortForm: Map<string, Figure[]>;
  /** Persons by the first word of a name whose order is not sure: sought where nobody has it as family name. */
  byFirstWord: Map<string, Figure[]>;
  /** Keys that stand for a figure only in capitals: "US" is no "us". */
  inCapitals: Set<string>;
}

export function castOf(topic: Topic): Cast {
  const cast: Cast = {
    figures: [],
    relatives: [],
    byName: new Map(),
    byShortForm: new Map(),
    byFirstWord: new Map(),
    inCapitals: new Set(),
  };
  for (const actor of topic.actors) addActor(cast, actor, topic);
  return cast;
}

function addActor(cast: Cast, actor: Actor, topic: Topic): void {
  const party = topic.actors.find(({ id }) => id === actor.party);
  const isLeader = actor.role === 'leader';
  const figure: Figure = {
    name: actor.name,
    actor: actor.id,
    kind: actor.kind,
    isPlural: false,
    role: null,
    knownRole: isLeader ? null : (actor.role ?? null),
    affiliation: actor.kind === 'person' ? (party?.name ?? null) : null,
    nouns: new Set(actor.kind === 'outlet' ? ['outlet'] : []),
    pronoun: actor.pronoun ?? null,
    isIntroduced: false,
    isNarrated: false,
    isLeader,
  };
  const { keys, inCapitals, shortForms: forms } = spellingsOf(actor);
  cast.figures.push(figure);
  if (figure.knownRole) cast.relatives.push(figure);
  for (const key of keys) cast.byName.set(key, figure);
  for (const key of inCapitals) cast.inCapitals.add(key);
  for (const form of forms) addTo(cast.byShortForm, form, figure);
}

interface Spellings {
  keys: string[];
  inCapitals: string[];
  shortForms: string[];
}

/** What an actor's names look up: the same for every article, so it is worked out once an actor. */
const spellingsOf = once((actor: Actor): Spellings => {
  const names = [actor.name, ...actor.aliases];
  const full = actor.kind === 'person' ? names.filter((name) => name.includes(' ')) : [];
  return {
    keys: names.map((name) => nameKey(name)),
    inCapitals: names.filter((name) => isAcronym(name)).map((name) => nameKey(name)),
    shortForms: full.flatMap((name) => shortForms(name, actor.familyNameFirst ?? false)),
  };
});

/** Adds somebody whom the text itself introduces. */
export function introduce(cast: Cast, name: string, kind: Figure['kind']): Figure {
  const figure = describedFigure(name, kind);
  figure.isIntroduced = true;
  cast.figures.push(figure);
  cast.byName.set(nameKey(name), figure);
  if (kind === 'person') {
    for (const form of shortForms(name)) addTo(cast.byShortForm, form, figure);
    addTo(cast.byFirstWord, nameKey(name.split(' ')[0] ?? ''), figure);
  }
  return figure;
}

/** A figure that is known only by a description. */
export function describedFigure(name: string, kind: Figure['kind']): Figure {
  return {
    name,
    actor: null,
    kind,
    isPlural: false,
    role: null,
    knownRole: null,
    affiliation: null,
    nouns: new Set(),
    pronoun: null,
    isIntroduced: false,
    isNarrated: false,
    isLeader: false,
  };
}

/** Keeps what the text says about a figure; the first description stays. */
export function learn(figure: Figure, description: Description | null): void {
  if (!description) return;
  figure.role ??= description.role;
  figure.affiliation ??= description.affiliation;
  for (const noun of description.nouns) figure.nouns.add(noun);
}

/** More persons and bodies than an article names: bounds the search for whom a description means. */
const FIGURES_MAX = 300;

/** The figures among which a description is sought. */
export function latestFigures({ figures }: Cast): Figure[] {
  return figures.slice(-FIGURES_MAX);
}

/** The figure of that full name, alias or spelling. */
export function figureNamed(cast: Cast, name: string): Figure | null {
  const key = nameKey(name);
  if (cast.inCapitals.has(key) && /\p{Ll}/u.test(name.replace(/['’]s$/u, ''))) return null;
  return cast.byName.get(key) ?? null;
}

/** Persons whom a family name alone may mean: those introduced so far, else leaders. */
export function figuresCalled(cast: Cast, shortForm: string): Figure[] {
  const key = nameKey(shortForm);
  const all = cast.byShortForm.get(key) ?? cast.byFirstWord.get(key) ?? [];
  const known = all.filter(({ isIntroduced }) => isIntroduced);
  const leaders = all.filter(({ isLeader }) => isLeader);
  return [...new Set([...known, ...leaders])].length > 0
    ? [...new Set([...known, ...leaders])]
    : all;
}

function addTo(called: Map<string, Figure[]>, form: string, figure: Figure): void {
  const figures = called.get(form) ?? [];
  if (!figures.includes(figure)) figures.push(figure);
  called.set(form, figures);
}

function isAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}.]{1,5}$/u.test(name);
}

import type { Actor, Topic } from '#lib/topic/topic.ts';
import { addEntry, emptyLexicon, type Lexicon } from './lexicon.ts';
import { once } from './once.ts';
import { BOTH_PARTIES, STATES } from './rules/words-of-states.ts';
import { WORDS_OF_ARGUMENT } from './rules/words-of-argument.ts';
import { WORDS_OF_CONTACTS } from './rules/words-of-contacts.ts';
import { WORDS_OF_COURSE } from './rules/words-of-course.ts';
import { WORDS_OF_HINTS } from './rules/words-of-hints.ts';
import { WORDS_OF_SUBSTANCE } from './rules/words-of-substance.ts';
import { WORDS_OF_SURROUNDINGS } from './rules/words-of-surroundings.ts';
import { WORDS_OF_TALKS } from './rules/words-of-talks.ts';
import { WORDS_OF_WILL } from './rules/words-of-will.ts';

const WORD_CLASSES = {
  ...WORDS_OF_TALKS,
  ...WORDS_OF_WILL,
  ...WORDS_OF_SUBSTANCE,
  ...WORDS_OF_CONTACTS,
  ...WORDS_OF_SURROUNDINGS,
  ...WORDS_OF_ARGUMENT,
  ...WORDS_OF_HINTS,
  ...WORDS_OF_COURSE,
};

/**
 * All words that the rules know, those of the topic's actors among them. Classes of actors:
 * `party` and `party:ID`; `leader` for who negotiates for a party; `third` for states that are no
 * party and persons of none; `side:ID` for words of a side negotiation; `topic:FACTOR` for the
 * topic's own factor words.
 */
export const topicLexicon = once(buildLexicon);

function buildLexicon(topic: Topic): Lexicon {
  const lexicon = emptyLexicon();
  for (const [label, list] of Object.entries(WORD_CLASSES))
    for (const entry of list.split(/\s+/)) addEntry(lexicon, label, entry);
  for (const entry of BOTH_PARTIES) addEntry(lexicon, 'both', entry);
  const named = new Set(topic.actors.flatMap(namesOf).map((name) => name.toLowerCase()));
  for (const state of STATES)
    if (!named.has(state.replaceAll('_', ' ').toLowerCase()))
      addEntry(lexicon, 'third', state, true);
  for (const actor of topic.actors) addActor(lexicon, actor);
  addFamilyNames(lexicon, topic.actors);
  for (const { id, words } of topic.sideNegotiations)
    for (const word of words)
      for (const label of ['side', `side:${id}`]) addEntry(lexicon, label, word);
  for (const [factor, words] of Object.entries(topic.factorWords))
    for (const word of words ?? []) addEntry(lexicon, `topic:${factor}`, word);
  return lexicon;
}

function namesOf({ name, aliases, demonyms = [] }: Actor): string[] {
  return [name, ...aliases, ...demonyms];
}

/** "the North Korean leader": an office that stands for whoever negotiates for the party. */
const LEADING_OFFICES = ['leader', 'president', 'dictator', 'ruler', 'strongman', 'supreme leader'];

function addLeadingOffices(lexicon: Lexicon, actor: Actor): void {
  if (actor.kind !== 'state' || !actor.party) return;
  for (const name of namesOf(actor))
    for (const office of LEADING_OFFICES)
      for (const label of ['party', `party:${actor.party}`, 'leader'])
        addEntry(lexicon, label, `${name} ${office}`, true);
}

function addActor(lexicon: Lexicon, actor: Actor): void {
  addLeadingOffices(lexicon, actor);
  for (const name of namesOf(actor))
    for (const label of labelsOf(actor)) addEntry(lexicon, label, name, true);
}

/** Offices whose holders act for a state, so that naming them names a third party. */
const STATE_OFFICE = /\b(?:president|prime minister|chancellor|king|minister|secretary-general)\b/i;

function labelsOf({ kind, party, role = '' }: Actor): string[] {
  if (kind === 'outlet') return ['outlet'];
  if (kind !== 'person') return party ? ['party', `party:${party}`] : ['third'];
  if (party) return ['person', 'party', `party:${party}`, ...(role === 'leader' ? ['leader'] : [])];
  return STATE_OFFICE.test(role) ? ['person', 'third'] : ['person'];
}

/** A family name alone means a leader who bears it, or else what all of its bearers are. */
function addFamilyNames(lexicon: Lexicon, actors: Actor[]): void {
  const bearers = new Map<string, Actor[]>();
  for (const actor of actors) {
    if (actor.kind !== 'person') continue;
    const name = familyNameOf(actor);
    bearers.set(name, [...(bearers.get(name) ?? []), actor]);
  }
  for (const [name, group] of bearers) {
    const leaders = group.filter(({ role }) => role === 'leader');
    const labels = (leaders.length > 0 ? leaders : group).map(labelsOf);
    const [first = [], ...others] = labels;
    for (const label of first.filter((each) => others.every((list) => list.includes(each))))
      addEntry(lexicon, label, name, true);
  }
}

function familyNameOf({ name, familyNameFirst }: Actor): string {
  const words = name.split(' ');
  return (familyNameFirst ? words[0] : words.at(-1)) ?? name;
}

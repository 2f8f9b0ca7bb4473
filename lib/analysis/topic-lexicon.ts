import type { Actor, Topic } from '#lib/topic/topic.ts';
import { addEntry, emptyLexicon, type Lexicon } from './lexicon.ts';
import { BOTH_PARTIES, STATES } from './rules/words-of-states.ts';
import { WORDS_OF_ARGUMENT } from './rules/words-of-argument.ts';
import { WORDS_OF_SUBSTANCE } from './rules/words-of-substance.ts';
import { WORDS_OF_TALKS } from './rules/words-of-talks.ts';
import { WORDS_OF_WILL } from './rules/words-of-will.ts';

const WORD_CLASSES = {
  ...WORDS_OF_TALKS,
  ...WORDS_OF_WILL,
  ...WORDS_OF_SUBSTANCE,
  ...WORDS_OF_ARGUMENT,
};

const compiled = new WeakMap<Topic, Lexicon>();

/**
 * All words that the rules know, those of the topic's actors among them. Classes of actors:
 * `party` and `party:ID`; `leader` for who negotiates for a party; `third` for states that are no
 * party and persons of none; `side:ID` for words of a side negotiation; `topic:FACTOR` for the
 * topic's own factor words.
 */
export function topicLexicon(topic: Topic): Lexicon {
  const known = compiled.get(topic);
  if (known) return known;
  const lexicon = buildLexicon(topic);
  compiled.set(topic, lexicon);
  return lexicon;
}

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
  for (const { id, words } of topic.sideNegotiations)
    for (const word of words) addEntry(lexicon, `side:${id}`, word);
  for (const [factor, words] of Object.entries(topic.factorWords))
    for (const word of words ?? []) addEntry(lexicon, `topic:${factor}`, word);
  return lexicon;
}

function namesOf({ name, aliases, demonyms = [] }: Actor): string[] {
  return [name, ...aliases, ...demonyms];
}

function addActor(lexicon: Lexicon, actor: Actor): void {
  if (actor.kind === 'outlet') {
    for (const name of namesOf(actor)) addEntry(lexicon, 'outlet', name, true);
    return;
  }
  const labels = actor.party ? ['party', `party:${actor.party}`] : ['third'];
  if (actor.role === 'leader') labels.push('leader');
  if (actor.kind === 'person') labels.push('person');
  for (const name of namesOf(actor))
    for (const label of labels) addEntry(lexicon, label, name, true);
}

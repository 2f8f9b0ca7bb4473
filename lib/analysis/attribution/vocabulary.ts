import vocabulary from './vocabulary.json' with { type: 'json' };
import { isCapital, type Token } from './tokens.ts';

/** How a cue verb takes what is said. */
export type CueClass = 'say' | 'tell' | 'announce' | 'quote' | 'think' | 'characterise';

/** Form of a cue verb in the text. */
export interface CueForm {
  classes: ReadonlySet<CueClass>;
  isParticiple: boolean;
  /** The dictionary form stands as the plural present ("analysts say") and as the infinitive. */
  isBase: boolean;
}

const CLASSES: CueClass[] = ['say', 'tell', 'announce', 'quote', 'think', 'characterise'];
const IRREGULAR: Record<string, string[]> = vocabulary.irregular;
const FORMS = cueForms();

const AUXILIARIES = new Set(vocabulary.auxiliaries);
const FINITE = new Set([...vocabulary.pastTense, ...vocabulary.presentTense]);
const PREPOSITIONS = new Set(vocabulary.prepositions);
const CONJUNCTIONS = new Set(vocabulary.conjunctions);
const DETERMINERS = new Set(vocabulary.determiners);
const TIMES = new Set([...vocabulary.weekdays, ...vocabulary.timeWords]);
const MONTHS = new Set(vocabulary.months);
const ROLES = new Set(vocabulary.roles);
const INSTITUTIONS = new Set(vocabulary.institutions);
const BODY_WORDS = new Set(vocabulary.bodyWords);
const OUTLET_WORDS = new Set(vocabulary.outletWords);
const DOCUMENTS = new Set(vocabulary.documentNouns);
const ADVERBS = new Set(vocabulary.adverbs);
const POSTMODIFIERS = new Set(vocabulary.postmodifiers);
const SUBORDINATORS = new Set(vocabulary.subordinators);
const NAME_TITLES = new Set([...vocabulary.nameTitles, ...vocabulary.roles]);

/** The cue verb that a word may be, or null. */
export function cueForm(token: Token | undefined): CueForm | null {
  return token?.kind === 'word' ? (FORMS.get(token.lower) ?? null) : null;
}

export const isPreposition = (token: Token | undefined) => !!token && PREPOSITIONS.has(token.lower);
export const isConjunction = (token: Token | undefined) => !!token && CONJUNCTIONS.has(token.lower);
export const isDeterminer = (token: Token | undefined) => !!token && DETERMINERS.has(token.lower);
export const isAuxiliary = (token: Token | undefined) => !!token && AUXILIARIES.has(token.lower);
export const isTitle = (token: Token | undefined) =>
  !!token && NAME_TITLES.has(token.lower.replace(/\.$/u, ''));

/** A noun for somebody who may speak ("officials"), or for a body that does ("ministry"). */
export function roleOf(token: Token | undefined): string | null {
  if (token?.kind !== 'word') return null;
  const word = token.lower;
  if (isRole(word)) return word;
  if (!word.endsWith('s') && !word.endsWith('men')) return null;
  const singular = singularOf(word);
  return isRole(singular) ? singular : null;
}

function isRole(word: string): boolean {
  return ROLES.has(word) || INSTITUTIONS.has(word);
}

/** Whether a noun names a person rather than a body. */
export const isPersonNoun = (noun: string) => ROLES.has(noun) && !INSTITUTIONS.has(noun);
export const isInstitution = (noun: string) => INSTITUTIONS.has(noun);
export const isOutletNoun = (noun: string) => vocabulary.outletNouns.includes(noun);
/** A report, a statement: nobody speaks but whoever wrote it. */
export const isDocumentNoun = (noun: string) => DOCUMENTS.has(noun);
export const isViewNoun = (noun: string) => vocabulary.viewNouns.includes(noun);

/** A capitalised word that shows a name to be that of a body: "[Daily]", "[Institute]", "[Nations]". */
export function isBodyWord(token: Token | undefined): boolean {
  if (!token || !isCapital(token)) return false;
  const word = bareName(token);
  return BODY_WORDS.has(word) || INSTITUTIONS.has(word) || OUTLET_WORDS.has(word);
}

/** A capitalised word by which newspapers and broadcasters are called: "[Times]", "[Post]". */
export const isOutletWord = (token: Token | undefined) =>
  !!token && isCapital(token) && OUTLET_WORDS.has(bareName(token));

function bareName({ lower }: Token): string {
  return lower.replace(/'s$/u, '');
}

export const isSpeechNoun = (noun: string) => vocabulary.speechNouns.includes(singularOf(noun));
export const isClaimNoun = (noun: string) => vocabulary.claimNouns.includes(singularOf(noun));
export const startsPostmodifier = (token: Token | undefined) =>
  !!token && POSTMODIFIERS.has(token.lower);
export const isSubordinator = (token: Token | undefined) =>
  !!token && SUBORDINATORS.has(token.lower);
export const isAdverb = (token: Token | undefined) =>
  token?.kind === 'word' &&
  !isBodyWord(token) &&
  (ADVERBS.has(token.lower) || (/^[a-z]{2,}ly$/u.test(token.lower) && !isRole(token.lower)));

/** "Monday", "Jan.", "27th", "2025", "earlier". */
export function isTime(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  return TIMES.has(token.lower) || isMonth(token) || /^\d{1,4}(?:st|nd|rd|th)?$/u.test(token.lower);
}

/** Dictionary forms of cue verbs that are nouns as well: "think [tanks]", "state [officials]". */
export function mayBeNoun(token: Token | undefined): boolean {
  const isOnlyVerb = /^(?:say|tell|believe|argue|add|insist|expect|agree|maintain|contend)$/u;
  return !!cueForm(token)?.isBase && !isOnlyVerb.test(token?.lower ?? '');
}

/** A verb that carries a clause: auxiliaries, and the past and present forms that news uses most. */
export function isFiniteVerb(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (AUXILIARIES.has(token.lower) || FINITE.has(token.lower)) return true;
  const form = FORMS.get(token.lower);
  return form ? !form.isParticiple && !form.isBase : /^[a-z]{3,}ed$/u.test(token.lower);
}

export function singularOf(noun: string): string {
  if (ROLES.has(noun) || INSTITUTIONS.has(noun)) return noun;
  if (noun.endsWith('men')) return `${noun.slice(0, -3)}man`;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun;
}

/** "May" counts as a month only with a capital. */
export function isMonth(token: Token | undefined): boolean {
  return !!token && MONTHS.has(token.lower.replace(/\.$/u, '')) && /^\p{Lu}/u.test(token.text);
}

function cueForms(): Map<string, CueForm> {
  const forms = new Map<
    string,
    { classes: Set<CueClass>; isParticiple: boolean; isBase: boolean }
  >();
  for (const cueClass of CLASSES)
    for (const verb of vocabulary[cueClass])
      for (const form of inflect(verb)) {
        const isParticiple = form.endsWith('ing');
        const known = forms.get(form) ?? {
          classes: new Set(),
          isParticiple,
          isBase: form === verb,
        };
        known.classes.add(cueClass);
        forms.set(form, known);
      }
  return forms;
}

function inflect(verb: string): string[] {
  if (IRREGULAR[verb]) return IRREGULAR[verb];
  const stem = verb.replace(/e$/u, '');
  const soft = /[^aeiou]y$/u.test(verb) ? verb.slice(0, -1) : null;
  const third = soft ? `${soft}ies` : `${verb}${/(?:s|sh|ch)$/u.test(verb) ? 'es' : 's'}`;
  return [verb, third, soft ? `${soft}ied` : `${stem}ed`, `${stem}ing`];
}

/** Whether a word, as written, is a form of a verb that speech follows. */
export function isCueWord(word: string): boolean {
  const classes = FORMS.get(word.toLowerCase())?.classes;
  return !!classes && [...classes].some((one) => one !== 'characterise' && one !== 'think');
}

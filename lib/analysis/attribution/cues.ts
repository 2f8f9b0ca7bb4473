import { isBoundary, type Phrase } from './phrase-core.ts';
import { phraseStartingAt } from './phrases.ts';
import { mainSubject, nameAfter, subjectBefore } from './subjects.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';
import {
  cueForm,
  isAdverb,
  isDeterminer,
  isFiniteVerb,
  isPreposition,
  isTime,
  isSpeechNoun,
  mayBeNoun,
  roleOf,
  startsPostmodifier,
  type CueClass,
} from './vocabulary.ts';

/** A verb of saying in its place, with its subject. */
export interface Cue {
  /** First and last token of the verb ("pointed out", "made it clear"). */
  from: number;
  to: number;
  classes: ReadonlySet<CueClass>;
  source: Phrase | null;
  /** First token of the subject with what describes it. */
  subjectFrom: number;
  /** Last token of verb and, where it follows, subject. */
  end: number;
  /** The subject was named earlier: ", adding", "and said". */
  isInherited: boolean;
  isInverted: boolean;
}

const SAY: ReadonlySet<CueClass> = new Set<CueClass>(['say']);
const BE = /^(?:is|are|was|were|be|been|being)$/u;
const MODAL =
  /^(?:will|would|can|could|may|might|must|shall|should|cannot|not|never|to|won't|wouldn't|didn't|doesn't|don't|hasn't|haven't|isn't|aren't|couldn't)$/u;
/** Tokens from one cue to the pronoun of the next: "said [that he]". */
const NESTED_MAX_TOKENS = 2;
const ABSOLUTE_MAX_TOKENS = 16;
const JUDGED_MAX_TOKENS = 10;
/** Participles that explain rather than quote. */
const NO_PARTICIPLE_CUE =
  /^(?:answering|referring|calling|mentioning|feeling|thinking|beginning|continuing)$/u;

/** The cue verbs of a statement, in order, outside quotations. */
export function findCues(tokens: Token[]): Cue[] {
  const cues: Cue[] = [];
  tokens.forEach((token, at) => {
    if (token.isQuoted) return;
    const verb = verbAt(tokens, at);
    const cue = verb && placeCue(tokens, cues, verb);
    if (cue) cues.push(cue);
  });
  return cues;
}

interface Verb {
  from: number;
  to: number;
  classes: ReadonlySet<CueClass>;
  isParticiple: boolean;
  isBase: boolean;
}

/** The cue verb at a token, unless it is a noun, passive, denied or only possible there. */
function verbAt(tokens: Token[], at: number): Verb | null {
  const token = tokens[at];
  const fixed = fixedPhrase(tokens, at);
  if (fixed) return fixed;
  const form = cueForm(token);
  if (!token || !form || (isCapital(token) && at > 0)) return null;
  if (form.isParticiple && NO_PARTICIPLE_CUE.test(token.lower) && !judges(tokens, at)) return null;
  if ((form.isBase && isNounHere(tokens, at)) || isParticipleOfNoun(tokens, at)) return null;
  if (form.isParticiple && onlyThinks(form.classes)) return null;
  if (!isVerbHere(tokens, at, form.isParticiple)) return null;
  return { from: at, to: at, ...form };
}

/** ", [calling] the offer "dead"": quoted words within reach. */
function judges(tokens: Token[], at: number): boolean {
  if (!cueForm(tokens[at])?.classes.has('characterise')) return false;
  const next = tokens.slice(at + 1, at + JUDGED_MAX_TOKENS);
  const end = next.findIndex((token) => isBoundary(token));
  return next.slice(0, end < 0 ? undefined : end).some(({ isQuoted }) => isQuoted);
}

/** "pointed out", "made (it) clear", "making clear". */
function fixedPhrase(tokens: Token[], at: number): Verb | null {
  const [first, second, third] = [
    tokens[at]?.lower ?? '',
    tokens[at + 1]?.lower,
    tokens[at + 2]?.lower,
  ];
  const isParticiple = first.endsWith('ing');
  const verb = { from: at, classes: SAY, isParticiple, isBase: !/(?:ed|s|ing|made)$/u.test(first) };
  if (/^point(?:s|ed|ing)?$/u.test(first) && second === 'out') return { ...verb, to: at + 1 };
  if (!/^ma(?:de|kes?|king)$/u.test(first)) return null;
  if (second === 'clear') return { ...verb, to: at + 1 };
  return second === 'it' && third === 'clear' ? { ...verb, to: at + 2 } : null;
}

/** "think tanks", "state officials", "report authors". */
/** "people [briefed] on the plan": a participle after its noun. */
function isParticipleOfNoun(tokens: Token[], at: number): boolean {
  return startsPostmodifier(tokens[at]) && isPreposition(tokens[at + 1]);
}

function isNounHere(tokens: Token[], at: number): boolean {
  return mayBeNoun(tokens[at]) && roleOf(tokens[at + 1]) !== null;
}

function onlyThinks(classes: ReadonlySet<CueClass>): boolean {
  return classes.has('think') && classes.size === 1;
}

function isVerbHere(tokens: Token[], at: number, isParticiple: boolean): boolean {
  let left = at - 1;
  while (isAdverb(tokens[left]) && !/^(?:to|on)$/u.test(tokens[left]?.lower ?? '')) left--;
  const before = tokens[left];
  if (!before) return true;
  if (before.lower === 'to')
    return /^(?:went|goes|gone|going)$/u.test(tokens[left - 2]?.lower ?? '');
  if (BE.test(before.lower)) return isParticiple;
  if (MODAL.test(before.lower)) return false;
  if (isParticiple) return opensParticiple(before) || absoluteSubject(tokens, at) !== null;
  return (
    !isPossessive(before) &&
    !(
      isDeterminer(before) &&
      !/^(?:that|these|those|some|many|most|others?|one|both|all|few|several)$/u.test(before.lower)
    ) &&
    !(isPreposition(before) && !isTime(before))
  );
}

/** ", adding"; "a statement saying"; but not "both sides warning" or "by saying". */
function opensParticiple(before: Token): boolean {
  if (before.kind !== 'word') return true;
  return /^(?:and|but|or)$/u.test(before.lower) || isSpeechNoun(before.lower);
}

function placeCue(tokens: Token[], earlier: Cue[], verb: Verb): Cue | null {
  const { from, to, classes } = verb;
  const cue = {
    from,
    to,
    classes,
    subjectFrom: from,
    end: to,
    isInherited: false,
    isInverted: false,
  };
  if (verb.isParticiple) {
    const subject = absoluteSubject(tokens, from);
    if (subject) return { ...cue, source: subject };
    if (from === 0) return { ...cue, source: mainSubject(tokens) };
    return inherit(tokens, earlier, cue);
  }
  const inverted = invertedSubject(tokens, verb);
  if (inverted) return { ...cue, source: inverted, end: inverted.to, isInverted: true };
  if (isCoordinated(tokens, from)) return inherit(tokens, earlier, cue);
  const subject = subjectBefore(tokens, from);
  if (!subject || (verb.isBase && !subject.phrase.isPlural)) return null;
  return { ...cue, source: subject.phrase, subjectFrom: subject.from };
}

function inherit(tokens: Token[], earlier: Cue[], cue: Omit<Cue, 'source'>): Cue | null {
  const source = outermost(earlier)?.source ?? mainSubject(tokens, cue.from);
  return { ...cue, source: source ?? null, isInherited: true };
}

/** "Lee said he believes …, adding": a pronoun right behind a cue stands inside its words. */
function outermost(cues: Cue[]): Cue | null {
  for (let at = cues.length - 1; at >= 0; at--) {
    const [cue, before] = [cues[at], cues[at - 1]];
    const isInside = !!before && !!cue && cue.subjectFrom - before.end <= NESTED_MAX_TOKENS;
    if (cue && !(isInside && cue.source?.kind === 'pronoun')) return cue;
  }
  return null;
}

/** "…, with [Ann Lee], the envoy, saying": the subject of a participle that "with" leads in. */
function absoluteSubject(tokens: Token[], verb: number): Phrase | null {
  for (let at = verb - 2; at >= Math.max(0, verb - ABSOLUTE_MAX_TOKENS); at--) {
    if (tokens[at]?.kind === 'speech' || tokens[at]?.text === ';') return null;
    if (tokens[at]?.lower !== 'with') continue;
    const first = phraseStartingAt(tokens, at + 1);
    const end = first && isFiniteVerb(tokens[first.to + 1]) ? verb : (first?.to ?? verb) + 1;
    // "his ties with Lee, saying" is no clause of Lee's.
    const isApart = at === 0 || tokens[at - 1]?.text === ',';
    const isInsert = isApart && tokens[end]?.text === ',' && tokens[verb - 1]?.text === ',';
    const isNext = end === verb || isInsert;
    return first && isNext ? (nameAfter(tokens, first) ?? first) : null;
  }
  return null;
}

/** "…," said Ann Lee: the verb after a quotation or comma, and a phrase with no verb of its own after it. */
function invertedSubject(tokens: Token[], { from, to, classes, isBase }: Verb): Phrase | null {
  const before = tokens[from - 1];
  const isQuote = before?.kind === 'speech';
  if (isBase || classes.has('tell') || classes.has('characterise')) return null;
  if (!isQuote && before?.text !== ',') return null;
  const head = phraseStartingAt(tokens, to + 1);
  const phrase = head && (nameAfter(tokens, head) ?? head);
  if (!phrase || phrase.kind === 'pronoun') return null;
  return isQuote || !carriesClause(tokens, phrase.to + 1) ? phrase : null;
}

/** Whether a finite verb follows before the next mark: the phrase is the subject of what is said. */
function carriesClause(tokens: Token[], from: number): boolean {
  for (let at = from; at < from + 10 && !isBoundary(tokens[at]); at++)
    if (isFiniteVerb(tokens[at])) return tokens[from]?.lower !== 'who';
  return false;
}

/** "hailed the plan and said": the subject stands before the first verb. */
function isCoordinated(tokens: Token[], verb: number): boolean {
  let at = verb - 1;
  while (isAdverb(tokens[at])) at--;
  return /^(?:and|but|or|then)$/u.test(tokens[at]?.lower ?? '');
}

import { descriptionAfter } from './appositives.ts';
import type { Figure } from './cast.ts';
import type { Claim } from './claim.ts';
import { findClaims } from './claims.ts';
import { takeTurn, takeUp, type Discourse } from './discourse.ts';
import { keepDocuments } from './documents.ts';
import { nameLeadVoice } from './lead-voice.ts';
import { figuresIn, mentionsOf } from './mentions.ts';
import type { Phrase } from './phrase-core.ts';
import { resolveSpeaker } from './speakers.ts';
import type { Statement } from './statements.ts';
import { mainSubject } from './subjects.ts';
import type { Token } from './tokens.ts';
import { withoutRepeats, type Finding } from './finding.ts';
import { floorHolder, giveFloor, keepFloor } from './floor.ts';
import { isDocumentNoun } from './vocabulary.ts';

/** One statement as it is being read. */
interface Reading {
  discourse: Discourse;
  statement: Statement;
  body: string;
  claims: Claim[];
  /** Last token of every phrase that some verb or "according to" makes a speaker. */
  speaking: Set<number>;
  /** Last token of every phrase that comes to the fore: speakers and the statement's subject, no listener. */
  acting: Set<number>;
  /** Whom the phrases mean, by the last token of their core: phrases found twice are one. */
  figures: Map<number, Figure | null>;
}

/** Settles who makes each claim of a statement, in reading order, and keeps in mind who came up. */
export function readStatement(discourse: Discourse, statement: Statement, body: string): Finding[] {
  learnPronoun(discourse, statement);
  takeUp(discourse, statement);
  if (statement.label !== undefined) giveFloor(discourse, statement, statement.label);
  const { claims, cues } = findClaims(statement.tokens);
  const subject = mainSubject(statement.tokens);
  const sources = [...claims, ...cues].flatMap(({ source }) => source ?? []);
  const phrases = [
    ...sources,
    ...claims.flatMap(({ medium }) => medium ?? []),
    ...(subject ? [subject] : []),
  ];
  const speaking = new Set(sources.map(({ coreTo }) => coreTo));
  const acting = new Set([
    ...speaking,
    ...(subject && !isTold(statement.tokens, subject) ? [subject.coreTo] : []),
  ]);
  const figures = new Map<number, Figure | null>();
  const reading = { discourse, statement, body, claims, speaking, acting, figures };
  for (const phrase of inOrder(phrases)) meet(reading, phrase);
  const acted = subject && (figures.get(subject.coreTo) ?? null);
  nameLeadVoice(discourse, statement.tokens, subject, acted);
  const findings = withoutRepeats(claims.map((claim) => toFinding(reading, claim)));
  keepFloor(discourse, statement, findings, acted);
  discourse.lastVoice = findings.findLast(({ figure }) => figure)?.figure ?? discourse.lastVoice;
  keepDocuments(discourse, statement.tokens, actingFigures(reading), statement.paragraph);
  return findings;
}

/** "Officials in Seoul [were told] of it": listeners, though they are the subject. */
function isTold(tokens: Token[], { to }: Phrase): boolean {
  const be = tokens.findIndex(({ lower }, at) => at > to && BE.test(lower));
  if (be < 0 || be > to + TOLD_REACH_TOKENS) return false;
  return tokens.slice(be + 1, be + 4).some(({ lower }) => TOLD.test(lower));
}

const BE = /^(?:is|are|was|were|been)$/u;
const TOLD = /^(?:told|informed|briefed|notified)$/u;
const TOLD_REACH_TOKENS = 8;

function actingFigures({ acting, figures }: Reading): Figure[] {
  return [...new Set([...acting].flatMap((at) => figures.get(at) ?? []))];
}

/** "Her colleague disagreed": the person spoken of last is a woman. */
function learnPronoun({ turns }: Discourse, { tokens }: Statement): void {
  const first = tokens[0]?.lower;
  const figure = turns.at(-1)?.figure;
  if (figure?.kind !== 'person' || (first !== 'her' && first !== 'his')) return;
  figure.pronoun ??= first === 'her' ? 'she' : 'he';
}

function inOrder(phrases: Phrase[]): Phrase[] {
  const once = new Map(phrases.map((phrase) => [phrase.coreTo, phrase]));
  return [...once.values()].sort((a, b) => a.coreTo - b.coreTo);
}

/** Understands a phrase, and lets its figure come to the fore. */
function meet(reading: Reading, phrase: Phrase): void {
  const { discourse, statement, speaking, acting, figures } = reading;
  const figure = resolve(reading, phrase);
  figures.set(phrase.coreTo, figure);
  if (!figure) return;
  if (refersBack(phrase, statement)) keepReference(reading, phrase, figure);
  if (figure.kind === 'outlet') discourse.lastOutlet = figure;
  if (!acting.has(phrase.coreTo) || isNested(reading, phrase)) return;
  const isSpeaker = speaking.has(phrase.coreTo) || isPresented(reading, phrase, figure);
  takeTurn(discourse, { statement, figure, isSpeaker });
}

/** A pronoun, or "the professor"; a report is not the one who wrote it. */
function refersBack({ kind, from, noun }: Phrase, { tokens }: Statement): boolean {
  if (kind === 'pronoun') return true;
  return kind === 'role' && tokens[from]?.lower === 'the' && !isDocumentNoun(noun);
}

function keepReference(
  { discourse, statement: { tokens } }: Reading,
  { from, to }: Phrase,
  figure: Figure,
): void {
  const [first, last] = [tokens[from], tokens[to]];
  if (first && last) discourse.references.push({ start: first.start, end: last.end, figure });
}

function resolve({ discourse, statement, body, claims }: Reading, phrase: Phrase): Figure | null {
  const { tokens, paragraph } = statement;
  const said = claims
    .filter(({ source }) => source?.coreTo === phrase.coreTo)
    .flatMap(({ content }) => content);
  if (phrase.kind !== 'pronoun')
    return resolveSpeaker(discourse, phrase, {
      body,
      tokens,
      paragraph,
      named: new Set(),
      followsSpeech: false,
    });
  const start = tokens[phrase.from]?.start ?? 0;
  const front = tokens[1]?.kind === 'word' && tokens[1].lower === tokens[phrase.from]?.lower;
  const inClause = { start: tokens[0]?.start ?? 0, end: start };
  const named = figuresIn(discourse.cast, body, front ? [...said, inClause] : said);
  const isAfterContent = said.some((span) => span.start < start);
  const inFront = isAfterContent ? undefined : namedInFront(discourse, tokens, body, phrase);
  if (inFront !== undefined) return inFront;
  const followsSpeech = isAfterContent && tokens[0]?.kind === 'speech';
  return resolveSpeaker(discourse, phrase, { body, tokens, paragraph, named, followsSpeech });
}

/**
 * "When Lee came home, he said": the one figure named in a clause before the pronoun; null where there
 * are several, undefined where there is none.
 */
function namedInFront(
  { cast }: Discourse,
  tokens: Token[],
  body: string,
  phrase: Phrase,
): Figure | null | undefined {
  const opening = tokens[0]?.lower ?? '';
  if (!/^(?:when|while|after|before|as|if|although|though|since|once)$/u.test(opening))
    return undefined;
  // "Though he hoped that Berg would come, he said": the same one, named earlier.
  if (tokens[1]?.lower === tokens[phrase.from]?.lower) return undefined;
  const named = mentionsOf(cast, body, tokens.slice(0, phrase.from))
    .filter((mention) => !mention.isPossessive && mention.figure.kind === 'person')
    .map(({ figure }) => figure);
  if (named.length === 0) return undefined;
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}

/** A speaker inside another person's claim does not take over the discourse. */
function isNested({ statement, claims, figures }: Reading, phrase: Phrase): boolean {
  const at = statement.tokens[phrase.from]?.start ?? 0;
  return claims.some(({ content, source }) => {
    if (!source || source.coreTo === phrase.coreTo) return false;
    const isInside = content.some(({ start, end }) => start <= at && at < end);
    return isInside && figures.get(source.coreTo)?.kind === 'person';
  });
}

/** "Ann Lee, a professor at Lake College, doubts it": presented to the reader as a voice. */
function isPresented({ statement, body }: Reading, phrase: Phrase, { kind }: Figure): boolean {
  return kind === 'person' && descriptionAfter(statement.tokens, body, phrase.to) !== null;
}

function toFinding(reading: Reading, claim: Claim): Finding {
  const { statement, figures } = reading;
  const at = (phrase: Phrase | null) => (phrase ? (figures.get(phrase.coreTo) ?? null) : null);
  return {
    claim,
    tokens: statement.tokens,
    figure: claim.source ? at(claim.source) : floorHolder(reading.discourse, statement, claim),
    medium: at(claim.medium),
    within: outletAround(reading, claim),
  };
}

function outletAround({ claims, figures }: Reading, claim: Claim): Figure | null {
  const at = claim.content[0]?.start ?? 0;
  const outer = claims.find(
    (other) =>
      other !== claim &&
      other.source?.coreTo !== claim.source?.coreTo &&
      other.content.some(({ start, end }) => start <= at && at < end),
  );
  const figure = outer?.source ? figures.get(outer.source.coreTo) : null;
  return figure?.kind === 'outlet' ? figure : null;
}

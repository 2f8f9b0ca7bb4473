import type { Figure } from './cast.ts';
import type { Claim, Span } from './claim.ts';
import { findClaims } from './claims.ts';
import type { Cue } from './cues.ts';
import type { Discourse } from './discourse.ts';
import { figuresIn, mentionsOf } from './mentions.ts';
import type { Phrase } from './phrases.ts';
import { resolveSpeaker } from './speakers.ts';
import type { Statement } from './statements.ts';
import { mainSubject } from './subjects.ts';
import type { Token } from './tokens.ts';

/** A claim with the figure that makes it. */
export interface Finding {
  claim: Claim;
  tokens: Token[];
  figure: Figure | null;
  /** Listener or reporting outlet, where the text names one. */
  medium: Figure | null;
  /** The outlet in whose words this claim stands ("Kyodo reported that [Lee said …]"). */
  within: Figure | null;
}

/** Settles who makes each claim of a statement, in reading order, and keeps in mind who came up. */
export function readStatement(discourse: Discourse, statement: Statement, body: string): Finding[] {
  const { tokens } = statement;
  const { claims, cues } = findClaims(tokens);
  const subject = mainSubject(tokens);
  const phrases = phrasesOf(claims, cues, subject);
  const figures = new Map<Phrase, Figure | null>();
  for (const phrase of phrases) {
    const said = claims.filter(({ source }) => source === phrase).flatMap(({ content }) => content);
    const figure = resolve(discourse, statement, body, phrase, said);
    figures.set(phrase, figure);
    if (figure)
      takeTurn(
        discourse,
        statement,
        figure,
        cues.some(({ source }) => source === phrase) || said.length > 0,
        isNested(tokens, phrase, claims, figures),
      );
  }
  const findings = claims.map((claim) => toFinding(discourse, statement, claim, claims, figures));
  keepFloor(discourse, statement, findings, subject ? (figures.get(subject) ?? null) : null);
  return findings;
}

/** Every phrase to be understood, once each, in the order of the text. */
function phrasesOf(claims: Claim[], cues: Cue[], subject: Phrase | null): Phrase[] {
  const all = [
    ...claims.flatMap(({ source, medium }) => [source, medium]),
    ...cues.map(({ source }) => source),
    subject,
  ];
  const unique = new Set(all.filter((phrase): phrase is Phrase => phrase !== null));
  return [...unique].sort((a, b) => a.from - b.from);
}

function resolve(
  discourse: Discourse,
  { tokens, paragraph }: Statement,
  body: string,
  phrase: Phrase,
  said: Span[],
): Figure | null {
  const named = figuresIn(discourse.cast, body, said);
  if (phrase.kind === 'pronoun') {
    const inFront = namedInFront(discourse, tokens, body, phrase, said);
    if (inFront !== undefined) return inFront;
  }
  const isOwnName = phrase.kind === 'name';
  return resolveSpeaker(discourse, phrase, {
    body,
    tokens,
    paragraph,
    named: isOwnName ? new Set() : named,
  });
}

/**
 * "When Lee came home, he said": the one figure named in a clause before the pronoun; null where there
 * are several, undefined where there is none.
 */
function namedInFront(
  discourse: Discourse,
  tokens: Token[],
  body: string,
  phrase: Phrase,
  said: Span[],
): Figure | null | undefined {
  const start = tokens[phrase.from]?.start ?? 0;
  if (
    said.some((span) => span.start < start) ||
    !/^(?:when|while|after|before|as|if|although|though|since|once)$/u.test(tokens[0]?.lower ?? '')
  )
    return undefined;
  const named = mentionsOf(discourse.cast, body, tokens.slice(0, phrase.from)).filter(
    (mention) => !mention.isPossessive && mention.figure.kind === 'person',
  );
  const figures = new Set(named.map(({ figure }) => figure));
  if (figures.size === 0) return undefined;
  return figures.size === 1 ? ([...figures][0] ?? null) : null;
}

/** A speaker inside another person's claim does not take over the discourse. */
function isNested(
  tokens: Token[],
  phrase: Phrase,
  claims: Claim[],
  figures: Map<Phrase, Figure | null>,
): boolean {
  const at = tokens[phrase.from]?.start ?? 0;
  return claims.some(
    ({ content, source }) =>
      source !== phrase &&
      source &&
      figures.get(source)?.kind === 'person' &&
      content.some((span) => span.start <= at && at < span.end),
  );
}

function takeTurn(
  discourse: Discourse,
  { paragraph }: Statement,
  figure: Figure,
  isSpeaker: boolean,
  isInside: boolean,
): void {
  if (figure.kind === 'outlet') discourse.lastOutlet = figure;
  if (!isInside) discourse.turns.push({ paragraph, figure, isSpeaker });
}

function toFinding(
  discourse: Discourse,
  { tokens, paragraph }: Statement,
  claim: Claim,
  claims: Claim[],
  figures: Map<Phrase, Figure | null>,
): Finding {
  const figure = claim.source
    ? (figures.get(claim.source) ?? null)
    : floorHolder(discourse, paragraph, claim);
  const medium = claim.medium ? (figures.get(claim.medium) ?? null) : null;
  return { claim, tokens, figure, medium, within: outletAround(claim, claims, figures) };
}

/** A quotation without a cue goes on from the statement or paragraph before it. */
function floorHolder(
  { floor }: Discourse,
  paragraph: number,
  { isContinued }: Claim,
): Figure | null {
  return isContinued && floor && paragraph - floor.paragraph <= 1 ? floor.figure : null;
}

function outletAround(
  claim: Claim,
  claims: Claim[],
  figures: Map<Phrase, Figure | null>,
): Figure | null {
  const at = claim.content[0]?.start ?? 0;
  const outer = claims.find(
    (other) =>
      other !== claim &&
      other.source !== claim.source &&
      other.content.some(({ start, end }) => start <= at && at < end),
  );
  const figure = outer?.source ? figures.get(outer.source) : null;
  return figure?.kind === 'outlet' ? figure : null;
}

function keepFloor(
  discourse: Discourse,
  { paragraph, tokens }: Statement,
  findings: Finding[],
  subject: Figure | null,
): void {
  const last = findings.at(-1);
  if (last) discourse.floor = last.figure && { figure: last.figure, paragraph };
  else if (tokens.at(-1)?.text === ':') discourse.floor = subject && { figure: subject, paragraph };
  else if (tokens.some(({ kind }) => kind === 'word')) discourse.floor = null;
}

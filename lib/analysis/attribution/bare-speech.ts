import type { Claim } from './claim.ts';
import { mainSubject } from './subjects.ts';
import type { Token } from './tokens.ts';
import { isSpeechNoun } from './vocabulary.ts';

/** Quotations of speech that no cue introduces: of the statement's subject, or going on from before. */
export function bareSpeech(tokens: Token[], claims: Claim[]): Claim[] {
  const told = new Set(
    claims
      .filter(({ isSpeech }) => isSpeech)
      .flatMap(({ content }) => content.map(({ start }) => start)),
  );
  const spans = claims.flatMap(({ content }) => content);
  const isTold = (at: number) =>
    told.has(at) || spans.some(({ start, end }) => start <= at && at < end);
  const bare = tokens.filter(({ kind, start }) => kind === 'speech' && !isTold(start));
  if (bare.length === 0) return [];
  const isAlone = tokens.every(({ kind }) => kind !== 'word');
  const announced = isAlone ? null : announcer(tokens);
  const previous = isAlone ? null : (claims.at(-1) ?? null);
  return bare.map(({ start, end }) => ({
    content: [{ start, end }],
    isSpeech: true,
    source: announced ?? previous?.source ?? null,
    isContinued: isAlone,
    cue: null,
    medium: null,
  }));
}

/** "He made remarks such as …": the subject of a statement that names what follows as speech. */
function announcer(tokens: Token[]): Claim['source'] {
  const hasSpeechNoun = tokens.some((token) => !token.isQuoted && isSpeechNoun(token.lower));
  const isLedIn = tokens.some(
    (token, at) => token.text === ':' && tokens[at + 1]?.kind === 'speech',
  );
  return hasSpeechNoun || isLedIn ? mainSubject(tokens) : null;
}

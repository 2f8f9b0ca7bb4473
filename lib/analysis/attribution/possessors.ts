import { coreEndingAt, type Phrase } from './phrase-core.ts';
import { isPossessive, type Token } from './tokens.ts';

/** The phrase whose possessive ends at a token: "[Lee's] view", "[the envoy's] claim". */
export function possessorAt(tokens: Token[], at: number): Phrase | null {
  const token = tokens[at];
  if (!token) return null;
  const stem = /^(.+?)['’]s?$/u.exec(token.text)?.[1];
  if (!isPossessive(token) || !stem) return null;
  // The grammar of phrases stops at a possessive: it is shown the bare word.
  const bare = { ...token, text: stem, lower: stem.toLowerCase() };
  return coreEndingAt([...tokens.slice(0, at), bare], at);
}

import type { Figure } from './cast.ts';
import type { Token } from './tokens.ts';

/** Where a phrase stands, and what is known for its reading. */
export interface Place {
  body: string;
  tokens: Token[];
  paragraph: number;
  /** Figures named in the ascribed words. */
  named: ReadonlySet<Figure>;
  /** It stands behind a quotation of speech that it may be the speaker of. */
  followsSpeech: boolean;
}

/** The words of tokens `from` to `to`, on one line. */
export function wordsOf({ tokens, body }: Place, from: number, to: number): string {
  return body.slice(tokens[from]?.start, tokens[to]?.end).replace(/\s+/gu, ' ');
}

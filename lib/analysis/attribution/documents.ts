import type { Figure } from './cast.ts';
import type { Discourse } from './discourse.ts';
import { mentionsOf } from './mentions.ts';
import type { Phrase } from './phrase-core.ts';
import type { Place } from './place.ts';
import type { Token } from './tokens.ts';
import { cueForm, isDeterminer, isDocumentNoun, singularOf } from './vocabulary.ts';

/** Paragraphs over which "the report" reaches back. */
const REACH_PARAGRAPHS = 2;

/** Whom the words before the noun name: "[Kim]'s statement", "an [Axios] report". */
export function ownerOf(
  { cast }: Discourse,
  phrase: Phrase,
  { tokens, body }: Place,
): Figure | null {
  const owners = mentionsOf(cast, body, tokens.slice(phrase.from, phrase.coreTo));
  return owners.length === 1 ? (owners[0]?.figure ?? null) : null;
}

/** "The statement": the one that somebody was told to have made shortly before. */
export function knownDocument(
  { documents }: Discourse,
  { noun, from }: Phrase,
  { tokens, paragraph }: Place,
): Figure | null {
  const known = tokens[from]?.lower === 'the' ? documents.get(noun) : undefined;
  return known && paragraph - known.paragraph <= REACH_PARAGRAPHS ? known.figure : null;
}

/** Keeps in mind who "issued a statement" or "reported", for "the statement" and "the report". */
export function keepDocuments(
  { documents }: Discourse,
  tokens: Token[],
  acting: Figure[],
  paragraph: number,
): void {
  const [figure, ...others] = acting;
  for (const noun of documentsIn(tokens)) {
    if (figure && others.length === 0) documents.set(noun, { figure, paragraph });
    else documents.delete(noun);
  }
}

function documentsIn(tokens: Token[]): Set<string> {
  const nouns = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.isQuoted || token.kind !== 'word') return;
    if (/^report(?:s|ed)$/u.test(token.lower) && cueForm(token)) nouns.add('report');
    const noun = singularOf(token.lower);
    if (isDocumentNoun(noun) && isIndefinite(tokens, at)) nouns.add(noun);
  });
  return nouns;
}

function isIndefinite(tokens: Token[], at: number): boolean {
  for (let from = at - 1; from >= Math.max(0, at - 4); from--) {
    const token = tokens[from];
    if (/^(?:a|an|another|in|his|her|its)$/u.test(token?.lower ?? '')) return true;
    if (isDeterminer(token) || token?.kind !== 'word') return false;
  }
  return false;
}

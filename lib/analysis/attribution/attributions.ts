import type { Article } from '#lib/article/article.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Attribution, Paragraph } from '../analysis.ts';
import type { SentenceDraft } from '../annotate-sentences.ts';
import { castOf } from './cast.ts';
import { takeCensus } from './census.ts';
import { openDiscourse } from './discourse.ts';
import { readStatement, type Finding } from './read-statement.ts';
import { reportedThrough } from './reported-through.ts';
import { statementsOf, type Statement } from './statements.ts';
import { tokenise, type Token } from './tokens.ts';
import { toAttribution } from './to-attribution.ts';

/** Who says what in an article. Slices of the body; a speaker that is not sure is null. */
export function findAttributions(
  article: Article,
  topic: Topic,
  paragraphs: Paragraph[],
  sentences: SentenceDraft[],
): Attribution[] {
  const body = article.articleBody;
  const discourse = openDiscourse(castOf(topic));
  const statements = allStatements(body, paragraphs, sentences);
  for (const { tokens } of statements) takeCensus(discourse.cast, allWords(tokens, body), body);
  const findings = statements.flatMap((statement) => readStatement(discourse, statement, body));
  const through = reportedThrough(article, findings);
  return findings.map((finding, index) =>
    toAttribution(identify(finding), through[index] ?? null, body, sentences),
  );
}

/** The words of a statement, those of quotations included: a name given there is known outside, too. */
function allWords(tokens: Token[], body: string): Token[] {
  return tokens.flatMap((token) =>
    token.kind === 'speech' ? tokenise(body, token.start, token.end, [], new Set()) : token,
  );
}

/** A source that a later sentence names was that person from the start. */
function identify(finding: Finding): Finding {
  return { ...finding, figure: finding.figure?.identity ?? finding.figure };
}

function allStatements(
  body: string,
  paragraphs: Paragraph[],
  sentences: SentenceDraft[],
): Statement[] {
  const inParagraph = paragraphs.map((): SentenceDraft[] => []);
  for (const sentence of sentences) inParagraph[sentence.paragraph]?.push(sentence);
  return paragraphs.flatMap((paragraph, index) =>
    paragraph.kind === 'body' ? statementsOf(body, paragraph, index, inParagraph[index] ?? []) : [],
  );
}

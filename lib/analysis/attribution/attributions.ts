import type { Article } from '#lib/article/article.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Analysis, Paragraph, Reference } from '../analysis.ts';
import type { SentenceDraft } from '../annotate-sentences.ts';
import { castOf } from './cast.ts';
import { takeCensus } from './census.ts';
import { openDiscourse, type ReferenceFound } from './discourse.ts';
import type { Finding } from './finding.ts';
import { withoutTakenOver } from './open-quotations.ts';
import { readStatement } from './read-statement.ts';
import { reportedThrough } from './reported-through.ts';
import { statementsOf, type Statement } from './statements.ts';
import { findTurns } from './transcripts.ts';
import { toAttribution } from './to-attribution.ts';

/**
 * Who says what in an article, and for whom its pronouns and descriptions stand. Slices of the body; a
 * speaker that is not sure is null, and what is not sure is no reference.
 */
export function findAttributions(
  article: Article,
  topic: Topic,
  paragraphs: Paragraph[],
  sentences: SentenceDraft[],
): Pick<Analysis, 'attributions' | 'references'> {
  const body = article.articleBody;
  const discourse = openDiscourse(castOf(topic));
  const statements = allStatements(body, paragraphs, sentences);
  for (const { tokens } of statements) takeCensus(discourse.cast, tokens, body);
  const read = statements.flatMap((statement) => readStatement(discourse, statement, body));
  const findings = withoutTakenOver(read, body);
  const through = reportedThrough(article, findings);
  return {
    attributions: findings.map((finding, index) =>
      toAttribution(identify(finding), through[index] ?? null, body, sentences),
    ),
    references: discourse.references
      .map((reference) => toReference(reference, body))
      .filter(({ text, name }) => text.toLowerCase() !== name.toLowerCase()),
  };
}

function toReference({ start, end, figure }: ReferenceFound, body: string): Reference {
  return { start, end, text: body.slice(start, end), name: (figure.identity ?? figure).name };
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
  const turns = findTurns(paragraphs);
  return paragraphs.flatMap((paragraph, index) =>
    paragraph.kind === 'body'
      ? statementsOf(body, paragraph, index, inParagraph[index] ?? [], turns.get(index))
      : [],
  );
}

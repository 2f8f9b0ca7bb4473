import * as z from 'zod/mini';
import { Article } from '#lib/article/article.ts';
import { FILLED_IN } from '#lib/article/complete-article.ts';
import { Topic } from '#lib/topic/topic.ts';

/** What somebody may write as a file. */
export const FILE_KINDS = ['article', 'topic'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/**
 * The JSON Schema (draft 2020-12) of a file as Parley reads it. It says what a schema can say: that an actor's party
 * is one of the parties, or that a day is in the calendar, Parley itself checks.
 */
export function jsonSchema(kind: FileKind): Record<string, unknown> {
  return kind === 'article' ? articleSchema() : topicSchema();
}

function articleSchema(): Record<string, unknown> {
  const { required = [], ...schema } = z.toJSONSchema(Article, { io: 'input' });
  const about = {
    $id: 'urn:parley:article:1',
    title: 'Article',
    description: `One news article, in schema.org NewsArticle terms, as "parley ingest" takes it. What may be left out it fills in. Other fields are kept.`,
  };
  return { ...about, ...schema, required: required.filter((field) => !FILLED_IN.includes(field)) };
}

function topicSchema(): Record<string, unknown> {
  const about = {
    $id: 'urn:parley:topic:1',
    title: 'Topic',
    description: 'A negotiation that is followed: one file of the folder named with --topics.',
  };
  return { ...about, ...z.toJSONSchema(Topic, { io: 'input' }) };
}

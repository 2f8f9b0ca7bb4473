import { readFileSync } from 'node:fs';
import type { Article } from '#lib/article/article.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';

/** An article of the given body; what a test does not name is plain. */
export function articleOf(articleBody: string, fields: Partial<Article> = {}): Article {
  return {
    schemaVersion: 1,
    id: 'article-of-a-test',
    headline: 'A headline',
    author: [],
    publisher: { name: 'The Harbour Post' },
    url: null,
    inLanguage: 'en',
    datePublished: '2025-03-01',
    topics: [],
    bodyKind: 'full',
    articleBody,
    ...fields,
  };
}

/** A topic file, through the production parser. */
export function topicFrom(path: string): Topic {
  const parsed = parseTopic(JSON.parse(readFileSync(path, 'utf8')), path);
  if (!parsed.ok) throw new Error(`${path} is no topic`);
  return parsed.value;
}

export const koreaTopic = topicFrom('lib/topic/topics/us-north-korea.json');
export const iranTopic = topicFrom('tests/analysis/iran-talks.json');

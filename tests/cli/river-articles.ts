import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownTopicsFolder } from '#lib/cli/package-root.ts';
import type { Article } from '#lib/article/article.ts';

/** Article JSON about talks, of which some fields are given. */
export function riverArticle(given: Partial<Article>): Article {
  return {
    schemaVersion: 1,
    id: 'ferry',
    headline: 'Talks on the ferry may resume',
    author: [{ name: 'Ana Lima' }],
    publisher: { name: 'The River Post' },
    url: 'https://river.example.com/ferry',
    inLanguage: 'en',
    datePublished: '2020-05-06',
    topics: ['us-north-korea'],
    bodyKind: 'summary',
    articleBody: [
      'Talks between the United States and North Korea are unlikely to resume this year, an official said on Monday.',
      '"We are ready to return to the table at any time," said Ana Lima, an analyst at the River Institute.',
      'Sanctions remain in force, and the two sides have exchanged no letters since the winter.',
    ].join('\n\n'),
    ...given,
  };
}

/** A topic file beside Parley's own in `folder`: the own topic under another id. */
export async function writeRiverTopic(folder: string): Promise<void> {
  const own = await readFile(join(ownTopicsFolder(), 'us-north-korea.json'), 'utf8');
  const topic = { ...JSON.parse(own), id: 'river-talks', title: 'River talks' };
  await writeFile(join(folder, 'river-talks.json'), JSON.stringify(topic));
}

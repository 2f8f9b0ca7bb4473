import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleId } from '#lib/article/article-id.ts';
import { parseArticle } from '#lib/article/parse-article.ts';
import type { Article } from '#lib/article/article.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import { eraOf } from '#lib/topic/era.ts';

const FOLDER = 'lib/local/sample-articles';
const SEEDS = '../shared/seeds';
const QUOTED_MAX_WORDS = 40;
const RUN_WORDS = 8;

const articles = readdirSync(FOLDER).map((name): Article => {
  const parsed = parseArticle(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')), name);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
});

const quotations = (body: string) => [...body.matchAll(/"[^"]*"/g)].map(([quoted]) => quoted);
const words = (text: string) => text.toLowerCase().match(/[a-z0-9'-]+/g) ?? [];

describe('the sample corpus', () => {
  it('has at least four articles an era', () => {
    const topic = parseTopic(
      JSON.parse(readFileSync('lib/topic/topics/us-north-korea.json', 'utf8')),
      'topic',
    );
    if (!topic.ok) throw new Error('the topic is valid');
    const eras = articles.map(({ datePublished }) => eraOf(topic.value, datePublished));
    expect(eras.filter((era) => era === 'then').length).toBeGreaterThanOrEqual(4);
    expect(eras.filter((era) => era === 'now').length).toBeGreaterThanOrEqual(4);
  });

  it.each(articles)('$id is a summary that names and links its original', (article) => {
    expect(article.bodyKind).toBe('summary');
    expect(article.url).toMatch(/^https:\/\//);
    expect(article.rights).toContain('publishers');
  });

  it.each(articles)('$id gives way to the full article when its page is ingested', (article) => {
    const { publisher, datePublished, headline } = article;
    expect(article.id).toBe(articleId(publisher.name, datePublished, headline));
  });

  it.each(articles)('$id quotes in short pieces whose marks are balanced', ({ articleBody }) => {
    expect(articleBody.split('"').length % 2).toBe(1);
    for (const quoted of quotations(articleBody))
      expect(words(quoted).length).toBeLessThanOrEqual(QUOTED_MAX_WORDS);
  });

  it.skipIf(!existsSync(SEEDS))('takes no sentence over from the pages it was written from', () => {
    const pages = readdirSync(SEEDS).map((name) =>
      words(readFileSync(`${SEEDS}/${name}`, 'utf8')).join(' '),
    );
    const runs = articles.flatMap(({ articleBody }) =>
      runsOf(articleBody.replace(/"[^"]*"/g, '¶')),
    );
    const copied = runs.filter((run) => pages.some((page) => page.includes(run)));
    // Names with titles and institutions are the same in any words.
    expect(copied.filter((run) => !/institute|university|division/.test(run))).toEqual([]);
  });
});

/** Every run of eight words that no quotation interrupts. */
function runsOf(text: string): string[] {
  return text.split('¶').flatMap((piece) => {
    const all = words(piece);
    return all.slice(RUN_WORDS - 1).map((_, at) => all.slice(at, at + RUN_WORDS).join(' '));
  });
}

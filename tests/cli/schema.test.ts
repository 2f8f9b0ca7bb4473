import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { FILLED_IN } from '#lib/article/complete-article.ts';
import { readArticles } from '#lib/article/read-articles.ts';
import { FILE_KINDS, jsonSchema, type FileKind } from '#lib/cli/json-schema.ts';
import { emptyFolder, run } from './run.ts';

const files = (folder: string): [name: string, data: Record<string, unknown>][] => {
  const url = new URL(`../../lib/${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.json'));
  return names.map((name) => [name, JSON.parse(readFileSync(new URL(name, url), 'utf8'))]);
};
const ARTICLES = files('local/sample-articles');
const TOPICS = files('topic/topics');
const article = ARTICLES[0]?.[1] ?? {};
const topic = TOPICS[0]?.[1] ?? {};

const ajv = new Ajv2020({ strict: true });
const validators = {
  article: ajv.compile(jsonSchema('article')),
  topic: ajv.compile(jsonSchema('topic')),
};
const isValid = (kind: FileKind) => validators[kind];

describe('the schema of an article', () => {
  it.each(ARTICLES)('takes %s', (_name, data) => {
    const validate = isValid('article');
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    [{ headline: '' }],
    [{ headline: undefined }],
    [{ url: 'ftp://news.example/a' }],
    [{ datePublished: '5 May 2020' }],
    [{ datePublished: '2020-05-05T08:00' }],
    [{ author: 'Ana Lima, Bo Kim' }],
    [{ topics: 'us-north-korea' }],
    [{ bodyKind: 'excerpt' }],
    [{ schemaVersion: 2 }],
    [{ id: 'Übung 1' }],
    [{ articleBody: ['one', 'two'] }],
    [{ datePublishedInferred: { value: '2020' } }],
  ])('does not take %j', (change) => {
    expect(isValid('article')({ ...article, ...change })).toBe(false);
  });

  it('may leave out what ingest fills in, and nothing else', () => {
    const short = Object.fromEntries(
      Object.entries(article).filter(([field]) => !FILLED_IN.includes(field)),
    );
    expect(isValid('article')(short)).toBe(true);
    const bytes = new TextEncoder().encode(JSON.stringify(short));
    expect(readArticles({ source: 'short.json', bytes }, { topicIds: ['x'] })).toMatchObject([
      { ok: true },
    ]);
    const { required } = jsonSchema('article');
    for (const field of required as string[])
      expect(isValid('article')({ ...article, [field]: undefined })).toBe(false);
  });

  it('takes fields that Parley does not know', () => {
    expect(isValid('article')({ ...article, rating: { stars: 4 } })).toBe(true);
  });
});

describe('the schema of a topic', () => {
  it.each(TOPICS)('takes %s', (_name, data) => {
    const validate = isValid('topic');
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    [{ title: 'two\nlines' }],
    [{ eras: { then: { label: '2020', from: '2020-01-01', to: '2020-12-31' } } }],
    [{ parties: ['usa'] }],
    [{ actors: [{ id: 'x', kind: 'boat', name: 'X' }] }],
    [{ schedule: { days: ['monday'], time: '7:00', timeZone: 'Asia/Seoul' } }],
    [{ factorWords: { weather: ['storm'] } }],
    [{ whenNothingNew: 'wait' }],
    [{ colour: 'red' }],
  ])('does not take %j', (change) => {
    expect(isValid('topic')({ ...topic, ...change })).toBe(false);
  });
});

describe('every field of a schema', () => {
  it.each(FILE_KINDS)('of %s has a description, or fields that have', (kind) => {
    const properties = jsonSchema(kind).properties as Record<string, Record<string, unknown>>;
    const bare = Object.entries(properties).filter(([, { description }]) => !description);
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});

describe('parley schema', () => {
  it.each(FILE_KINDS)('prints the schema of %s, with --json as without', async (kind) => {
    const folder = await emptyFolder();
    const plain = await run(folder, ['schema', kind]);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(plain.stdout)).toEqual(jsonSchema(kind));
    expect(JSON.parse(plain.stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:parley:${kind}:1`,
    });
    expect((await run(folder, ['schema', kind, '--json'])).stdout).toBe(plain.stdout);
  });

  it.each([
    [['schema', 'edition'], /edition.*article, topic/],
    [['schema'], /kind/],
  ])('says what there is: %j', async (args, message) => {
    const { code, stderr } = await run(await emptyFolder(), args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

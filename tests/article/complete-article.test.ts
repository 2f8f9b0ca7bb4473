import { describe, expect, it } from 'vitest';
import { completeArticle } from '#lib/article/complete-article.ts';
import { parseArticle } from '#lib/article/parse-article.ts';
import { formatFault } from '#lib/fault.ts';
import { sampleArticle } from './sample-article.ts';

const BODY = 'The envoys met in Oslo on Monday, and they said that it was good to talk.';
const LINKED = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Envoys meet in Oslo',
  author: 'Ann Lee',
  publisher: 'The Coast Courier',
  mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://courier.example/envoys' },
  datePublished: '2020-05-05',
  articleBody: BODY,
};

const CONTEXT = { topicIds: ['harbour-treaty'] };

function complete(data: unknown, given = {}) {
  const parsed = parseArticle(completeArticle(data, { ...CONTEXT, given }), 'a.json');
  return parsed.ok ? parsed.value : parsed.faults.map(formatFault);
}

describe('completeArticle', () => {
  it('completes a NewsArticle of schema.org', () => {
    expect(complete(LINKED)).toEqual({
      ...LINKED,
      schemaVersion: 1,
      id: 'coastcourier-2020-05-05-envoys-meet-oslo',
      author: [{ name: 'Ann Lee' }],
      publisher: { name: 'The Coast Courier' },
      url: 'https://courier.example/envoys',
      inLanguage: 'en',
      topics: ['harbour-treaty'],
      bodyKind: 'full',
    });
  });

  it.each([
    ['a text', 'Ann Lee', [{ name: 'Ann Lee' }]],
    ['an object', { name: 'Ann Lee', url: 'x' }, [{ name: 'Ann Lee', url: 'x' }]],
    ['a list of both', ['Ann Lee', { name: 'Bo Ray' }], [{ name: 'Ann Lee' }, { name: 'Bo Ray' }]],
    ['nobody', undefined, []],
  ])('takes %s as author', (_name, author, expected) => {
    expect(complete({ ...LINKED, author })).toMatchObject({ author: expected });
  });

  it('leaves a complete article as it is, but for the topics it is ingested for', () => {
    const article = sampleArticle({ topics: ['ferries'] });
    expect(complete(article)).toEqual({ ...article, topics: ['ferries', 'harbour-treaty'] });
  });

  it('has no address where none is stated', () => {
    expect(complete({ ...LINKED, mainEntityOfPage: 'urn:a:1' })).toMatchObject({ url: null });
  });

  it('names the outlet of a known address', () => {
    const url = 'https://edition.cnn.com/envoys';
    expect(complete({ ...LINKED, publisher: undefined, url })).toMatchObject({
      publisher: { name: 'CNN' },
    });
  });

  it('takes what is given only where the article is silent', () => {
    const given = {
      publisher: 'The River Post',
      url: 'https://river.example.com/1',
      date: '2021-01-01',
    };
    expect(complete(LINKED, given)).toEqual(complete(LINKED));
    const silent = {
      ...LINKED,
      publisher: undefined,
      datePublished: undefined,
      mainEntityOfPage: undefined,
    };
    expect(complete(silent, given)).toMatchObject({
      publisher: { name: 'The River Post' },
      url: 'https://river.example.com/1',
      datePublished: '2021-01-01',
    });
  });

  it.each([
    [{ author: 7 }, 'a.json: author: expected an array, found 7'],
    [{ author: [7] }, 'a.json: author.0: expected an object, found 7'],
    [{ publisher: 7 }, 'a.json: publisher: expected an object, found 7'],
    [{ schemaVersion: 2 }, 'a.json: schemaVersion: expected 1, found 2'],
    [{ topics: 'ferries' }, 'a.json: topics: expected an array, found "ferries"'],
    [{ headline: undefined }, 'a.json: headline: expected text'],
    [{ datePublished: 'Monday' }, 'a.json: datePublished: expected an ISO date'],
  ])('still refuses %j', (changes, fault) => {
    const found = complete({ ...LINKED, ...changes });
    expect(found).toEqual([expect.stringContaining(fault)]);
  });
});

import type { Article } from '#lib/article/article.ts';

/** A valid article, with fields replaced as a test needs. */
export function sampleArticle(changes: Record<string, unknown> = {}): Article {
  return {
    schemaVersion: 1,
    id: 'courier-2020-05-05-envoys-meet',
    headline: 'Envoys meet in Oslo',
    author: [{ name: 'Ann Lee' }],
    publisher: { name: 'The Coast Courier' },
    url: 'https://courier.example/2020/05/05/envoys',
    inLanguage: 'en',
    datePublished: '2020-05-05T17:23:00+09:00',
    dateModified: null,
    topics: ['harbour-treaty'],
    bodyKind: 'full',
    articleBody: 'The envoys met in Oslo on Monday.\n\nThey said that they would meet again.',
    ...changes,
  };
}

/** A text as the bytes of a UTF-8 file. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

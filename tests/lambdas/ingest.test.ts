import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { JSON_MAX_BYTES } from '#lib/article/limits.ts';
import { handleIngest } from '../../lambdas/ingest/handler.ts';
import { wire } from '../../lambdas/ingest/wiring.ts';
import { sampleArticle } from '../contract/sample-data.ts';
import { FakeBuckets } from './fake-bucket.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = {
  ARTICLES_BUCKET: 'news',
  TOPICS: 'us-north-korea',
  STACK_NAME: 'Parley',
};
const NOW = new Date('2026-01-01T00:00:00Z');
const ARTICLE = sampleArticle();
const ARTICLE_KEY = `news/articles/${ARTICLE.id}.json`;

/** A text that says neither whose it is nor of which day. */
const SAVED = [
  'Ferry talks begin again on the river',
  'By Ana Lima',
  'The envoys of both banks of the river met for talks on the ferry, for the first time in many years.',
  'They said that the ferry would run again once the landing on the northern bank is repaired.',
].join('\n\n');

let buckets: FakeBuckets;
let recorded: ReturnType<typeof recordedLog>;
let counted: [name: string, value: number][];
beforeEach(() => {
  buckets = new FakeBuckets();
  recorded = recordedLog();
  counted = [];
});

const put = (key: string, text: string, metadata: Record<string, string> = {}) => {
  buckets.objects.set(`news/${key}`, text);
  buckets.about.set(`news/${key}`, { Metadata: metadata });
};

/** As EventBridge puts it on the queue. */
const told = (key: string, bucket = 'news'): string =>
  JSON.stringify({
    version: '0',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    detail: { bucket: { name: bucket }, object: { key, size: 1, 'version-id': 'v1' } },
  });

const deliver = async (bodies: string[], environment = ENVIRONMENT) => {
  const Records = bodies.map((body, i) => ({ messageId: `m${i + 1}`, body }) as SQSRecord);
  const count = (name: string, value: number) => void counted.push([name, value]);
  const deps = { ...wire(environment), log: recorded.log, count, now: () => NOW };
  const { batchItemFailures } = await handleIngest({ Records }, deps);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};

const codes = () => recorded.lines.map(({ code }) => code);
const quarantined = async () =>
  (await wire(ENVIRONMENT).articles.listQuarantined()).map(({ source, faults }) => ({
    source,
    faults: faults.map(formatFault),
  }));

describe('a file under incoming/', () => {
  it('becomes an article of the topic and goes away', async () => {
    put('incoming/a.json', JSON.stringify(ARTICLE));
    expect(await deliver([told('incoming/a.json')])).toEqual([]);
    expect(buckets.keys('news/')).toEqual([ARTICLE_KEY]);
    expect(JSON.parse(buckets.objects.get(ARTICLE_KEY) ?? '')).toMatchObject({
      topics: ['harbour-talks', 'us-north-korea'],
    });
    expect(recorded.lines).toMatchObject([{ code: 'INGEST_DONE', new: 1, quarantined: 0 }]);
    expect(counted).toEqual([]);
  });

  it('is read with what its metadata say of it, where it is silent itself', async () => {
    const metadata = {
      publisher: ' The River Post ',
      date: '2020-05-05',
      url: 'https://river.example/ferry?utm_source=x',
    };
    put('incoming/saved.txt', SAVED, metadata);
    await deliver([told('incoming/saved.txt')]);
    const [text = '{}'] = [...buckets.objects.values()];
    expect(JSON.parse(text)).toMatchObject({
      publisher: { name: 'The River Post' },
      datePublished: '2020-05-05',
      url: 'https://river.example/ferry',
    });
  });

  it.each(['incoming/two words + 100%.json', 'incoming/기사/a#1?.json', 'incoming/a%20b.json'])(
    'may be called %s',
    async (key) => {
      put(key, JSON.stringify(ARTICLE));
      await deliver([told(key)]);
      expect(buckets.keys('news/')).toEqual([ARTICLE_KEY]);
      put(key, '{');
      await deliver([told(key)]);
      expect(buckets.keys(`news/${key}`)).toEqual([]);
      expect(buckets.keys('news/quarantine/')).toHaveLength(2);
      expect(await quarantined()).toMatchObject([{ source: key }]);
    },
  );

  it('may be told by an encoded key', async () => {
    put('incoming/two words + 기사.json', JSON.stringify(ARTICLE));
    await deliver([told(`incoming/two+words+%2B+${encodeURIComponent('기사')}.json`)]);
    expect(buckets.keys('news/')).toEqual([ARTICLE_KEY]);
  });

  it('that was taken in already, or deleted, is done with', async () => {
    put('incoming/a.json', JSON.stringify(ARTICLE));
    const event = told('incoming/a.json');
    expect(await deliver([event, event, told('incoming/100%.json')])).toEqual([]);
    expect(codes()).toEqual(['INGEST_DONE', 'INGEST_GONE', 'INGEST_GONE']);
  });

  it('that is put anew while it is read stays for its own event', async () => {
    put('incoming/a.json', JSON.stringify(ARTICLE));
    buckets.mock.on(PutObjectCommand).callsFakeOnce(() => {
      put('incoming/a.json', '{');
      return {};
    });
    expect(await deliver([told('incoming/a.json')])).toEqual([]);
    expect(buckets.objects.get('news/incoming/a.json')).toBe('{');
  });
});

describe('a file that is refused', () => {
  const CASES: [what: string, text: string, metadata: Record<string, string>, fault: string][] = [
    ['is empty', '', {}, 'f: expected a page, a text, a feed or article JSON, found nothing'],
    ['is a PDF', '%PDF-1.7', {}, 'f: expected a page, a text, a feed or article JSON, found a PDF'],
    ['is broken JSON', '{"id": ', {}, 'f: expected well-formed JSON'],
    ['has bad metadata', SAVED, { date: 'May 5' }, 'f: metadata.date: expected a date such as'],
    ['names no address', SAVED, { url: 'ftp://x' }, 'f: metadata.url: expected an http or https'],
    ['names an unknown topic', SAVED, { topic: 'x' }, 'f: metadata.topic: expected the topic of'],
    ['does not say whose it is', SAVED, {}, 'f: publisher.name: expected the name of the outlet'],
  ];
  it.each(CASES)('because it %s stands in quarantine with its reason', async (_, text, ...rest) => {
    const [metadata, fault] = rest;
    put('incoming/f', text, metadata);
    expect(await deliver([told('incoming/f')])).toEqual([]);
    const [entry, ...more] = await quarantined();
    expect(more).toEqual([]);
    expect(entry?.faults[0]).toContain(`incoming/${fault}`);
    expect([...buckets.objects.keys()]).toEqual([
      expect.stringMatching(/^news\/quarantine\/f-[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^news\/quarantine\/f-[0-9a-f]{12}\/f$/),
    ]);
    expect([...buckets.objects.values()][1]).toBe(text);
    expect(codes()).toEqual(['INGEST_DONE', 'INGEST_QUARANTINED']);
    expect(counted).toEqual([['ArticlesQuarantined', 1]]);
  });

  it('because it is too large is not read', async () => {
    put('incoming/f', 'large');
    buckets.about.set('news/incoming/f', { ContentLength: JSON_MAX_BYTES + 1_000_000 });
    await deliver([told('incoming/f')]);
    expect((await quarantined())[0]?.faults).toEqual([
      'incoming/f: expected at most 50 MB, found 51 MB',
    ]);
  });

  it('leaves the quarantine when it is put in again, mended', async () => {
    put('incoming/a.json', JSON.stringify({ ...ARTICLE, headline: '' }));
    await deliver([told('incoming/a.json')]);
    expect(await quarantined()).toHaveLength(1);
    put('incoming/a.json', JSON.stringify(ARTICLE));
    await deliver([told('incoming/a.json')]);
    expect(buckets.keys('news/')).toEqual([ARTICLE_KEY]);
  });

  it('in part keeps nothing from the articles beside it', async () => {
    const list = [ARTICLE, { ...ARTICLE, headline: '' }, { ...ARTICLE, id: 'other' }];
    put('incoming/list.json', JSON.stringify(list));
    await deliver([told('incoming/list.json')]);
    expect(buckets.keys('news/articles/')).toEqual([ARTICLE_KEY, 'news/articles/other.json']);
    expect(await quarantined()).toEqual([
      {
        source: 'incoming/list.json',
        faults: [expect.stringContaining('incoming/list.json#2: headline: expected a headline')],
      },
    ]);
    expect(recorded.lines[0]).toMatchObject({ new: 2, quarantined: 1 });
  });
});

describe('a feed', () => {
  const item = (title: string, text: string) =>
    `<item><title>${title}</title><pubDate>Tue, 05 May 2020 08:00:00 GMT</pubDate><content:encoded><![CDATA[${text}]]></content:encoded></item>`;

  it('gives its whole articles, and says which is only a summary', async () => {
    const [, , ...paragraphs] = SAVED.split('\n\n');
    paragraphs.push(
      'Nobody named a day on which the works would begin, or said who was to pay for them.',
    );
    const whole = `<p>${paragraphs.join('</p><p>')}</p>`;
    const items =
      item('Ferry talks begin again', whole) + item('Storm closes the port', 'A storm.');
    const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The River Post</title>${items}</channel></rss>`;
    put('incoming/feed.xml', feed);
    expect(await deliver([told('incoming/feed.xml')])).toEqual([]);
    expect(buckets.keys('news/articles/')).toHaveLength(1);
    expect((await quarantined())[0]?.faults).toEqual([
      expect.stringContaining('incoming/feed.xml#2: content: expected the item'),
    ]);
  });
});

describe('with several topics', () => {
  const several = { ...ENVIRONMENT, TOPICS: 'us-north-korea,iran' };

  it('a file says by its metadata to which it belongs', async () => {
    put('incoming/a.json', JSON.stringify(ARTICLE), { topic: 'iran' });
    put('incoming/b.json', JSON.stringify(ARTICLE));
    await deliver([told('incoming/a.json'), told('incoming/b.json')], several);
    expect(JSON.parse(buckets.objects.get(ARTICLE_KEY) ?? '')).toMatchObject({
      topics: ['harbour-talks', 'iran'],
    });
    expect((await quarantined()).map(({ faults }) => faults)).toEqual([
      [
        'incoming/b.json: metadata.topic: expected the topic of the file, one of us-north-korea, iran',
      ],
    ]);
  });
});

describe('a message', () => {
  it('that cannot be read comes back, and stops no other', async () => {
    put('incoming/a.json', JSON.stringify(ARTICLE));
    const bodies = ['poison', '{}', told('incoming/a.json')];
    expect(await deliver(bodies)).toEqual(['m1', 'm2']);
    expect(codes()).toEqual(['INGEST_POISON', 'INGEST_POISON', 'INGEST_DONE']);
  });

  it('on another bucket or another folder is done with, and nothing is touched', async () => {
    put('articles/x.json', '{');
    put('incoming/', '');
    const bodies = [told('incoming/a', 'elsewhere'), told('articles/x.json'), told('incoming/')];
    expect(await deliver(bodies)).toEqual([]);
    expect(codes()).toEqual(['INGEST_FOREIGN', 'INGEST_FOREIGN']);
    expect(buckets.keys('news/')).toEqual(['news/articles/x.json', 'news/incoming/']);
  });

  it('whose file cannot be stored comes back, and the file stays', async () => {
    put('incoming/a.json', JSON.stringify(ARTICLE));
    buckets.mock.on(PutObjectCommand).rejectsOnce(new Error('slow down'));
    expect(await deliver([told('incoming/a.json')])).toEqual(['m1']);
    expect(recorded.lines).toMatchObject([{ code: 'INGEST_TROUBLE', reason: 'slow down' }]);
    expect(buckets.keys('news/')).toEqual(['news/incoming/a.json']);
  });

  it('whose article stands damaged in the store comes back, with the reason', async () => {
    buckets.objects.set(ARTICLE_KEY, '{');
    put('incoming/a.json', JSON.stringify(ARTICLE));
    expect(await deliver([told('incoming/a.json')])).toEqual(['m1']);
    expect(recorded.lines).toMatchObject([
      { code: 'INGEST_DONE', failed: 1 },
      { code: 'INGEST_TROUBLE', faults: [expect.stringContaining(`${ARTICLE.id}.json`)] },
    ]);
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', () => {
    const names = Object.keys(ENVIRONMENT).map((name) => `${name}: expected`);
    expect(() => wire({})).toThrow(new RegExp(names.join('[^]*')));
  });
});

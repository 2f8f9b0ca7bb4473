import { describe, expect, it } from 'vitest';
import { PAGE_MAX_BYTES } from '#lib/article/limits.ts';
import { readArticles, readLeniently } from '#lib/article/read-articles.ts';
import { formatFault } from '#lib/fault.ts';
import { markedPage } from './dump/marked-page.ts';
import { bytesOf, sampleArticle } from './sample-article.ts';

const CONTEXT = { topicIds: ['harbour-treaty'], now: new Date('2026-01-01T00:00:00Z') };
const PARAGRAPH =
  'The envoys of the two coastal states met in Oslo on Monday, for the first time since the harbour treaty lapsed two years ago.';
const DUMP = markedPage('wire-agency').page;

function read(text: string, more: { url?: string; contentType?: string; source?: string } = {}) {
  return readArticles({ source: 'input', bytes: bytesOf(text), ...more }, CONTEXT);
}

function faultsOf(text: string, more = {}): string[] {
  return read(text, more).flatMap((each) => (each.ok ? [] : each.faults.map(formatFault)));
}

function articlesOf(text: string, more = {}) {
  return read(text, more).flatMap((each) => (each.ok ? [each.value] : []));
}

/** Four paragraphs that differ. */
const SHOWN = ['First', 'Then', 'Later', 'At last']
  .map((when) => `<p>${when}, ${PARAGRAPH}</p>`)
  .join('');

function html(head = '', body = SHOWN): string {
  return `<html><head><title>Envoys meet in Oslo - CNN</title>
    <meta property="article:published_time" content="2024-05-03T10:00:00Z">${head}</head>
    <body><article><h1>Envoys meet in Oslo</h1>${body}</article></body></html>`;
}

function feed(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>The Coast Courier</title><language>en</language>${items}</channel></rss>`;
}

const WHOLE_ITEM = `<item><title>Envoys meet</title><link>https://courier.example/1?utm_source=rss</link>
  <pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
  <content:encoded><![CDATA[${Array.from({ length: 8 }, (_, i) => `<p>In round ${i}, ${PARAGRAPH}</p>`).join('')}<script>x()</script>]]></content:encoded></item>`;
const TEASER_ITEM = `<item><title>Envoys part</title><link>https://courier.example/2</link>
  <description>The envoys left Oslo on Tuesday.</description></item>`;

describe('readArticles', () => {
  it('reads a dump, filed under the topics it is ingested for', () => {
    expect(articlesOf(DUMP)).toMatchObject([
      {
        id: 'reuters-2021-03-04-envoys-meet-oslo-talks-harbour-treaty',
        datePublished: '2021-03-04T09:12:00+00:00',
        topics: ['harbour-treaty'],
        bodyKind: 'full',
        inLanguage: 'en',
      },
    ]);
  });

  it('reads article JSON and adds the topics to its own', () => {
    const json = JSON.stringify([sampleArticle({ topics: ['ferries'] }), { id: 7 }]);
    const [first, second] = read(json);
    expect(first).toMatchObject({ ok: true, value: { topics: ['ferries', 'harbour-treaty'] } });
    expect(second).toMatchObject({ ok: false });
    expect(faultsOf(json)[0]).toMatch(/^input#2: /);
  });

  it('reads a page, on the clock of its outlet, under its address without tracking', () => {
    const url = 'https://edition.cnn.com/2024/envoys?utm_source=x';
    expect(articlesOf(html(), { url })).toMatchObject([
      {
        headline: 'Envoys meet in Oslo',
        publisher: { name: 'CNN' },
        datePublished: '2024-05-03T06:00:00-04:00',
        url: 'https://edition.cnn.com/2024/envoys',
      },
    ]);
  });

  it('leaves a script in the heading out of the headline', () => {
    const page = html().replace('</h1>', '<script>track("h1")</script></h1>');
    expect(articlesOf(page)).toMatchObject([{ headline: 'Envoys meet in Oslo' }]);
  });

  it('gives one page one id, whatever address it was fetched from', () => {
    const ids = ['https://edition.cnn.com/a?utm_source=x', 'https://us.cnn.com/a#top'].map(
      (url) => articlesOf(html(), { url })[0]?.id,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('reads whole items of a feed; for a summary it names the page to ingest', () => {
    const [whole, teaser] = read(feed(WHOLE_ITEM + TEASER_ITEM));
    expect(whole).toMatchObject({
      ok: true,
      value: { headline: 'Envoys meet', url: 'https://courier.example/1', bodyKind: 'full' },
    });
    expect(whole?.ok && whole.value.articleBody).not.toContain('x()');
    expect(teaser).toMatchObject({
      ok: false,
      faults: [{ source: 'input#2', field: 'content', found: 'a summary of 32 characters' }],
    });
    expect(faultsOf(feed(TEASER_ITEM))[0]).toContain(
      'ingest its page https://courier.example/2 instead',
    );
  });

  it('takes a short text in the field for whole articles for the article, and says from which length', () => {
    const item = (text: string) =>
      `<item><title>Envoys meet</title><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
       <description>In short.</description><content:encoded>${text}</content:encoded></item>`;
    const [short, tooShort] = read(feed(item(`${PARAGRAPH} ${PARAGRAPH}`) + item(PARAGRAPH)));
    expect(short).toMatchObject({ ok: true, value: { headline: 'Envoys meet' } });
    expect(tooShort).toMatchObject({
      faults: [{ expected: expect.stringContaining('at least 200 characters, 800 in a') }],
    });
  });

  it('reads an Atom feed', () => {
    const content = Array.from({ length: 8 }, (_, i) => `<p>${i} ${PARAGRAPH}</p>`).join('');
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Envoys meet</title>
      <link href="https://courier.example/1"/><published>2024-05-03T10:00:00Z</published>
      <author><name>Ann Lee</name></author><content type="html"><![CDATA[${content}]]></content></entry></feed>`;
    expect(articlesOf(atom)).toMatchObject([{ author: [{ name: 'Ann Lee' }] }]);
  });

  it.each([
    ['nothing', '', 'expected a page, a text, a feed or article JSON, found nothing'],
    ['broken JSON', '{"id": "a",\n "headline" "b"}', 'well-formed JSON, found '],
    ['a broken feed', '<rss><channel>', 'feed'],
    ['an empty feed', feed(''), 'items: expected a feed with at least one item'],
    ['a menu', 'Home\nNews\nSport\n', 'articleBody: expected a page with paragraphs of text'],
    ['a page without text', '<html><body><p></p></body></html>', 'articleBody'],
  ])('says what is wrong with %s', (_, text, expected) => {
    const [fault] = faultsOf(text);
    expect(fault).toMatch(/^input: /);
    expect(fault).toContain(expected);
  });

  it('names every field that a page leaves open', () => {
    expect(faultsOf(PARAGRAPH)).toEqual([
      'input: headline: expected a headline above the text',
      'input: publisher.name: expected the name of the outlet on the page, or its address; give it with --publisher',
      'input: datePublished: expected a publication date on the page or words that date it; give it with --date',
    ]);
  });

  it('refuses a page of 20 MB before it is read', () => {
    expect(faultsOf('x'.repeat(4 * PAGE_MAX_BYTES))).toEqual([
      'input: expected at most 5 MB, found 20 MB',
    ]);
  });

  it('refuses an article of 20 MB in JSON', () => {
    const json = JSON.stringify(sampleArticle({ articleBody: 'words '.repeat(3_400_000) }));
    expect(faultsOf(json)).toEqual([
      'input: articleBody: expected at most 1000000 bytes, found 20400000 bytes',
    ]);
  });

  it('refuses control characters in JSON and mends them in a page, saying so', () => {
    const json = JSON.stringify(sampleArticle({ articleBody: 'The envoys\0met in Oslo.' }));
    expect(faultsOf(json)[0]).toContain('U+0000 at character 10');
    const [page] = read(DUMP.replace('two coastal', 't\0wo coastal'));
    expect(page).toMatchObject({ ok: true, repairs: [{ found: '1 control characters' }] });
  });

  it('reports foreign bytes in JSON that it replaced', () => {
    const bytes = bytesOf(
      JSON.stringify(sampleArticle({ articleBody: `Envoys met – ${'한국 '.repeat(50)}#` })),
    );
    bytes[bytes.lastIndexOf('#'.charCodeAt(0))] = 0x93;
    const [article] = readArticles({ source: 'input', bytes }, CONTEXT);
    expect(article).toMatchObject({ ok: true, repairs: [{ source: 'input' }] });
  });

  it('takes script and style out of the text of a dump and of a page', () => {
    const [dump] = read(`<script>evil("${PARAGRAPH}")</script>\n${DUMP}`);
    expect(dump).toMatchObject({ ok: true, repairs: [{ source: 'input' }] });
    const shown =
      `<p>${PARAGRAPH}</p>`.repeat(4) + `<p>&lt;script&gt;evil()&lt;/script&gt; ${PARAGRAPH}</p>`;
    const [page] = read(html('', shown), { url: 'https://edition.cnn.com/a' });
    for (const each of [dump, page])
      expect(each?.ok && each.value.articleBody).not.toContain('evil');
  });

  it('reports an address that is no web page’s, and goes on without it', () => {
    const [page] = read(html('<link rel="canonical" href="javascript:alert(1)">'));
    expect(page).toMatchObject({
      ok: true,
      value: { url: null },
      repairs: [
        { field: 'url', expected: 'an http or https address', found: 'javascript:alert(1)' },
      ],
    });
  });

  it('refuses a page from the future', () => {
    const page = html().replace('2024-05-03', '2027-05-03');
    expect(faultsOf(page, { url: 'https://edition.cnn.com/a' })).toEqual([
      expect.stringMatching(/^input: datePublished: expected a date not after 2026-01-01/),
    ]);
  });

  it.each([
    ['<div>'.repeat(10_000), 'nested'],
    ['<p>x'.repeat(100_000), 'elements'],
    ['<link '.repeat(300_000), 'signs'],
    ['<rss>' + '<item>'.repeat(100_000), 'feed'],
    [
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
      'input',
    ],
  ])('answers hostile markup with a fault: %.30s', (text, expected) => {
    expect(faultsOf(`${text.startsWith('<rss') ? '' : '<html><body>'}${text}`).join()).toContain(
      expected,
    );
  });
});

describe('readLeniently', () => {
  it('reads a page without headline, outlet and date for looking at, and lists what is missing', () => {
    const [read] = readLeniently({ source: 'input', bytes: bytesOf(PARAGRAPH) }, CONTEXT);
    expect(read).toMatchObject({
      ok: true,
      value: { article: { articleBody: PARAGRAPH, headline: '', datePublished: '' } },
    });
    expect(read?.ok && read.value.missing.map(({ field }) => field)).toEqual([
      'headline',
      'publisher.name',
      'datePublished',
    ]);
  });
});

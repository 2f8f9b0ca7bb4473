import { html as xml } from 'hono/html';
import { editionUrl } from '#lib/subscription/links.ts';
import type { Listed } from './archive.ts';
import { entryId, type Feed } from './feed.ts';
import type { Markup } from './page.ts';

/** Before the first edition a feed was never changed; RFC 4287, 4.1.1, asks for an instant all the same. */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed as Atom (RFC 4287). What escapes HTML here escapes XML as well: it writes the apostrophe as a number. */
export async function atomFeed(feed: Feed): Promise<string> {
  const { title, description, language, author, siteUrl, folder, page, editions } = feed;
  const self = `${siteUrl}${folder}/atom.xml`;
  const updated =
    editions
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? NEVER;
  return String(
    await xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${self}</id>
  <title>${title}</title>
  <subtitle>${description}</subtitle>
  <updated>${updated}</updated>
  <author><name>${author}</name></author>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${siteUrl}${page}"/>
${editions.map((edition) => entry(edition, siteUrl))}</feed>
`,
  );
}

function entry(edition: Listed, siteUrl: string): Markup {
  const { id, subject, preheader, language, publishedAt, topicId, topicTitle } = edition;
  return xml`  <entry xml:lang="${language}">
    <id>${entryId(edition)}</id>
    <title>${subject}</title>
    <link rel="alternate" type="text/html" hreflang="${language}" href="${editionUrl(siteUrl, id)}"/>
    <published>${publishedAt}</published>
    <updated>${publishedAt}</updated>
    <category term="${topicId}" label="${topicTitle}"/>
    <summary>${preheader}</summary>
  </entry>
`;
}

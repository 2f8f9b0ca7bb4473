import { editionUrl } from '#lib/subscription/links.ts';
import type { Listed } from './archive.ts';
import { entryId, type Feed } from './feed.ts';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  const { title, description, language, author, siteUrl, folder, page, editions } = feed;
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    language,
    home_page_url: siteUrl + page,
    feed_url: `${siteUrl}${folder}/feed.json`,
    authors: [{ name: author }],
    items: editions.map((edition) => item(edition, siteUrl)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function item(edition: Listed, siteUrl: string) {
  const { id, subject, preheader, language, publishedAt, topicTitle } = edition;
  return {
    id: entryId(edition),
    url: editionUrl(siteUrl, id),
    title: subject,
    content_text: preheader,
    date_published: publishedAt,
    language,
    tags: [topicTitle],
  };
}

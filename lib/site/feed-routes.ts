import type { Context, Hono } from 'hono';
import { HOUR, MINUTES_5 } from './cache-headers.ts';
import { atomFeed } from './atom-feed.ts';
import type { EditionRoutesDeps } from './edition-routes.ts';
import { feedOf, type Feed } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { readyBody, sendReady } from './ready-body.ts';
import { robots, sitemap } from './sitemap.ts';

const ATOM = 'application/atom+xml';
const JSON_FEED = 'application/feed+json';

/** What programs read: feeds of all editions and of each topic, the sitemap, robots.txt. */
export function addFeedRoutes(app: Hono, deps: EditionRoutesDeps): void {
  const { archive, topics, brand, siteUrl } = deps;

  /** Null for a topic that nobody follows and that has no edition. */
  const find = async (id: string | undefined): Promise<Feed | null> => {
    const { editions } = await archive.page(1, id);
    if (id === undefined) return feedOf(null, editions, brand, siteUrl());
    const known = topics.find((topic) => topic.id === id);
    const [latest] = editions;
    if (known !== undefined) return feedOf(known, editions, brand, siteUrl());
    if (latest === undefined) return null;
    const { topicTitle: title, language } = latest;
    return feedOf({ id, title, description: '', language }, editions, brand, siteUrl());
  };
  const feed =
    (type: string, write: (feed: Feed) => string | Promise<string>) =>
    async (context: Context, next: () => Promise<void>) => {
      const found = await find(context.req.param('topic'));
      if (found === null) return next();
      return sendReady(context, readyBody(await write(found), type), MINUTES_5);
    };

  for (const folder of ['', '/editions/:topic']) {
    app.get(`${folder}/atom.xml`, feed(ATOM, atomFeed));
    app.get(`${folder}/feed.json`, feed(JSON_FEED, jsonFeed));
  }
  app.get('/sitemap.xml', async (context) =>
    sendReady(
      context,
      readyBody(await sitemap(archive, topics, siteUrl()), 'application/xml'),
      MINUTES_5,
    ),
  );
  app.get('/robots.txt', (context) =>
    sendReady(context, readyBody(robots(siteUrl()), 'text/plain'), HOUR),
  );
}

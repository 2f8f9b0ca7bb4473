import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Brand } from '#lib/briefing/brand.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { addEditionRoutes, type EditionRoutesDeps } from './edition-routes.ts';
import { failedPage, notFoundPage } from './fault-pages.ts';
import { detectLanguage } from './page-language.ts';
import { showAs } from './show-page.ts';
import { homePage, subscribeLink } from './home-page.ts';
import { styleSheet } from './style-sheet.ts';
import { addUnsubscribeRoutes, type UnsubscribeRoutesDeps } from './unsubscribe-routes.ts';

/** What the public pages stand on. */
export interface SiteDeps extends EditionRoutesDeps, UnsubscribeRoutesDeps {
  brand: Brand;
  /** What can be subscribed to. */
  topics: readonly Topic[];
  /** Where the pages are served, without a slash at the end; on one machine known only once they are. */
  siteUrl: () => string;
  /** Told of a request that failed; the reader sees an apology. The path stays out: it may carry a signed link. */
  reportFailure: (error: Error) => void;
}

/**
 * The public pages: unsubscribe, and editions in the browser. No GET or HEAD changes anything.
 * Its last route answers every path, so an app that mounts it has its own routes before.
 */
export function siteApp(deps: SiteDeps): Hono {
  const app = new Hono();
  const show = showAs(deps.brand, deps.siteUrl);
  const css = styleSheet(deps.brand);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ['data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      // A mail's page brings a policy of its own.
      overwrite: false,
    }),
  );
  app.use(detectLanguage(deps.brand.language));
  app.get('/site.css', (context) =>
    context.body(css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  app.get('/', async (context) => {
    const [latest = null] = (await deps.editions.list()).editions;
    const { topics, now } = deps;
    return show(context, homePage({ topics, latest, subscribe: subscribeLink, now: now() }));
  });
  addEditionRoutes(app, deps, show);
  addUnsubscribeRoutes(app, deps, show);
  app.all('*', (context) => show(context, notFoundPage, 404));
  app.onError((error, context) => {
    deps.reportFailure(error);
    return show(context, failedPage, 500);
  });
  return app;
}

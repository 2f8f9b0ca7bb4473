import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { addEditionRoutes, type EditionRoutesDeps } from './edition-routes.ts';
import { page } from './page.ts';
import { STYLE } from './style.ts';
import { addUnsubscribeRoutes, type UnsubscribeRoutesDeps } from './unsubscribe-routes.ts';

/** What the public pages stand on. */
export interface SiteDeps extends EditionRoutesDeps, UnsubscribeRoutesDeps {
  /** Told of a request that failed; the reader sees an apology. The path stays out: it may carry a signed link. */
  reportFailure: (error: Error) => void;
}

/**
 * The public pages: unsubscribe, and editions in the browser. No GET or HEAD changes anything.
 * Its last route answers every path, so an app that mounts it has its own routes before.
 */
export function siteApp(deps: SiteDeps): Hono {
  const app = new Hono();
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
  app.get('/site.css', (context) =>
    context.body(STYLE, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  addEditionRoutes(app, deps);
  addUnsubscribeRoutes(app, deps);
  app.all('*', (context) => context.html(NOT_FOUND, 404));
  app.onError((error, context) => {
    deps.reportFailure(error);
    return context.html(FAILED, 500);
  });
  return app;
}

const NOT_FOUND = page(
  'There is no such page',
  html`<p>The address may be incomplete. <a href="/editions">All editions</a></p>`,
);

const FAILED = page(
  'Something broke on our side',
  html`<p>Nothing was changed. Please try again in a few minutes.</p>`,
);

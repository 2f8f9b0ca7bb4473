import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { Brand } from '#lib/briefing/brand.ts';
import { addEditionRoutes, type EditionRoutesDeps } from './edition-routes.ts';
import { showAs, type Page } from './page.ts';
import { styleSheet } from './style-sheet.ts';
import { addUnsubscribeRoutes, type UnsubscribeRoutesDeps } from './unsubscribe-routes.ts';

/** What the public pages stand on. */
export interface SiteDeps extends EditionRoutesDeps, UnsubscribeRoutesDeps {
  brand: Brand;
  /** Told of a request that failed; the reader sees an apology. The path stays out: it may carry a signed link. */
  reportFailure: (error: Error) => void;
}

/**
 * The public pages: unsubscribe, and editions in the browser. No GET or HEAD changes anything.
 * Its last route answers every path, so an app that mounts it has its own routes before.
 */
export function siteApp(deps: SiteDeps): Hono {
  const app = new Hono();
  const show = showAs(deps.brand.name);
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
  app.get('/site.css', (context) =>
    context.body(css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  addEditionRoutes(app, deps, show);
  addUnsubscribeRoutes(app, deps, show);
  app.all('*', (context) => show(context, NOT_FOUND, 404));
  app.onError((error, context) => {
    deps.reportFailure(error);
    return show(context, FAILED, 500);
  });
  return app;
}

const NOT_FOUND: Page = {
  title: 'There is no such page',
  content: html`<p>The address may be incomplete. <a href="/editions">All editions</a></p>`,
};

const FAILED: Page = {
  title: 'Something broke on our side',
  content: html`<p>Nothing was changed. Please try again in a few minutes.</p>`,
};

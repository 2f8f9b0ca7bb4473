import type { Hono } from 'hono';
import { withoutReader } from '#lib/briefing/placeholders.ts';
import { slotOf, type EditionStore } from '#lib/edition/edition.ts';
import { editionsPage } from './edition-pages.ts';
import type { Show } from './page.ts';

export interface EditionRoutesDeps {
  editions: Pick<EditionStore, 'get' | 'list'>;
}

/** A mail's own styles and nothing else: no script, image, font or form, and nothing frames it. */
const EDITION_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const MINUTES_5 = 'public, max-age=300';
/** An edition is frozen; an hour lets a fault in these pages be mended within the day. */
const HOUR = 'public, max-age=3600';

/** The editions for anybody to read: frozen as mailed, without what belongs to one reader. */
export function addEditionRoutes(app: Hono, { editions }: EditionRoutesDeps, show: Show): void {
  app.get('/editions', async (context) =>
    show(context, editionsPage((await editions.list()).editions), 200, {
      'cache-control': MINUTES_5,
    }),
  );
  app.get('/editions/:id', async (context, next) => {
    const slot = slotOf(context.req.param('id'));
    const edition = slot === null ? null : await editions.get(slot);
    if (edition === null) return next();
    return context.html(withoutReader(edition.html, `/editions/${edition.id}`), 200, {
      'content-security-policy': EDITION_POLICY,
      'cache-control': HOUR,
    });
  });
}

import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Brand } from '#lib/briefing/brand.ts';
import type { LetterDeps } from '#lib/delivery/send-letter.ts';
import type { CounterStore } from '#lib/subscription/counter-store.ts';
import { Limits } from '#lib/subscription/limits.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { allowedMethods } from './allowed-methods.ts';
import { addApprovalRoutes, type ApprovalRoutesDeps } from './approval-routes.ts';
import { Archive, type ArchiveDeps } from './archive.ts';
import { HOUR, MINUTES_5 } from './cache-headers.ts';
import { addChangeAddressRoutes } from './change-address-routes.ts';
import { addEditionRoutes } from './edition-routes.ts';
import { failedPage, notAllowedPage, notFoundPage } from './fault-pages.ts';
import { addFeedRoutes } from './feed-routes.ts';
import { homePage, subscribeLink } from './home-page.ts';
import { Letters } from './letters.ts';
import { addNewAddressRoutes } from './new-address-routes.ts';
import { addOwnDataRoutes } from './own-data-routes.ts';
import { detectLanguage } from './page-language.ts';
import type { Show } from './page.ts';
import { addPreferencesRoutes } from './preferences-routes.ts';
import type { ReaderDeps } from './reader-deps.ts';
import { readyBody, sendReady } from './ready-body.ts';
import { showAs } from './show-page.ts';
import { addSubscribeRoutes } from './subscribe-routes.ts';
import { styleSheet } from './style-sheet.ts';
import { addUnsubscribeRoutes, type UnsubscribeRoutesDeps } from './unsubscribe-routes.ts';

/** What the public pages stand on. */
export interface SiteDeps
  extends ArchiveDeps, UnsubscribeRoutesDeps, LetterDeps, Pick<ReaderDeps, 'sourceOf' | 'sleep'> {
  subscribers: SubscriberStore;
  /** Where sign-ups are counted. */
  counters: CounterStore;
  brand: Brand;
  /** What can be subscribed to. */
  topics: readonly Topic[];
  /** Where the pages are served, without a slash at the end; on one machine known only once they are. */
  siteUrl: () => string;
  ledger: ArchiveDeps['ledger'] & ApprovalRoutesDeps['ledger'];
  /** Told of an edition that was approved on its page. */
  onApproved?: (edition: Edition) => void;
  /** Told of a request that failed; the reader sees an apology. The path stays out: it may carry a signed link. */
  reportFailure: (error: Error) => void;
  now: () => Date;
}

/**
 * The public pages: what the digest is, the editions that were mailed, their feeds, and leaving. No GET
 * or HEAD changes anything. Its last route answers every path, so an app that mounts it has its own
 * routes before.
 */
export function siteApp(deps: SiteDeps): Hono {
  const app = new Hono();
  const show = showAs(deps.brand, deps.siteUrl);
  const archive = new Archive(deps);
  app.use(SECURE_HEADERS);
  app.use(detectLanguage(deps.brand.language));
  const css = readyBody(styleSheet(deps.brand), 'text/css');
  app.get('/site.css', (context) => sendReady(context, css, HOUR));
  app.get('/', async (context) => {
    const [latest = null] = (await archive.page(1)).editions;
    const { topics, now } = deps;
    const home = homePage({ topics, latest, subscribe: subscribeLink, now: now() });
    return show(context, home, 200, MINUTES_5);
  });
  addFeedRoutes(app, { ...deps, archive });
  addEditionRoutes(app, { ...deps, archive }, show);
  addApprovalRoutes(app, deps, show);
  addUnsubscribeRoutes(app, deps, show);
  const readers = readerDeps(deps, archive);
  addSubscribeRoutes(app, readers, show);
  addPreferencesRoutes(app, readers, show);
  addNewAddressRoutes(app, readers, show);
  addChangeAddressRoutes(app, readers, show);
  addOwnDataRoutes(app, readers, show);
  addFaults(app, deps, show);
  return app;
}

function readerDeps(deps: SiteDeps, archive: Archive): ReaderDeps {
  const { counters, keys, siteUrl, now } = deps;
  return {
    ...deps,
    letters: new Letters({ ...deps, links: () => makeLinks(siteUrl(), keys) }),
    limits: new Limits(counters, now),
    latest: async (topicId) => (await archive.page(1, topicId)).editions[0] ?? null,
  };
}

/** What is answered where no page is meant, and where one broke. */
function addFaults(app: Hono, { reportFailure }: SiteDeps, show: Show): void {
  app.all('*', (context) => {
    const allowed = allowedMethods(app, context.req.path);
    if (allowed.length === 0 || allowed.includes(context.req.method))
      return show(context, notFoundPage, 404);
    return show(context, notAllowedPage, 405, { allow: allowed.join(', ') });
  });
  app.onError((error, context) => {
    reportFailure(error);
    return show(context, failedPage, 500, { 'cache-control': 'no-store' });
  });
}

const SECURE_HEADERS = secureHeaders({
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
});

import type { Hono } from 'hono';
import type { Brand } from '#lib/briefing/brand.ts';
import { editionId, isSlot, slotOf, type Slot } from '#lib/edition/edition.ts';
import { editionPath } from '#lib/subscription/links.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Archive } from './archive.ts';
import { HOUR, MINUTES_5 } from './cache-headers.ts';
import { copyOf } from './edition-copy.ts';
import { editionsPage } from './edition-pages.ts';
import { Kept } from './kept.ts';
import type { Show } from './page.ts';
import { readyBody, sendReady, type ReadyBody } from './ready-body.ts';

export interface EditionRoutesDeps {
  archive: Archive;
  topics: readonly Topic[];
  brand: Brand;
  siteUrl: () => string;
  now: () => Date;
}

/** Copies kept ready, each some 80 kB with its compressed form. */
const COPIES_KEPT = 64;

/** Who reads only a page or two of the archive stays far below; no list is so long. */
const PAGES_MAX = 1_000;

/** The editions for anybody to read: as they were mailed, without what belongs to one reader. */
export function addEditionRoutes(app: Hono, deps: EditionRoutesDeps, show: Show): void {
  const { archive, topics } = deps;
  const shelf = copyShelf(deps);

  app.get('/editions', async (context, next) => {
    const number = pageNumber(context.req.query('page'));
    const page = number === null ? null : await archive.page(number);
    if (page === null || (number !== 1 && page.editions.length === 0)) return next();
    return show(
      context,
      editionsPage({ ...page, number: number ?? 1, topic: null, topics }),
      200,
      MINUTES_5,
    );
  });
  app.get('/editions/:topic/:date', async (context, next) => {
    const copy = await shelf({
      topicId: context.req.param('topic'),
      date: context.req.param('date'),
    });
    if (copy === null) return next();
    return sendReady(context, copy.body, {
      ...HOUR,
      'content-language': copy.language,
      'content-security-policy': copy.policy,
    });
  });
  // Where mails before the present form of the address lead.
  app.get('/editions/:topic', async (context, next) => {
    const slot = slotOf(context.req.param('topic'));
    if (slot === null || !(await archive.standing(slot)).isPublic) return next();
    return context.redirect(editionPath(editionId(slot)), 301);
  });
  app.get('/editions/:topic', async (context, next) => {
    const id = context.req.param('topic');
    const number = pageNumber(context.req.query('page'));
    const page = number === null ? null : await archive.page(number, id);
    if (page === null) return next();
    const title = topics.find((topic) => topic.id === id)?.title ?? page.editions[0]?.topicTitle;
    if (title === undefined || (number !== 1 && page.editions.length === 0)) return next();
    const topic = { id, title };
    return show(
      context,
      editionsPage({ ...page, number: number ?? 1, topic, topics }),
      200,
      MINUTES_5,
    );
  });
}

interface ReadyCopy {
  body: ReadyBody;
  policy: string;
  language: string;
}

/** Copies of editions, ready to be sent; null for one that is not public. */
function copyShelf({ archive, brand, siteUrl, now }: EditionRoutesDeps) {
  const copies = new Kept<ReadyCopy | null>(
    COPIES_KEPT,
    (copy) => (copy === null ? 0 : Infinity),
    now,
  );
  return async (slot: Slot): Promise<ReadyCopy | null> => {
    if (!isSlot(slot)) return null;
    const { isPublic, contentHash } = await archive.standing(slot);
    if (!isPublic) return null;
    return copies.get(`${editionId(slot)} ${contentHash}`, async () => {
      const edition = await archive.read(slot);
      if (edition === null) return null;
      const { html, policy } = await copyOf(edition, brand, siteUrl());
      return { body: readyBody(html, 'text/html'), policy, language: edition.language };
    });
  };
}

/** "2" is the second page; nothing is the first. Null for what is no number of a page. */
function pageNumber(text: string | undefined): number | null {
  const number = text === undefined ? 1 : Number(text);
  const isPage = /^[1-9]\d*$/.test(text ?? '1') && number <= PAGES_MAX;
  return isPage ? number : null;
}

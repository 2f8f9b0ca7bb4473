import { expect, test } from 'vitest';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { SOURCES_SHOWN_MAX } from '#lib/briefing/shown-sources.ts';
import { freshView, sourcesView } from '#lib/briefing/source-views.ts';
import { wordingFor } from '#lib/briefing/wording.ts';
import { articles, comparison, topic } from './borovia.ts';

/** The invented articles, and `more` others of the first era that nothing cites. */
function sidesWith(more: number) {
  const [first] = articles;
  if (first === undefined) throw new Error('there are invented articles');
  const others = Array.from({ length: more }, (_, index) => ({ ...first, id: `other-${index}` }));
  const briefing = buildBriefing({
    topic,
    slot: '2026-11-16',
    comparison: comparison(),
    articles: [...articles, ...others],
    previousArticleIds: [],
  });
  return { briefing, wording: wordingFor('en'), numbers: new Map<string, number>() };
}

test('few sources are listed whole', () => {
  const views = sourcesView(sidesWith(2));
  expect(views.map(({ more }) => more)).toEqual([null, null]);
  expect(views.flatMap(({ items }) => items)).toHaveLength(articles.length + 2);
});

test('of many sources those cited are listed and the others counted, so that a mail is not clipped', () => {
  const views = sourcesView(sidesWith(1000));
  expect(views[0]?.more).toMatch(/^1,00\d more articles read, not cited above\.$/);
  expect(views.flatMap(({ items }) => items).length).toBeLessThanOrEqual(SOURCES_SHOWN_MAX);
});

test('of many new articles the latest are listed and the others counted', () => {
  const view = freshView(sidesWith(1000));
  expect(view?.items).toHaveLength(12);
  expect(view?.more).toMatch(/more articles/);
});

import { expect, test } from 'vitest';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { articles, comparison, noTreaty, topic } from './borovia.ts';

test('a voice that quotes somebody else between straight marks is not heard, rather than cut short', () => {
  const said =
    '"The old envoy of the northern province told me "never again" and he left," Otto Brandt said.';
  const told = articles.map((article) =>
    article.id === 'courier-2020' ? { ...article, articleBody: said } : article,
  );
  const nested = {
    ...noTreaty,
    evidence: { articleId: 'courier-2020', start: 0, end: said.length, text: said },
  };
  const { voices, changes } = buildBriefing({
    topic,
    slot: '2026-11-16',
    previousArticleIds: null,
    articles: told,
    comparison: comparison([['sanctions', 'gone', [nested], []]]),
  });
  expect(voices.then).toEqual([]);
  expect(changes[0]?.then[0]).toMatchObject({
    evidence: { text: said },
    marks: { before: '', after: '' },
  });
});

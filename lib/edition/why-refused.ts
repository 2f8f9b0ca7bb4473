import type { Era } from '#lib/outlook/comparison.ts';
import type { AnalysedArticle } from './analyse-articles.ts';
import type { Topic } from '#lib/topic/topic.ts';

/** What each era has to stand on: articles read, and passages that the gate let through. */
export type Ground = Record<Era, { articles: number; passages: number }>;

/** What the articles of each era came to. */
export function groundOf(analysed: AnalysedArticle[], passages: Record<Era, number>): Ground {
  const ground = (era: Era) => ({
    articles: analysed.filter((each) => each.era === era).length,
    passages: passages[era],
  });
  return { then: ground('then'), now: ground('now') };
}

/** Says why there is too little to compare and what to do about it. */
export function whyRefused({ eras }: Topic, ground: Ground, needed: number): string {
  const missing = (['then', 'now'] as const).flatMap((era) => {
    const { articles, passages } = ground[era];
    const { label, from, to } = eras[era];
    if (passages >= needed) return [];
    const has =
      articles === 0
        ? 'no article'
        : `${count(articles, 'article')} with ${count(passages, 'passage')} to cite`;
    return `${label} has ${has}, needed are ${needed} passages: ingest articles dated ${from} to ${to}`;
  });
  return `too little to compare; ${missing.join('; ')}`;
}

const count = (n: number, noun: string) =>
  n === 1 ? `1 ${noun}` : `${n === 0 ? 'no' : n} ${noun}s`;

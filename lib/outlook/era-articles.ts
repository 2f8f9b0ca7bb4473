import type { Article } from '#lib/article/article.ts';
import type { Analysis, Sentence } from '#lib/analysis/analysis.ts';
import { eraOf } from '#lib/topic/era.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Era } from './comparison.ts';
import { wordCount } from './word-count.ts';

/** An article with what was found in it. */
export interface AnalysedArticle {
  article: Article;
  analysis: Analysis;
}

/** A sentence that counts, with the article it stands in. */
export interface CountedSentence extends AnalysedArticle {
  era: Era;
  sentence: Sentence;
}

/** Shorter sentences ("He declined to comment.") may recur without one being a copy of the other. */
const COPY_MIN_WORDS = 6;

/**
 * The sentences of running text that say something about the talks, oldest article first. A sentence
 * that an earlier article already carried is a copy (a reprint, a full quotation) and counts once.
 */
export function countedSentences(topic: Topic, items: AnalysedArticle[]): CountedSentence[] {
  const seen = new Set<string>();
  const counted: CountedSentence[] = [];
  for (const item of inOrder(items)) {
    const era = eraOf(topic, item.article.datePublished);
    if (!era) continue;
    for (const sentence of item.analysis.sentences) {
      if (!speaksOfTalks(item.analysis, sentence)) continue;
      const key = copyKey(item.article.id, sentence.text);
      if (seen.has(key)) continue;
      seen.add(key);
      counted.push({ ...item, era, sentence });
    }
  }
  return counted;
}

/** By date, then id: the order in which the articles were handed in never matters. */
function inOrder(items: AnalysedArticle[]): AnalysedArticle[] {
  return [...items].sort(
    ({ article: a }, { article: b }) =>
      compareText(a.datePublished, b.datePublished) || compareText(a.id, b.id),
  );
}

/** By code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Headings and captions never count: they repeat the body, or contradict it. */
function speaksOfTalks({ paragraphs }: Analysis, { factors, paragraph }: Sentence): boolean {
  return factors.length > 0 && (paragraphs[paragraph]?.kind ?? 'body') === 'body';
}

/** White space and punctuation, in which copies differ. */
const MARKS = /[\s!-/:-@[-`{-~\u2010-\u2027]+/g;

function copyKey(articleId: string, text: string): string {
  const words = text.toLowerCase().replace(MARKS, ' ').trim();
  return wordCount(words) < COPY_MIN_WORDS ? `${articleId} ${words}` : words;
}

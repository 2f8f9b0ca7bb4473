import type { Article } from '#lib/article/article.ts';
import type { Analysis, Sentence } from '#lib/analysis/analysis.ts';
import { eraOf } from '#lib/topic/era.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Era } from './comparison.ts';
import { Repeats } from './repeats.ts';

/** An article with what was found in it. */
export interface AnalysedArticle {
  article: Article;
  analysis: Analysis;
}

/** A sentence on the talks, with the article it stands in. */
export interface EraSentence extends AnalysedArticle {
  era: Era;
  sentence: Sentence;
  /** An earlier article, or the same one before, already says so: a reprint, a full quotation. */
  isRepeat: boolean;
}

/** The sentences of running text that say something about the talks, oldest article first. */
export function sentencesOfEras(topic: Topic, items: AnalysedArticle[]): EraSentence[] {
  const repeats = new Repeats();
  return inOrder(items).flatMap((item) => {
    const era = eraOf(topic, item.article.datePublished);
    if (!era) return [];
    const { sentences } = item.analysis;
    return sentences
      .filter((sentence) => speaksOfTalks(item.analysis, sentence))
      .map((sentence) => {
        const kind = sentence.direction ?? 'neutral';
        const isRepeat = repeats.meets(sentence.text, item.article.id, kind);
        return { ...item, era, sentence, isRepeat };
      });
  });
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

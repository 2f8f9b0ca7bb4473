import type { Analysis, Slice } from '#lib/analysis/analysis.ts';
import type { Article } from '#lib/article/article.ts';

type Span = Pick<Slice, 'start' | 'end'>;

/**
 * The form in which an analysis is kept: JSON without what the article says anyhow, which is its id
 * and the text of every slice. Smaller, and read back without a second copy of the body.
 */
export function packAnalysis(analysis: Analysis, { articleBody }: Article): string {
  return JSON.stringify(
    { ...analysis, articleId: undefined },
    function (this: object, name: string, value: unknown): unknown {
      const isCopy = name === 'text' && hasSpan(this) && value === sliceOf(this, articleBody);
      return isCopy ? undefined : value;
    },
  );
}

/** The analysis again, equal to what was packed; null where the text is damaged and has to be made anew. */
export function unpackAnalysis(packed: string, { id, articleBody }: Article): Analysis | null {
  try {
    const analysis = JSON.parse(packed) as Omit<Analysis, 'articleId'>;
    restoreTexts(analysis, articleBody);
    return { ...analysis, articleId: id };
  } catch {
    return null;
  }
}

/** In place: an analysis is large, and nobody else has it yet. */
function restoreTexts(value: unknown, body: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const name in value) restoreTexts(value[name as keyof typeof value], body);
  if (hasSpan(value) && !('text' in value)) Object.assign(value, { text: sliceOf(value, body) });
}

const sliceOf = ({ start, end }: Span, body: string): string => body.slice(start, end);

function hasSpan(value: object): value is Span {
  const { start, end } = value as Partial<Slice>;
  return typeof start === 'number' && typeof end === 'number';
}

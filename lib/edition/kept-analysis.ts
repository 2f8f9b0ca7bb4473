import type { Analysis, Slice } from '#lib/analysis/analysis.ts';
import type { Article } from '#lib/article/article.ts';

/**
 * The form in which an analysis is kept: JSON without what the article says anyhow, which is its id
 * and the text of every slice. Smaller, and read back without a second copy of the body.
 */
export function packAnalysis(analysis: Analysis, { articleBody }: Article): string {
  return JSON.stringify({
    ...(withoutTexts(analysis, articleBody) as object),
    articleId: undefined,
  });
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

function withoutTexts(value: unknown, body: string): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutTexts(part, body));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name, text]) => {
    const isSliceText = name === 'text' && hasSpan(value);
    return !(isSliceText && body.slice(value.start, value.end) === text);
  });
  return Object.fromEntries(fields.map(([name, part]) => [name, withoutTexts(part, body)]));
}

/** In place: an analysis is large, and nobody else has it yet. */
function restoreTexts(value: unknown, body: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const name in value) restoreTexts(value[name as keyof typeof value], body);
  if (hasSpan(value) && !('text' in value))
    Object.assign(value, { text: body.slice(value.start, value.end) });
}

function hasSpan(value: object): value is Omit<Slice, 'text'> {
  const { start, end } = value as Partial<Slice>;
  return typeof start === 'number' && typeof end === 'number';
}

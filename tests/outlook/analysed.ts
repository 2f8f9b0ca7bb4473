import type { Analysis, Attribution, Sentence } from '#lib/analysis/analysis.ts';
import type { Article } from '#lib/article/article.ts';
import type { AnalysedArticle } from '#lib/outlook/era-articles.ts';

type Said = Partial<Omit<Sentence, 'start' | 'end' | 'paragraph'>> & {
  text: string;
  /** Who says the whole sentence. */
  by?: Partial<Attribution>;
};

/** An article made of the sentences given, one paragraph each, with their analysis as given. */
export function analysed(id: string, datePublished: string, said: Said[]): AnalysedArticle {
  const sentences: Sentence[] = [];
  const attributions: Attribution[] = [];
  let start = 0;
  said.forEach(({ by, ...given }, index) => {
    const slice = { start, end: start + given.text.length, text: given.text };
    sentences.push({ ...PLAIN, ...given, ...slice, paragraph: index });
    if (by) attributions.push({ ...UNSIGNED, ...by, content: [slice], sentence: index });
    start = slice.end + 2;
  });
  const paragraphs = sentences.map(({ start, end, text }) => ({
    start,
    end,
    text,
    kind: 'body' as const,
  }));
  const analysis: Analysis = { articleId: id, paragraphs, sentences, attributions, references: [] };
  return { article: article(id, datePublished, said), analysis };
}

const PLAIN = {
  factors: [],
  direction: null,
  likelihood: [],
  axis: null,
  comparesEras: false,
  rules: [],
};

const UNSIGNED = {
  type: 'indirect' as const,
  speaker: null,
  actor: null,
  role: null,
  affiliation: null,
  cue: 'said',
  reportedBy: null,
};

function article(id: string, datePublished: string, said: Said[]): Article {
  return {
    schemaVersion: 1,
    id,
    headline: 'A headline',
    author: [],
    publisher: { name: 'Example Daily' },
    url: null,
    inLanguage: 'en',
    datePublished,
    topics: ['us-north-korea'],
    bodyKind: 'full',
    articleBody: said.map(({ text }) => text).join('\n\n'),
  };
}

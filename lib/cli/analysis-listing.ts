import type { Attribution, Sentence } from '#lib/analysis/analysis.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
import type { AnalysedArticle } from '#lib/outlook/era-articles.ts';

/** One article with what was found in it, and what its page does not say. */
export interface ListedAnalysis extends AnalysedArticle {
  missing: Fault[];
}

/**
 * An analysis as `analyse --json` prints it: verbatim texts in place of offsets, so that it can be
 * laid beside a labelled copy of the source.
 */
export function analysisData({ article, analysis, missing }: ListedAnalysis) {
  return {
    articleId: article.id,
    headline: article.headline,
    author: article.author.map(({ name }) => name),
    publisher: article.publisher.name,
    datePublished: article.datePublished,
    datePublishedInferred: article.datePublishedInferred ?? null,
    missing,
    paragraphs: analysis.paragraphs.map(({ text, kind }) => ({ text, kind })),
    sentences: analysis.sentences.map((sentence) => ({
      text: sentence.text,
      factors: sentence.factors,
      direction: sentence.direction,
      likelihood: sentence.likelihood.map(({ text, band, talksBand, ofTalks, listed }) => ({
        text,
        band,
        talksBand,
        ofTalks,
        listed,
      })),
      axis: sentence.axis,
      comparesEras: sentence.comparesEras,
      rules: sentence.rules,
    })),
    attributions: analysis.attributions.map((attribution) => ({
      ...attribution,
      content: attribution.content.map(({ text }) => text),
      sentence: analysis.sentences[attribution.sentence]?.text ?? null,
    })),
  };
}

/** The same for people: what the article says about the talks, and who says what. */
export function analysisLines({ article, analysis, missing }: ListedAnalysis): string[] {
  const telling = analysis.sentences.filter(({ factors }) => factors.length > 0);
  const inferred = article.datePublishedInferred ? ' (inferred)' : '';
  return [
    article.headline || '(no headline)',
    `${article.publisher.name || '(no outlet)'}, ${article.datePublished || '(no date)'}${inferred}`,
    ...missing.map((fault) => `not found: ${formatFault(fault)}`),
    '',
    `On the talks: ${telling.length} of ${analysis.sentences.length} sentences`,
    ...telling.flatMap(sentenceLines),
    '',
    `Who says what: ${analysis.attributions.length}`,
    ...analysis.attributions.flatMap(attributionLines),
  ];
}

function sentenceLines({ factors, direction, likelihood, text, axis }: Sentence): string[] {
  const words = likelihood.map((each) => `“${each.text}” = ${each.talksBand ?? each.band}`);
  const marks = [factors.join(', '), direction ?? 'no direction', ...words];
  return [`  [${[...marks, ...(axis ? [`about ${axis}`] : [])].join(' · ')}]`, `    ${text}`];
}

function attributionLines(attribution: Attribution): string[] {
  const { speaker, role, type, cue, reportedBy, content } = attribution;
  const who = [speaker ?? 'speaker unsure', role].filter(Boolean).join(', ');
  const how = [type, cue, reportedBy && `as reported by ${reportedBy}`].filter(Boolean).join(', ');
  return [`  ${who} (${how})`, `    ${content.map(({ text }) => text).join(' … ')}`];
}

import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import { packAnalysis, unpackAnalysis } from '#lib/edition/kept-analysis.ts';
import { sampleArticle } from '../contract/sample-data.ts';
import { sampleCorpus, sampleTopic } from './compose-fixture.ts';

describe('a kept analysis', () => {
  it('is read back as it was, for each article of the sample corpus', () => {
    for (const article of sampleCorpus()) {
      const analysis = analyse(article, sampleTopic());
      expect(unpackAnalysis(packAnalysis(analysis, article), article)).toEqual(analysis);
    }
  });

  it('holds no word of the article', () => {
    const [article = sampleArticle()] = sampleCorpus();
    const packed = packAnalysis(analyse(article, sampleTopic()), article);
    for (const sentence of article.articleBody.split(/[.\n]+/).filter(({ length }) => length > 20))
      expect(packed).not.toContain(sentence.trim());
  });

  it('keeps a text that is not the slice it claims to be', () => {
    const article = sampleArticle();
    const [sentence] = analyse(article, sampleTopic()).sentences;
    const odd = { articleId: article.id, paragraphs: [], attributions: [], references: [] };
    const analysis = { ...odd, sentences: sentence ? [{ ...sentence, text: 'not there' }] : [] };
    expect(unpackAnalysis(packAnalysis(analysis, article), article)).toEqual(analysis);
  });

  it('is nothing where its text is damaged', () => {
    expect(unpackAnalysis('{"sentences":[', sampleArticle())).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { cite } from '#lib/briefing/cite.ts';
import { articleOf, noTreaty, topic } from './borovia.ts';

/** How the whole of a body is cited, as words of Otto Brandt; the estimative word in it is kept. */
function citedAs(body: string, word?: string) {
  const article = { ...articleOf('courier-2020'), articleBody: body };
  const evidence = { articleId: article.id, start: 0, end: body.length, text: body };
  const start = body.indexOf(word ?? body);
  const estimate = { start, end: start + 1, text: word ?? '', talksBand: null };
  const likelihood =
    word === undefined
      ? []
      : [{ ...estimate, band: 'unlikely' as const, ofTalks: true, listed: true }];
  return cite(
    { ...noTreaty, evidence, likelihood },
    { topic, articles: new Map([[article.id, article]]) },
  );
}

test('a quotation that is cut gets its closing mark', () => {
  const body = `"${'We will sell timber and grain, '.repeat(9)}and nothing else," Otto Brandt said.`;
  expect(citedAs(body)).toMatchObject({ cut: { after: true }, marks: { before: '', after: '"' } });
});

test('a piece outside of the quoted words of its sentence is put in no marks', () => {
  const said = `"${'timber '.repeat(45)}now," Otto Brandt said, `;
  const cited = citedAs(`${said}while a treaty is unlikely to follow.`, 'unlikely');
  expect(cited?.evidence.text).toBe('Otto Brandt said, while a treaty is unlikely to follow.');
  expect(cited?.marks).toEqual({ before: '', after: '' });
});

test('an inch mark makes no quotation of a sentence', () => {
  const cited = citedAs(`Otto Brandt said the 5'10" envoy would not sit on the small chair.`);
  expect(cited?.marks).toEqual({ before: '', after: '' });
});

test('a claim in passing is the outlet’s sentence, a claim that fills it is the speaker’s', () => {
  const body = 'Her words contradict Otto Brandt, who has insisted that a treaty is near.';
  const article = { ...articleOf('courier-2020'), articleBody: body };
  const evidence = { articleId: article.id, start: 0, end: body.length, text: body };
  const told = { ...noTreaty, evidence, likelihood: [], voice: 'indirect' as const };
  const context = { topic, articles: new Map([[article.id, article]]) };
  expect(cite({ ...told, preface: 0.7 }, context)).toMatchObject({
    speaker: null,
    voice: 'narration',
  });
  expect(cite({ ...told, preface: 0.2 }, context)).toMatchObject({ speaker: 'Otto Brandt' });
});

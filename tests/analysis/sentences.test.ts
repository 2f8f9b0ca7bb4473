import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '#lib/analysis/paragraphs.ts';
import { splitSentences } from '#lib/analysis/sentences.ts';

const sentencesOf = (body: string): string[] =>
  splitSentences(body, splitParagraphs(body)).map(({ text }) => text);

describe('a sentence ends', () => {
  it.each([
    ['at a full stop before a capital', ['The talks ended.', 'Nobody was surprised.']],
    ['at a question and an exclamation', ['Will it last?', 'It must!', 'We hope.']],
    ['after a quotation that closes behind the stop', ['She said, "We are done."', 'He left.']],
    ['inside a quotation of several sentences', ['"We tried.', 'We failed," said Ann Lee.']],
    [
      'after an abbreviation where a new sentence opens',
      ['They met in the U.S.', 'The rest is known.'],
    ],
    ['after a company form where a new sentence opens', ['He runs Acme Inc.', 'It builds boats.']],
    ['after an omission in brackets', ['"I doubt it [...]', 'It\'s too early," he said.']],
    ['after a bracket', ['The two met (in 2018).', 'Nothing came of it.']],
    ['in languages without spaces or case', ['会谈结束。', '没有结果。']],
  ])('%s', (_, sentences) => {
    const joint = /\p{Script=Han}/u.test(sentences.join('')) ? '' : ' ';
    expect(sentencesOf(sentences.join(joint))).toEqual(sentences);
  });
});

describe('a sentence goes on', () => {
  it.each([
    ['over an initialism before its noun', 'The U.S. President met the envoy.'],
    ['over joined initialisms', 'The stalled U.S.-North Korea channel reopened.'],
    ['over a place with initials', 'He flew to Washington, D.C. last week.'],
    ['over initials of a name', 'George W. Harbour and N. Korea were named.'],
    ['over titles', 'Gen. Abel Stone met Sen. Ann Lee and Dr. Bo Berg.'],
    ['over a month before a day', 'They met on Feb. 27 and again on Oct. 5.'],
    ['over numbers', 'Sanctions cut trade by 3.5 percent in No. 2 port.'],
    ['over a quoted question', '"Will it last?" he asked.'],
    ['over a quoted question before a name and its cue', '"Will it last?" Ann Lee asked.'],
    [
      'over a quoted question before a name with a description',
      '"Why now?" Ann Lee, a former envoy, told the Post.',
    ],
    ['over an omission inside a clause', 'The party of ... the first part agreed.'],
    [
      'over quotations in a list',
      'He made such remarks as "It works. It does" (May 3), "We talk. We meet" and others.',
    ],
  ])('%s', (_, sentence) => {
    expect(sentencesOf(sentence)).toEqual([sentence]);
  });
});

describe('paragraphs', () => {
  const kinds = (body: string) => splitParagraphs(body).map(({ kind }) => kind);

  it('tell a heading from the text that it heads', () => {
    expect(kinds('The talks ended today.\n\nA longer view\n\nBoth sides will wait.')).toEqual([
      'body',
      'subhead',
      'body',
    ]);
  });

  it('take a cut-off last line for text', () => {
    expect(kinds('The talks ended today.\n\nBoth sides will')).toEqual(['body', 'body']);
  });

  it('tell captions by their opening and by their credit', () => {
    expect(
      kinds(
        'In this file photo the envoys meet.\n\nThe envoys meet in Oslo. AP-Yonhap\n\nThey met.',
      ),
    ).toEqual(['caption', 'caption', 'body']);
  });

  it('give sentences of the running text only', () => {
    expect(sentencesOf('A longer view\n\nBoth sides wait.')).toEqual(['Both sides wait.']);
  });
});

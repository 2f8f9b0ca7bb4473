import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEstimates } from '#lib/analysis/likelihood.ts';
import { annotate } from './read-golden.ts';

function found(text: string): string[] {
  return findEstimates(text, 0).map((estimate) => `${estimate.text}: ${estimate.band}`);
}

describe('the bands of ICD 203', () => {
  it.each([
    ['There is almost no chance of a deal.', 'almost no chance', 'almost-no-chance'],
    ['A deal is very unlikely.', 'very unlikely', 'very-unlikely'],
    ['A deal is highly improbable.', 'highly improbable', 'very-unlikely'],
    ['A deal is unlikely.', 'unlikely', 'unlikely'],
    ['A deal is improbable.', 'improbable', 'unlikely'],
    ['There is a roughly even chance of a deal.', 'roughly even chance', 'roughly-even'],
    ['A deal is likely.', 'is likely', 'likely'],
    ['A deal will probably come.', 'probably', 'likely'],
    ['A deal is very likely.', 'very likely', 'very-likely'],
    ['A deal is highly probable.', 'highly probable', 'very-likely'],
    ['A deal is almost certain.', 'almost certain', 'almost-certain'],
    ['A deal is nearly certain.', 'nearly certain', 'almost-certain'],
  ])('%s', (text, word, band) => {
    expect(findEstimates(text, 0)).toMatchObject([{ text: word, band, listed: true }]);
  });
});

describe('negation and strength', () => {
  it.each([
    ['A deal is not likely.', 'not likely', 'unlikely'],
    ['Kim is not expected to attend.', 'not expected to', 'unlikely'],
    ['No breakthrough is expected.', 'No breakthrough is expected', 'unlikely'],
    ['There is no breakthrough in sight.', 'no breakthrough in sight', 'unlikely'],
    ['A deal is no longer likely.', 'no longer likely', 'unlikely'],
    ['A deal is not impossible.', 'not impossible', 'unquantified'],
    ['A deal is far from certain.', 'far from certain', 'unquantified'],
    ['It would not be surprising if he left.', 'would not be surprising', 'likely'],
    ['It is hard to imagine a deal.', 'hard to imagine', 'unlikely'],
    ['The chances are slim.', 'chances are slim', 'unlikely'],
    ['Ada Moss doubts that they will meet.', 'doubts that', 'unlikely'],
    ['The ministry doubted if they would meet.', 'doubted if', 'unlikely'],
    ['Ada Moss does not doubt that they will meet.', 'not doubt that', 'likely'],
  ])('%s', (text, word, band) => {
    expect(findEstimates(text, 0)).toMatchObject([{ text: word, band }]);
  });

  it('reads what somebody doubts beside what he concedes', () => {
    expect(
      found('Ada Moss doubts that they will meet, although she does not exclude a letter.'),
    ).toEqual(['doubts that: unlikely', 'does not exclude: unquantified']);
  });

  it('takes no doubts for an estimate that are a thing, or that nobody has', () => {
    expect(found('There were doubts that the bridge would hold.')).toEqual([]);
    expect(found('Nobody in the harbour doubts that they will meet.')).toEqual([]);
  });

  it('does not list what the directive does not list', () => {
    expect(findEstimates('A deal is not likely.', 0)).toMatchObject([{ listed: false }]);
    expect(findEstimates('Kim is expected to attend.', 0)).toMatchObject([{ listed: false }]);
  });

  it('takes "not only likely" for likely', () => {
    expect(found('It is not only likely but near.')).toEqual(['likely: likely']);
  });
});

describe('expressions of more than one word', () => {
  it.each([
    ['There is a 5 percent chance of a deal.', '5 percent chance', 'almost-no-chance'],
    ['He gave it a 20% chance.', '20% chance', 'very-unlikely'],
    ['He sees a 30 percent probability of a deal.', '30 percent probability', 'unlikely'],
    ['There is a 50 percent chance of a deal.', '50 percent chance', 'roughly-even'],
    ['There is a 70% likelihood of a deal.', '70% likelihood', 'likely'],
    ['There is a 90 per cent chance of a deal.', '90 per cent chance', 'very-likely'],
    ['There is a 99 percent chance of a deal.', '99 percent chance', 'almost-certain'],
    [
      'The chances of a deal are next to nil.',
      'chances of a deal are next to nil',
      'almost-no-chance',
    ],
    ['The envoy dismissed any chance of a deal.', 'dismissed any chance', 'almost-no-chance'],
    ['The odds of a deal look very slim.', 'odds of a deal look very slim', 'very-unlikely'],
    ['There is an outside chance of a deal.', 'an outside chance', 'very-unlikely'],
    ['There is scant hope of a deal.', 'scant hope', 'unlikely'],
    ['Diplomats expect little progress.', 'expect little progress', 'unlikely'],
    ['A deal is more likely than not.', 'more likely than not', 'likely'],
    ['The odds are that they will meet.', 'The odds are', 'likely'],
    ['The two sides are poised to meet.', 'are poised to', 'likely'],
    ['He is optimistic about a deal.', 'optimistic', 'likely'],
    ['He is not optimistic about a deal.', 'not optimistic', 'unlikely'],
    ['A deal is a foregone conclusion.', 'a foregone conclusion', 'almost-certain'],
    ['A deal is not a foregone conclusion.', 'not a foregone conclusion', 'unquantified'],
  ])('%s', (text, word, band) => {
    expect(findEstimates(text, 0)).toMatchObject([{ text: word, band }]);
  });

  it('leave a possibility that is not ruled out without a number', () => {
    const all = findEstimates('This does not mean ruling out the possibility of talks.', 0);
    expect(new Set(all.map(({ band }) => band))).toEqual(new Set(['unquantified']));
  });
});

describe('words without a number', () => {
  it.each(['may', 'might', 'could'])('%s is unquantified', (word) => {
    expect(found(`Kim ${word} come.`)).toEqual([`${word}: unquantified`]);
  });

  it.each([
    ['It is unclear who won.', 'unclear'],
    ['The talks are in doubt.', 'in doubt'],
    ['A deal is possible.', 'possible'],
    ['We cannot rule out a meeting.', 'cannot rule out'],
    ['A meeting cannot be ruled out.', 'cannot be ruled out'],
    ['It remains to be seen.', 'remains to be seen'],
  ])('%s', (text, word) => expect(found(text)).toEqual([`${word}: unquantified`]));

  it('counts "could possibly" once', () => {
    expect(found('He could possibly win.')).toEqual(['could possibly: unquantified']);
  });

  it('counts "potential" only where no other word estimates', () => {
    expect(found('Envoys spoke of a potential visit.')).toEqual(['potential: unquantified']);
    expect(found('That could annoy them, potentially badly.')).toEqual(['could: unquantified']);
  });
});

describe('words that only look like estimates', () => {
  it.each([
    'The talks ended in May.',
    'On May 3 the envoys met.',
    'May was quiet.',
    'The two sides could not agree on a text.',
    'They did all they could.',
    'The military might of the alliance grew.',
    'Reply as soon as possible.',
    'They gave the strongest possible support.',
    'The economy reached its full potential.',
    'She left no doubt about the status of her country.',
    'We do not comment on potential contacts.',
    'Washington has less leverage than it might like, as it might say.',
  ])('%s', (text) => {
    expect(found(text).filter((each) => !each.startsWith('might'))).toEqual([]);
  });

  it('still sees "could not be ruled out"', () => {
    expect(found('A meeting could not be ruled out.')).toEqual([
      'could not be ruled out: unquantified',
    ]);
  });
});

describe('the band for the talks', () => {
  const bands = (text: string) =>
    annotate(text).likelihood.map(({ band, talksBand }) => [band, talksBand]);

  it('mirrors the band where the clause is about the talks going wrong', () => {
    expect(bands('The pandemic will likely prevent a breakthrough.')).toEqual([
      ['likely', 'unlikely'],
    ]);
    expect(bands('Kim is expected to remain passive about the talks.')).toEqual([
      ['likely', 'unlikely'],
    ]);
    expect(bands('The talks are unlikely to collapse.')).toEqual([['unlikely', 'likely']]);
  });

  it('is not turned by a word that only tells which talks', () => {
    expect(bands('The envoy is not expected to bring progress in the stalled talks.')).toEqual([
      ['unlikely', null],
    ]);
    expect(bands('A letter is likely to revive suspended nuclear talks.')).toEqual([
      ['likely', null],
    ]);
    expect(bands('The drills will likely stall the talks.')).toEqual([['likely', 'unlikely']]);
    expect(bands('The talks will probably remain stalled.')).toEqual([['likely', 'unlikely']]);
  });

  it('is left open where it does not differ', () => {
    expect(bands('A deal is unlikely.')).toEqual([['unlikely', null]]);
    expect(bands('Kim is unlikely to test a missile.')).toEqual([['unlikely', null]]);
    expect(bands('The talks may collapse.')).toEqual([['unquantified', null]]);
  });
});

it('gives slices that are verbatim, in order and apart', () => {
  const words = [
    'likely',
    'not',
    'may',
    'could',
    'no',
    'chance',
    'is',
    'unlikely',
    'very',
    'deal',
    ',',
    'expected',
    'to',
    'possible',
    'a',
  ];
  const sentences = fc
    .array(fc.constantFrom(...words), { maxLength: 30 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(sentences, fc.nat(500), (text, offset) => {
      let last = offset;
      for (const { start, end, text: slice } of findEstimates(text, offset)) {
        expect(text.slice(start - offset, end - offset)).toBe(slice);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});

it('reads a million characters without spaces, and of one cue, without stalling', () => {
  expect(findEstimates('x'.repeat(1_000_000), 0)).toEqual([]);
  expect(findEstimates('no '.repeat(100_000), 0)).toEqual([]);
});

describe('odds on the talks', () => {
  const ofTalks = (text: string) => annotate(text).likelihood.map((each) => each.ofTalks);

  it.each([
    'A breakthrough is unlikely this year.',
    'He called a summit "probably unlikely."',
    'It is unlikely that the two leaders will meet again.',
    'I doubt that things like a summit would happen.',
    'The chances of a deal are slim.',
    'The two sides are likely to resume dialogue.',
    'Envoys will likely not return to the talks.',
  ])('are put by: %s', (text) => expect(ofTalks(text)).toEqual([true]));

  it.each([
    'The likely venue would be the border.',
    'He is highly unlikely to have been the candidate whom Kim wanted to see.',
    'Drastic provocations are unlikely during the talks.',
    'A missile test before the talks is unlikely.',
    'Kim is unlikely to consider the idea seriously.',
    'Trump is unlikely to raise the matter at the summit.',
    'The skeptical message came in a week of travel.',
  ])('are not put by: %s', (text) => expect(ofTalks(text)).toEqual([false]));

  it('are not put by a party that asks another one to act', () => {
    expect(ofTalks('The United States expects North Korea to disarm.')).toEqual([]);
    expect(ofTalks('An analyst expects North Korea to return to the talks.')).toEqual([true]);
  });

  it('are low where nothing is expected', () => {
    expect(found('He expects no major move.')).toEqual(['expects no major move: unlikely']);
    expect(found('We do not expect a deal.')).toEqual(['do not expect: unlikely']);
  });
});

import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import type { Attribution } from '#lib/analysis/analysis.ts';
import { articleOf, iranTopic, koreaTopic } from './article-of.ts';

const attributionsOf = (body: string, fields = {}): Attribution[] =>
  analyse(articleOf(body, fields), koreaTopic).attributions;

/** "speaker: content | content" for each attribution. */
const told = (body: string, topic = koreaTopic): string[] =>
  analyse(articleOf(body), topic).attributions.map(
    ({ speaker, content }) => `${speaker}: ${content.map(({ text }) => text).join(' | ')}`,
  );

describe('words are ascribed', () => {
  it.each([
    [
      'to a cue after them',
      '"We will wait," said Ann Berg, a senior fellow at Lake College.',
      ['Ann Berg: "We will wait,"'],
    ],
    [
      'to a cue before them',
      'Ann Berg, a senior fellow, said: "We will wait."',
      ['Ann Berg: "We will wait."'],
    ],
    [
      'to a cue between their pieces',
      '"We will wait," Ann Berg said, "but not for long."',
      ['Ann Berg: "We will wait," | "but not for long."'],
    ],
    [
      'sentence by sentence where the cue closes one',
      '"We will wait," Ann Berg said. "Then we leave."',
      ['Ann Berg: "We will wait,"', 'Ann Berg: "Then we leave."'],
    ],
    [
      'by a that-clause',
      'Ann Berg told reporters Tuesday that the door was open.',
      ['Ann Berg: the door was open'],
    ],
    [
      'by a clause without "that"',
      'Ann Berg, an analyst, said the door was open.',
      ['Ann Berg: the door was open'],
    ],
    [
      'by a clause before its cue',
      'The door is open, an envoy said Friday.',
      ['an envoy: The door is open'],
    ],
    [
      'by a clause around its cue',
      'The door, Ann Berg said, remains open.',
      ['Ann Berg: The door | remains open'],
    ],
    [
      'by "according to" behind',
      'The door is open, according to two officials familiar with the plan.',
      ['two officials familiar with the plan: The door is open'],
    ],
    [
      'by "according to" in front',
      'According to Bo Chan, a historian, the door is open.',
      ['Bo Chan: the door is open'],
    ],
    [
      'by participles of the same subject',
      'Ann Berg, an analyst, said the door was open, adding that few would enter.',
      ['Ann Berg: the door was open', 'Ann Berg: few would enter'],
    ],
    [
      'by coordinated verbs of the same subject',
      'Trump praised the letter and said that he would answer it.',
      ['Donald Trump: he would answer it'],
    ],
    [
      'by verbs of judging with quoted words',
      'Biden called the offer "a stunt" and left.',
      ['Joe Biden: the offer "a stunt"'],
    ],
    [
      'by a passive judgement',
      'The notes, described by Trump as "warm words," were kept.',
      ['Donald Trump: "warm words,"'],
    ],
    [
      'by outlets that quote others',
      'Yonhap quoted an unnamed aide as saying that the trip was off.',
      ['an unnamed aide: the trip was off'],
    ],
    [
      'over inserts between cue and clause',
      'Kyodo reported on the 3rd (local time), citing two aides, that the trip was off.',
      ['Kyodo: the trip was off'],
    ],
    ['by fixed cues', 'Biden has made it clear he would not go.', ['Joe Biden: he would not go']],
    [
      'without a dateline',
      'OSLO, Jan. 4 (AP) -- The door is open, an envoy said.',
      ['an envoy: The door is open'],
    ],
    [
      'to two speakers who are named together',
      'Marco Rubio and Steve Witkoff said the door was open.',
      ['Marco Rubio and Steve Witkoff: the door was open'],
    ],
    [
      'to a body',
      '"We have no comment," the State Department said.',
      ['U.S. State Department: "We have no comment,"'],
    ],
    [
      'to a state by its capital',
      'Pyongyang said it would not attend.',
      ['North Korea: it would not attend'],
    ],
  ])('%s', (_, body, expected) => {
    expect(told(body)).toEqual(expected);
  });
});

describe('nothing is ascribed', () => {
  it.each([
    ['to who declined to speak', 'The ministry declined to say whether talks would resume.'],
    ['to who did not say it', 'Trump did not say that he would go.'],
    [
      'by nouns that look like cues',
      'State officials and think tanks met; reports and claims were filed.',
    ],
    ['by people who were told', 'Three people briefed on the plan met in Oslo.'],
    ['by what somebody said, untold', 'The remark ran against what Biden said a day earlier.'],
    ['by silence', 'State media said nothing about the letter.'],
    ['by quoted terms', 'The so-called "front door" deal collapsed in spring.'],
  ])('%s', (_, body) => {
    expect(told(body)).toEqual([]);
  });
});

describe('a quotation without a cue', () => {
  const opening = '"We will wait," said Ann Berg, an analyst.';

  it('goes on from the paragraph before', () => {
    expect(told(`${opening}\n\n"Nobody is in a hurry."`)).toEqual([
      'Ann Berg: "We will wait,"',
      'Ann Berg: "Nobody is in a hurry."',
    ]);
  });

  it('belongs to nobody after a paragraph that ascribes nothing', () => {
    expect(told(`${opening}\n\nThe talks began in May.\n\n"Nobody is in a hurry."`).at(-1)).toBe(
      'null: "Nobody is in a hurry."',
    );
  });

  it('runs to the end of its paragraph where it is never closed', () => {
    expect(
      told(`${opening}\n\n"Nobody is in a hurry. We have years.\n\nThe talks began.`).at(-1),
    ).toBe('Ann Berg: "Nobody is in a hurry. We have years.');
  });

  it('belongs to the subject of the sentence that announces remarks', () => {
    expect(
      told(
        'Trump spoke often. He made remarks such as, "He is a bright man" (May 3) and "We write each other letters" (May 9).',
      ),
    ).toEqual([
      'Donald Trump: "He is a bright man"',
      'Donald Trump: "We write each other letters"',
    ]);
  });
});

describe('a short form of a name', () => {
  it('is the family name, which Korean names put first', () => {
    const body =
      'Seo Min-jae, a professor at Hill University, said it was over. "I am sure," Seo said.';
    expect(told(body).at(-1)).toBe('Seo Min-jae: "I am sure,"');
  });

  it('is the last name elsewhere, with or without a title', () => {
    const body = 'Paul Verhage, a historian, said it was over. "I am sure," Mr. Verhage said.';
    expect(told(body).at(-1)).toBe('Paul Verhage: "I am sure,"');
  });

  it.each(['Kim Jong-un', 'Kim Jong Un', 'Kim Jongun'])('is read in every spelling: %s', (name) => {
    expect(attributionsOf(`${name} said he was ready.`)[0]?.actor).toBe('kim-jong-un');
  });

  it('keeps namesakes apart and is nobody where neither came up', () => {
    const sister = 'Kim Yo-jong said the door was shut. "It stays shut," Kim said.';
    expect(told(sister).at(-1)).toBe('Kim Yo-jong: "It stays shut,"');
    const both =
      'Kim Jong-un met Kim Yo-jong.\n\nA day went by.\n\nAnother went by.\n\n"It stays shut," Kim said.';
    expect(told(both)).toEqual(['null: "It stays shut,"']);
  });
});

describe('a pronoun', () => {
  it('means the subject of the sentence before, not who is named last in it', () => {
    expect(
      told('Trump welcomed the recovery of Kim. He posted a picture, saying "Good to see!"'),
    ).toEqual(['Donald Trump: "Good to see!"']);
  });

  it('means the speaker of the paragraph before', () => {
    expect(told('Bo Chan, a historian, said it was over.\n\n"I am sure," he said.').at(-1)).toBe(
      'Bo Chan: "I am sure,"',
    );
  });

  it('never means who is named in the words themselves', () => {
    const body =
      'Bo Chan, a historian, doubts it.\n\nTrump has flown to Oslo.\n\n"Trump has no time," he said.';
    expect(told(body)).toEqual(['Bo Chan: "Trump has no time,"']);
  });

  it('means nobody where a clause before names two', () => {
    expect(told('After Trump met Moon, he said the door was open.')).toEqual([
      'null: the door was open',
    ]);
  });

  it('means nobody after two who were named together', () => {
    const body =
      'Bo Chan, a historian, said it was over.\n\nAnn Berg and Ulf Dahl met for an hour. "It was good," he said.';
    expect(told(body).at(-1)).toBe('null: "It was good,"');
  });

  it('is no family name', () => {
    expect(
      told(
        '"We will answer," spokeswoman He Yongli told the press. She said no more would follow.',
      ).map((line) => line.split(':')[0]),
    ).toEqual(['He Yongli', 'He Yongli']);
  });

  it('means no man where it says she', () => {
    expect(
      told('Kim Yo-jong spoke in May. Trump replied in June. She said the door was shut.').at(-1),
    ).toBe('Kim Yo-jong: the door was shut');
  });

  it('means nobody at the head of an article', () => {
    expect(told('"It is over," he said.')).toEqual(['null: "It is over,"']);
  });
});

describe('a description', () => {
  it('means who was introduced by it', () => {
    expect(told('Seo Min-jae, a professor, came. "It is over," the professor said.')).toEqual([
      'Seo Min-jae: "It is over,"',
    ]);
  });

  it('keeps unnamed sources apart, each under its own phrase', () => {
    const body =
      'A senior U.S. official said it was over. Another former senior U.S. official said it was not. A former official said nothing was sure.';
    expect(told(body)).toEqual([
      'a senior U.S. official: it was over',
      'another former senior U.S. official: it was not',
      'a former official: nothing was sure',
    ]);
  });

  it('means nobody where it fits two', () => {
    const body =
      'Seo Min-jae, a professor, and Ann Berg, a professor, came.\n\nThey left.\n\n"It is over," the professor said.';
    expect(told(body)).toEqual(['null: "It is over,"']);
  });

  it('finds a relative of a leader', () => {
    expect(attributionsOf('The sister of Kim Jong Un said the door was shut.')[0]?.actor).toBe(
      'kim-yo-jong',
    );
  });
});

describe('role, affiliation and source', () => {
  it('come from the words beside the name', () => {
    expect(
      attributionsOf(
        'Seo Min-jae, director of the North Division at the Hill Institute, said it was over.',
      )[0],
    ).toMatchObject({
      speaker: 'Seo Min-jae',
      role: 'director of the North Division',
      affiliation: 'Hill Institute',
      cue: 'said',
      type: 'indirect',
    });
  });

  it('say by whom words are known that another outlet got', () => {
    const said = (body: string, fields = {}) =>
      attributionsOf(body, fields).map(({ reportedBy }) => reportedBy);
    expect(said('An aide told Axios that it was over.')).toEqual(['Axios']);
    expect(said('An aide told Axios that it was over.', { publisher: { name: 'Axios' } })).toEqual([
      null,
    ]);
    expect(said('An aide said it was over.', { isBasedOn: [{ publisher: 'Axios' }] })).toEqual([
      'Axios',
    ]);
    expect(said('Kyodo reported that Trump said he would go.')).toEqual([null, 'Kyodo']);
    expect(said('An aide said it was over.')).toEqual([null]);
  });

  it('give the sentence in which the words begin', () => {
    expect(attributionsOf('It rained. "We wait. We hope," said Ann Berg.')[0]?.sentence).toBe(1);
  });
});

describe('another negotiation', () => {
  it('needs another topic file only', () => {
    const body =
      'Iranian Foreign Minister Abbas Araqchi said Tehran would not yield. "Enrichment is our right," Araqchi told IRNA.\n\n"They have heard us," he added.';
    expect(told(body, iranTopic)).toEqual([
      'Abbas Araghchi: Tehran would not yield',
      'Abbas Araghchi: "Enrichment is our right,"',
      'Abbas Araghchi: "They have heard us,"',
    ]);
  });
});

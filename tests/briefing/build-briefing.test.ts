import { expect, test } from 'vitest';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { SUBJECT_MAX_CHARS } from '#lib/briefing/subject-line.ts';
import {
  articles,
  comparison,
  finding,
  lineOpen,
  meetingUnlikely,
  needLess,
  noPlans,
  noTreaty,
  rocket,
  tariffsFell,
  topic,
  treatyLikely,
} from './borovia.ts';

const build = (more: Partial<Parameters<typeof buildBriefing>[0]> = {}) =>
  buildBriefing({
    topic,
    slot: '2026-11-16',
    comparison: comparison(),
    articles,
    previousArticleIds: null,
    ...more,
  });
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text);

test('the subject tells what changed, within the length that a list of mails shows', () => {
  const { text } = build().subject;
  expect(text).toBe('Aldia–Borovia talks: better than 2020 on outlook and sanctions');
  expect(text.length).toBeLessThanOrEqual(SUBJECT_MAX_CHARS);
});

test('a subject names the topic only where there is room for it', () => {
  const title = 'Negotiations of the Federation of Aldia with the Republic of Borovia';
  const { text } = build({ topic: { ...topic, title } }).subject;
  expect(text).toBe('Better than 2020 on outlook, sanctions and contacts');
});

test('a subject says that the prospects moved one way and factors the other', () => {
  const { subject, bottomLine } = build({
    comparison: comparison([
      ['outlook', 'improved', [noPlans], [lineOpen]],
      ['sanctions', 'worsened', [noTreaty], [tariffsFell]],
    ]),
  });
  expect(subject.text).toBe('Aldia–Borovia talks: outlook better than 2020, worse on sanctions');
  expect(texts(bottomLine)).toContain(
    'Compared with 2020, the evidence on sanctions is less favourable to talks; apart from the prospects, on no factor is it more favourable.',
  );
});

test('a subject names what several articles of both eras speak of, where there is such a factor', () => {
  const { subject } = build({
    comparison: comparison([
      ['sanctions', 'worsened', [noTreaty], [tariffsFell]],
      ['provocation', 'worsened', [rocket, noPlans], [needLess, lineOpen]],
    ]),
  });
  expect(subject.text).toBe('Aldia–Borovia talks: worse than 2020 on provocations');
});

test('the bottom line names prospects, what turned, and the odds', () => {
  expect(texts(build().bottomLine)).toEqual([
    'The 2025 coverage rates the prospects of the Aldia–Borovia talks higher than that of 2020 did.',
    'Compared with 2020, the evidence on sanctions and contacts is more favourable to talks; on no factor is it less favourable.',
    'Where it puts odds on progress, the 2020 coverage says unlikely (20–45%); that of 2025 says likely (55–80%).',
  ]);
});

test('factors that turned either way are told apart, one alike with several', () => {
  const { bottomLine } = build({
    comparison: comparison([
      ['channels', 'improved', [noPlans], [lineOpen]],
      ['sanctions', 'worsened', [noTreaty], [tariffsFell]],
      ['provocation', 'worsened', [rocket], [needLess]],
    ]),
  });
  expect(texts(bottomLine)).toContain(
    'Compared with 2020, the evidence on contacts is more favourable to talks, and that on sanctions and provocations is less so.',
  );
});

test('articles that name no odds are said to name none', () => {
  const { bottomLine, scale } = build({
    comparison: comparison([['channels', 'unchanged', [noPlans], [lineOpen]]]),
  });
  expect(scale).toEqual({ then: null, now: null });
  expect(texts(bottomLine).at(-1)).toBe(
    'Neither era’s articles put odds on progress in words that ICD 203 quantifies.',
  );
});

test('an era whose estimates name two bands equally often is told by both, and never by the better of them', () => {
  const unlikely = finding('courier-2025', 'that a signature this year is unlikely', {
    direction: 'against',
    likely: { text: 'unlikely', band: 'unlikely' },
  });
  const { scale, bottomLine } = build({
    comparison: comparison([['outlook', 'mixed', [meetingUnlikely], [treatyLikely, unlikely]]]),
  });
  expect(scale.now).toMatchObject({ band: 'unlikely', tiedWith: 'likely' });
  expect(texts(bottomLine).at(-1)).toContain(
    'that of 2025 says unlikely (20–45%) as often as likely (55–80%)',
  );
});

test('a likely failure marks the talks as unlikely and keeps the article’s own word', () => {
  const missed = finding(
    'herald-2020',
    'Envoys of both sides will likely miss the deadline in June.',
    {
      direction: 'against',
      likely: { text: 'likely', band: 'likely', talksBand: 'unlikely' },
    },
  );
  const { scale } = build({
    comparison: comparison([['outlook', 'improved', [missed], [treatyLikely]]]),
  });
  expect(scale.then).toMatchObject({
    band: 'unlikely',
    words: [{ word: 'likely', ofObstacle: true }],
  });
});

test('an estimate of something else puts no odds on the talks', () => {
  const likelihood = meetingUnlikely.likelihood.map((word) => ({ ...word, ofTalks: false }));
  const { scale } = build({
    comparison: comparison([
      ['outlook', 'improved', [{ ...meetingUnlikely, likelihood }], [treatyLikely]],
    ]),
  });
  expect(scale.then).toBeNull();
});

test('estimates without a number leave their words, most frequent first, and no mark', () => {
  const open = (text: string) => {
    const likelihood = meetingUnlikely.likelihood.map((word) => ({
      ...word,
      text,
      band: 'unquantified' as const,
    }));
    return { ...meetingUnlikely, likelihood };
  };
  const { scale, unquantified } = build({
    comparison: comparison([
      ['outlook', 'improved', [open('could'), open('possible'), open('Possible')], [treatyLikely]],
    ]),
  });
  expect(scale.then).toBeNull();
  expect(unquantified).toEqual({ then: ['possible', 'could'], now: [] });
});

test('a passage that another factor shows already is shown again only where there is no other', () => {
  const { changes } = build({
    comparison: comparison([
      ['outlook', 'unchanged', [noPlans], [lineOpen]],
      ['channels', 'unchanged', [noPlans, rocket], [lineOpen]],
    ]),
  });
  expect(changes[1]?.then.map(({ evidence }) => evidence.text)).toEqual([rocket.evidence.text]);
  expect(changes[1]?.now.map(({ evidence }) => evidence.text)).toEqual([lineOpen.evidence.text]);
});

test('a second passage stands beside the first where it says the opposite', () => {
  const tally = comparison([
    ['channels', 'mixed', [noPlans, { ...rocket, direction: 'favours' }], [lineOpen, tariffsFell]],
  ]);
  const [change] = build({ comparison: tally }).changes;
  expect(change?.then).toHaveLength(2);
  expect(change?.now).toHaveLength(1);
});

test('voices are the quoted words alone, one of each speaker', () => {
  const { voices } = build();
  expect(voices.then.map(({ speaker, evidence }) => [speaker, evidence.text])).toEqual([
    ['Mara Lind', 'We have no plans to send anybody to Borovia before the harvest'],
    ['Otto Brandt', 'Nobody here expects a treaty while the tariffs stand, and nobody should'],
  ]);
});

test('a voice from the middle of a longer quotation ends where the quotation does', () => {
  const passage = finding(
    'courier-2020',
    'Nobody here expects a treaty while the tariffs stand, and nobody should," Otto Brandt',
    {
      voice: 'direct',
      speaker: 'Otto Brandt',
    },
  );
  const { voices } = build({ comparison: comparison([['sanctions', 'gone', [passage], []]]) });
  expect(voices.then[0]?.evidence.text).toBe(
    'Nobody here expects a treaty while the tariffs stand, and nobody should',
  );
});

test('a summary’s own sentence links to the page, and the words that it quotes to their place', () => {
  const { changes, voices } = build();
  const leverage = changes.find(({ factor }) => factor === 'leverage')?.now[0];
  expect(leverage).toMatchObject({ summarised: true, reportedBy: 'Radio Four' });
  expect(voices.now[1]).toMatchObject({
    summarised: false,
    url: 'https://news.example/courier-2025#:~:text=They%20need%20us,five%20years%20ago',
  });
});

test('a role is told where the article states it, and a state only where nothing closer is known', () => {
  const citation = build().changes.find(({ factor }) => factor === 'channels')?.then[0];
  expect(citation).toMatchObject({ role: 'foreign minister', affiliation: null });
  const elsewhere = { ...noPlans, role: 'president of the senate' };
  const other = build({
    comparison: comparison([['channels', 'gone', [elsewhere], []]]),
  }).changes[0]?.then[0];
  expect(other).toMatchObject({ role: null, affiliation: 'Aldia' });
});

test('a first edition marks nothing as new', () => {
  expect(build().freshArticles).toBeNull();
});

test('articles that the last edition had not are new', () => {
  const previousArticleIds = ['herald-2020', 'courier-2020', 'herald-2025'];
  const { freshArticles, preheader, sources } = build({ previousArticleIds });
  expect(freshArticles).toEqual(['courier-2025']);
  expect(preheader.text).toContain('1 new article: The Courier.');
  expect(sources.filter(({ fresh }) => fresh)).toHaveLength(1);
});

test('an edition without anything new says so in its subject and first of all', () => {
  const { subject, bottomLine } = build({ previousArticleIds: articles.map(({ id }) => id) });
  expect(subject.text).toContain('o new articles; ');
  expect(bottomLine[0]?.text).toMatch(/^No article has come in/);
});

test('factors of which an era says nothing are listed with the era', () => {
  expect(build().silent).toContainEqual({ factor: 'leverage', eras: ['then'] });
  expect(build().silent).toContainEqual({ factor: 'provocation', eras: ['now'] });
  expect(build().silent).toContainEqual({ factor: 'rapport', eras: ['then', 'now'] });
});

test('a sub-heading that says otherwise than its text is told of', () => {
  const heading = 'Treaty Likely';
  const headings = [{ articleId: 'herald-2020', outlet: 'The Herald', heading, sentence: 'No.' }];
  expect(build({ headings }).caveats).toContain(
    'A sub-heading of The Herald (“Treaty Likely”) says otherwise than the text beneath it. This edition goes by the text.',
  );
});

test('caveats tell of few articles, summaries, second-hand words and inferred dates', () => {
  const [first, ...others] = articles;
  if (first === undefined) throw new Error('no article');
  const inferred = {
    ...first,
    datePublishedInferred: {
      value: '2020-05',
      precision: 'month' as const,
      earliest: '2020-05-01',
      latest: '2020-05-31',
      method: 'from the harvest it speaks of',
      evidence: 'before the harvest',
    },
  };
  const { caveats, sources } = build({ articles: [inferred, ...others] });
  expect(caveats).toHaveLength(4);
  expect(caveats[0]).toContain('few articles');
  expect(caveats[1]).toMatch(/^Articles marked “summary”/);
  expect(caveats[2]).toBe('Some words are second-hand: The Courier cites Radio Four.');
  expect(caveats[3]).toContain('May 2020 is inferred. From the harvest it speaks of.');
  expect(sources[0]?.date).toBe('2020-05');
});

test('an article of no era is no source and nothing new', () => {
  const [first] = articles;
  if (first === undefined) throw new Error('no article');
  const outside = { ...first, id: 'herald-1999', datePublished: '1999-01-01' };
  const { sources, freshArticles } = build({
    articles: [...articles, outside],
    previousArticleIds: articles.map(({ id }) => id),
  });
  expect(sources.map(({ articleId }) => articleId)).not.toContain('herald-1999');
  expect(freshArticles).toEqual([]);
});

test('that the coverage compares by itself is told in the language of the edition', () => {
  const compared = comparison();
  const [first, ...rest] = compared.factors;
  if (first === undefined) throw new Error('the comparison has factors');
  const reason = { code: 'compares-itself' as const, text: 'As the comparison words it.' };
  const factors = [{ ...first, verdict: 'worsened' as const, reason }, ...rest];
  const reasonIn = (language: string) =>
    build({ comparison: { ...compared, factors }, topic: { ...topic, language } }).changes[0]
      ?.reason;
  expect(reasonIn('en')).toBe(
    'The 2025 articles draw the comparison themselves, and call it worse than in 2020 or before.',
  );
  expect(reasonIn('ko')).toContain('2025년 기사들이 직접 2020년 또는 그 이전과 비교해 나빠졌다고');
});

import { describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { eraOf } from '#lib/topic/era.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';

const topic = {
  schemaVersion: 1,
  id: 'lake-talks',
  title: 'Lake talks',
  description: 'Two lake towns on fishing rights.',
  language: 'en',
  eras: {
    then: { label: '2019', from: '2019-01-01', to: '2019-12-31' },
    now: { label: '2024', from: '2024-01-01', to: '2024-12-31' },
  },
  parties: ['north-town', 'south-town'],
  actors: [
    { id: 'north-town', kind: 'state', name: 'North Town', aliases: [] },
    { id: 'south-town', kind: 'state', name: 'South Town', aliases: [] },
  ],
  sideNegotiations: [],
  factorWords: {},
  schedule: { days: ['friday'], time: '09:00', timeZone: 'Europe/Zurich' },
  whenNothingNew: 'skip',
};

const faultsOf = (data: unknown): string[] => {
  const parsed = parseTopic(data, 'lake.json');
  return parsed.ok ? [] : parsed.faults.map(formatFault);
};

describe('a topic file', () => {
  it('is accepted when whole', () => {
    expect(faultsOf(topic)).toEqual([]);
  });

  it('is refused where a text that editions print names the host of personal links', () => {
    const title = 'Lake parley.invalid.invalid talks';
    expect(faultsOf({ ...topic, title })).toEqual([
      `lake.json: title: expected a text without parley.invalid, the host of Parley’s own links, found ${title}`,
    ]);
  });

  it('names file, field, expectation and what stood there for every fault at once', () => {
    const broken = {
      ...topic,
      title: 7,
      schedule: { ...topic.schedule, time: '9 am' },
    };
    expect(faultsOf(broken)).toEqual([
      'lake.json: title: expected text, found 7',
      'lake.json: schedule.time: expected a time of day such as 07:00, found "9 am"',
    ]);
  });

  it('is sent within twelve hours and without approval, where it does not say otherwise', () => {
    const parsed = parseTopic(topic, 'lake.json');
    const { schedule, approval } = parsed.ok ? parsed.value : { schedule: null, approval: null };
    expect({ approval, hours: schedule?.latestStartHours }).toEqual({ approval: false, hours: 12 });
  });

  it('is refused with hours of lateness that are none, or more than a week', () => {
    const late = (latestStartHours: unknown) =>
      faultsOf({ ...topic, schedule: { ...topic.schedule, latestStartHours } });
    expect(late(0)).toEqual([
      'lake.json: schedule.latestStartHours: expected a number of hours above 0, found 0',
    ]);
    expect(late(169)[0]).toContain('expected at most 168 hours, a week');
    expect(late('12')[0]).toContain('expected a number');
    expect(faultsOf({ ...topic, approval: 'yes' })[0]).toContain('approval: expected');
  });

  it.each([
    ['Lake\ntalks', 'a title on one line, in UTF-8'],
    ['Lake \u2066talks', 'a title without the marks that turn the direction of text'],
    ['x'.repeat(201), 'a title of at most 200 characters'],
  ])('refuses the title %j, which would not stand in a subject line', (title, expected) => {
    const faults = faultsOf({ ...topic, title });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`lake.json: title: expected ${expected}`);
  });

  it('refuses eras that overlap or run backwards', () => {
    const { then, now } = topic.eras;
    expect(
      faultsOf({ ...topic, eras: { then, now: { ...now, from: '2019-06-01' } } }),
    ).toHaveLength(1);
    expect(faultsOf({ ...topic, eras: { then, now: { ...now, to: '2023-01-01' } } })).toHaveLength(
      1,
    );
  });

  it('refuses an actor named twice, a party that is no actor and an unknown time zone', () => {
    const [north] = topic.actors;
    expect(
      faultsOf({
        ...topic,
        actors: [north, north],
        schedule: { ...topic.schedule, timeZone: 'Europe/Atlantis' },
      }),
    ).toEqual([
      'lake.json: actors.1.id: expected an id used once, found north-town',
      'lake.json: parties.1: expected the id of an actor, found south-town',
      'lake.json: schedule.timeZone: expected an IANA time zone such as Asia/Seoul, found Europe/Atlantis',
    ]);
  });
});

describe('the era of a date', () => {
  it('includes both ends of the range and nothing outside', () => {
    const parsed = parseTopic(topic, 'lake.json');
    if (!parsed.ok) throw new Error('the topic of this test is valid');
    const era = (date: string) => eraOf(parsed.value, date);
    expect(era('2019-01-01')).toBe('then');
    expect(era('2019-12-31T23:59:59+09:00')).toBe('then');
    expect(era('2024-12-31')).toBe('now');
    expect(era('2018-12-31')).toBeNull();
    expect(era('2025-01-01')).toBeNull();
  });
});

describe('a fault', () => {
  it('names what was found without printing a list or an object, however deep', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
    expect(faultsOf({ ...topic, title: deep, description: {} })).toEqual([
      'lake.json: title: expected text, found a list of 1',
      'lake.json: description: expected text, found an object',
    ]);
  });
});

describe('a short topic file', () => {
  it('needs a title, eras, parties among its actors and a schedule; the rest has defaults', () => {
    const { schemaVersion, id, title, eras, parties, schedule } = topic;
    const actors = topic.actors.map(({ id, kind, name }) => ({ id, kind, name }));
    const parsed = parseTopic(
      { schemaVersion, id, title, eras, parties, actors, schedule },
      'short.json',
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: { language: 'en', sideNegotiations: [], factorWords: {}, whenNothingNew: 'send' },
    });
  });
});

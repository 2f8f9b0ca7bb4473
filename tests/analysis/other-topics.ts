import type { Topic } from '#lib/topic/topic.ts';

/** Negotiations other than the shipped one: the rules must not depend on its actors. */
const BASE = {
  schemaVersion: 1,
  language: 'en',
  description: 'For tests.',
  eras: {
    then: { label: '2019', from: '2019-01-01', to: '2019-12-31' },
    now: { label: '2025', from: '2025-01-01', to: '2025-12-31' },
  },
  sideNegotiations: [],
  factorWords: {},
  schedule: { days: ['monday'], time: '07:00', timeZone: 'UTC', latestStartHours: 12 },
  approval: false,
  whenNothingNew: 'skip',
} satisfies Partial<Topic>;

const UNITED_STATES: Topic['actors'] = [
  {
    id: 'us',
    kind: 'state',
    name: 'United States',
    aliases: ['U.S.', 'US', 'Washington', 'White House', 'Treasury'],
    demonyms: ['American'],
    party: 'us',
  },
  { id: 'trump', kind: 'person', name: 'Donald Trump', aliases: [], party: 'us', role: 'leader' },
  { id: 'biden', kind: 'person', name: 'Joe Biden', aliases: [], party: 'us', role: 'leader' },
];

export const IRAN: Topic = {
  ...BASE,
  id: 'us-iran',
  title: 'US–Iran nuclear talks',
  parties: ['us', 'iran'],
  actors: [
    ...UNITED_STATES,
    {
      id: 'iran',
      kind: 'state',
      name: 'Iran',
      aliases: ['Tehran', 'Islamic Republic'],
      demonyms: ['Iranian'],
      party: 'iran',
    },
    {
      id: 'khamenei',
      kind: 'person',
      name: 'Ali Khamenei',
      aliases: ['Ayatollah Ali Khamenei'],
      party: 'iran',
      role: 'leader',
    },
    { id: 'zarif', kind: 'person', name: 'Mohammad Javad Zarif', aliases: [], party: 'iran' },
    { id: 'araghchi', kind: 'person', name: 'Abbas Araghchi', aliases: [], party: 'iran' },
    { id: 'witkoff', kind: 'person', name: 'Steve Witkoff', aliases: [], party: 'us' },
    { id: 'kerry', kind: 'person', name: 'John Kerry', aliases: [], party: 'us' },
  ],
};

export const TRADE: Topic = {
  ...BASE,
  id: 'us-china-trade',
  title: 'US–China trade talks',
  parties: ['us', 'china'],
  actors: [
    ...UNITED_STATES,
    {
      id: 'china',
      kind: 'state',
      name: 'China',
      aliases: ['Beijing'],
      demonyms: ['Chinese'],
      party: 'china',
    },
    {
      id: 'xi',
      kind: 'person',
      name: 'Xi Jinping',
      aliases: [],
      party: 'china',
      role: 'leader',
      familyNameFirst: true,
    },
    {
      id: 'he-lifeng',
      kind: 'person',
      name: 'He Lifeng',
      aliases: [],
      party: 'china',
      familyNameFirst: true,
    },
    { id: 'bessent', kind: 'person', name: 'Scott Bessent', aliases: [], party: 'us' },
  ],
};

import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { importSubscribers, type ListConsent } from '#lib/subscription/import-subscribers.ts';
import { CSV_HEADER, subscriberCsvLine } from '#lib/subscription/subscribers-csv.ts';
import { collect, sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from './subscribers-in-memory.ts';

const CONSENT: ListConsent = { at: '2025-05-12', source: 'forms of the fair' };

async function importList(
  csv: string,
  store = new SubscribersInMemory(),
  { consent = CONSENT, dryRun = false } = {},
) {
  const context = {
    topicId: 'harbour-talks',
    source: 'list.csv',
    consent,
    dryRun,
    store,
    now: new Date('2026-01-05T07:00:00Z'),
  };
  // In small pieces, so that lines and characters are cut in the middle.
  const bytes = Buffer.from(csv);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
    bytes.subarray(i * 7, i * 7 + 7),
  );
  const lines = await collect(importSubscribers(Readable.from(pieces), context));
  const faults = lines.flatMap((line) => (line.outcome === 'refused' ? line.faults : []));
  return { lines, store, faults: faults.map(formatFault) };
}

const people = (store: SubscribersInMemory) =>
  store.all.map(({ address, name }) => [address, name]);

describe('importSubscribers', () => {
  it('reads columns by their header, in any order and with any separator', async () => {
    for (const separator of [',', ';', '\t']) {
      const rows = [
        ['Name', 'note', 'E-Mail'],
        ['Ana', 'x', 'ana@example.com'],
      ];
      const { store } = await importList(rows.map((row) => row.join(separator)).join('\r\n'));
      expect(people(store)).toEqual([['ana@example.com', 'Ana']]);
    }
  });

  it('reads plain addresses, one a line, also with a byte order mark and empty lines', async () => {
    const { store, lines } = await importList('\ufeffana@example.com\n\n ben@example.com \n');
    expect(people(store)).toEqual([
      ['ana@example.com', null],
      ['ben@example.com', null],
    ]);
    expect(lines.map(({ line }) => line)).toEqual([1, 3]);
  });

  it('reads quoted names with commas, quotes and letters of any script', async () => {
    const { store } = await importList('address,name\nana@example.com,"Ana ""A"" Müller, 박사"\n');
    expect(people(store)).toEqual([['ana@example.com', 'Ana "A" Müller, 박사']]);
  });

  it('refuses a state of the future, and a name that leads to a web address', async () => {
    const csv = [
      'address,name,since',
      'ana@example.com,Ana,2126-01-01T00:00:00Z',
      'ben@example.com,see evil.example now,',
      'cy@example.com,https://evil,',
      'dee@example.com,Dr. J.R. Dee Ph.D.,2026-01-05T07:00:00Z',
    ];
    const { store, faults } = await importList(csv.join('\n'));
    expect(people(store)).toEqual([['dee@example.com', 'Dr. J.R. Dee Ph.D.']]);
    expect(faults).toEqual([
      expect.stringContaining('line 2: since: expected an instant that is past'),
      expect.stringContaining('line 3: name: expected a name without a web address'),
      expect.stringContaining('line 4: name: expected a name without a web address'),
    ]);
  });

  it('records as consent which line of which list it was', async () => {
    const { store } = await importList('address\nana@example.com\n');
    expect(store.all[0]).toMatchObject({
      state: 'active',
      consent: { at: '2025-05-12T00:00:00Z', source: 'forms of the fair (list.csv, line 2)' },
    });
  });

  it('takes the evidence of a line’s own columns first, by several names', async () => {
    const csv =
      'email;Consent At;Source\nana@example.com;2025-11-02T10:00:00Z;sign-up page\nben@example.com;;\n';
    const { store } = await importList(csv);
    expect(store.all.map(({ consent }) => consent)).toEqual([
      { at: '2025-11-02T10:00:00Z', source: 'sign-up page' },
      { at: '2025-05-12T00:00:00Z', source: 'forms of the fair (list.csv, line 3)' },
    ]);
  });

  it('adds nobody without evidence, or with evidence of the future or of no time', async () => {
    const csv = [
      'address,consent_at,consent_source',
      'ana@example.com,,a form',
      'ben@example.com,2025-01-01,',
      'cy@example.com,2026-01-06,a form',
      'dee@example.com,last May,a form',
      'eve@example.com,2026-01-05T06:59:59Z,a form',
    ].join('\n');
    const { store, faults } = await importList(csv, undefined, { consent: {} });
    expect(people(store)).toEqual([['eve@example.com', null]]);
    expect(faults).toEqual([
      'list.csv, line 2: consent_at: expected when they agreed, in a column or an option',
      'list.csv, line 3: consent_source: expected how they agreed, in a column or an option',
      'list.csv, line 4: consent_at: expected an instant that is past, found 2026-01-06',
      'list.csv, line 5: consent_at: expected an instant such as 2026-11-16T07:00:00Z, found "last May"',
    ]);
  });

  it('tells in a dry run what would become of each line, and adds nobody', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab', '@example.com', '\n', '\n', ',') });
    await fc.assert(
      fc.asyncProperty(text, async (csv) => {
        const withAna = async () => {
          const store = new SubscribersInMemory();
          await store.add(sampleSubscriber('ana', { address: 'a@example.com', state: 'bounced' }));
          return store;
        };
        const told = ({ lines }: Awaited<ReturnType<typeof importList>>) =>
          lines.map(({ line, outcome }) => [line, outcome]);
        const dry = await importList(csv, await withAna(), { dryRun: true });
        expect(told(dry)).toEqual(told(await importList(csv, await withAna())));
        expect(dry.store.all).toHaveLength(1);
      }),
    );
  });

  it('goes on where it was killed: begun again the list stands as if it had never stopped', async () => {
    const csv = Array.from({ length: 600 }, (_, i) => `reader${i % 500}@example.com,Reader ${i}`);
    const whole = await importList(csv.join('\n'));
    const store = new SubscribersInMemory();
    const context = { topicId: 'harbour-talks', source: 'list.csv', consent: CONSENT, store };
    const list = importSubscribers(Readable.from([Buffer.from(csv.join('\n'))]), {
      ...context,
      now: new Date('2026-01-05T07:00:00Z'),
    });
    for await (const { line } of list) if (line === 20) break;
    expect(store.all.length).toBeLessThan(500);
    await importList(csv.join('\n'), store);
    const withoutIds = (each: SubscribersInMemory) =>
      each.all.map((one) => ({ ...one, id: '' })).sort((a, b) => (a.address < b.address ? -1 : 1));
    expect(withoutIds(store)).toEqual(withoutIds(whole.store));
  });

  it('tells of each fault with its line and goes on', async () => {
    const csv = [
      'address,name',
      'ana@example.com,Ana',
      'no address,Ben',
      ',Cy',
      'dee@example.com,=HYPERLINK("x")',
      'eve@example.com,"two\nlines"',
      'gus@example.com,Gus \u202eneB',
      'hal@example.com,Hal \u0007',
      'fay@example.com,Fay',
    ].join('\n');
    const { store, faults } = await importList(csv);
    expect(people(store)).toEqual([
      ['ana@example.com', 'Ana'],
      ['fay@example.com', 'Fay'],
    ]);
    expect(faults).toHaveLength(7);
    expect(faults[0]).toContain('list.csv, line 3: address: expected an address with one @');
    expect(faults[1]).toContain('list.csv, line 4: address:');
    expect(faults[2]).toContain('list.csv, line 5');
    expect(faults[3]).toContain(
      'line 6: expected a line of CSV of at most 5000 characters, each quote',
    );
    expect(faults[4]).toContain('list.csv, line 7: address:');
    expect(faults[5]).toContain('list.csv, line 8: name: expected a name without the marks that');
    expect(faults[6]).toContain('list.csv, line 9: name: expected a name on one line');
  });

  it('does not make active whose state it cannot read', async () => {
    const { store, faults } = await importList('address,state\nana@example.com,left\n');
    expect(store.all).toEqual([]);
    expect(faults[0]).toContain('list.csv, line 2: state: expected one of "pending", "active"');
  });

  it('survives a quotation mark that is never closed', async () => {
    const { lines, store } = await importList(
      'ana@example.com\nben@example.com,"Ben\ncy@example.com\n',
    );
    expect(people(store)[0]).toEqual(['ana@example.com', null]);
    expect(lines.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1);
  });

  it('says of an address that stands already in which state, and changes nothing', async () => {
    const store = new SubscribersInMemory();
    await store.add(sampleSubscriber('ana', { state: 'unsubscribed' }));
    const { lines } = await importList(
      'ANA@example.com\nben@example.com\nben@example.com\n',
      store,
    );
    expect(lines).toMatchObject([
      { outcome: 'there', subscriber: { id: 'ana', state: 'unsubscribed' } },
      { outcome: 'added' },
      { outcome: 'repeated', subscriber: { state: 'active' } },
    ]);
  });

  it('reads an empty list as nobody', async () => {
    expect((await importList('')).lines).toEqual([]);
    expect((await importList('address,name\n')).lines).toEqual([]);
  });

  it('never throws, whatever the list is', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'a@.,;"\n\r\t =\0', 'é', 'x@example.com') });
    await fc.assert(
      fc.asyncProperty(text, async (csv) => {
        expect(Array.isArray((await importList(csv)).lines)).toBe(true);
      }),
    );
  });
});

describe('an exported list', () => {
  it('reads back as the same people, in the same states, with the same consent', async () => {
    const { store } = await importList(
      'address,name\nana@example.com,"Ana ""A"" Müller, 박사"\nben@example.com,\ncy@example.com,O\'Neil; Jr\n',
    );
    await store.add(sampleSubscriber('dee', { state: 'unsubscribed' }));
    await store.add(sampleSubscriber('eve', { state: 'complained' }));
    const exported = CSV_HEADER + store.all.map(subscriberCsvLine).join('');
    const again = await importList(exported);
    const withoutIds = ({ all }: SubscribersInMemory) => all.map((each) => ({ ...each, id: '' }));
    expect(withoutIds(again.store)).toEqual(withoutIds(store));
  });

  it('reads back whatever stands in a name or the evidence of consent', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...' "\',;\t=@é', '대', 'a') })
      .map((chars) => `x${chars}`.replace(/\t/g, '').trim());
    await fc.assert(
      fc.asyncProperty(text, text, async (name, source) => {
        const consent = { at: '2026-01-01T00:00:00.000Z', source };
        const ana = sampleSubscriber('ana', { name, consent });
        const { store } = await importList(CSV_HEADER + subscriberCsvLine(ana));
        expect(store.all).toMatchObject([{ name, consent }]);
      }),
    );
  });
});

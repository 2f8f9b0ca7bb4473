import { describe, expect, it } from 'vitest';
import { folderChecks, type FolderFacts } from '#lib/doctor/folder-checks.ts';
import { machineChecks, type MachineFacts } from '#lib/doctor/machine-checks.ts';
import { read, troubles, unread } from './facts.ts';

const MACHINE: MachineFacts = {
  nodeVersion: '22.3.0',
  oldestNode: '20.19',
  topics: { number: 1, faults: [] },
  postalAddress: read('The River Post, 4 Mill Lane, Riverton'),
};
const FOLDER: FolderFacts = {
  folder: read('writable'),
  path: '.parley',
  freeBytes: read(1e10),
  templates: read('built'),
  newestAge: read(1_000),
  opened: read(true),
};

const ofMachine = (facts: Partial<MachineFacts>) =>
  troubles(machineChecks({ ...MACHINE, ...facts }));
const ofFolder = (facts: Partial<FolderFacts>) => troubles(folderChecks({ ...FOLDER, ...facts }));

describe('a machine', () => {
  it('with which all is well has no trouble', () => {
    expect([...ofMachine({}), ...ofFolder({})]).toEqual([]);
  });

  it.each([
    ['20.19.0', []],
    ['20.18.9', ['fault Node']],
    ['9.9.9', ['fault Node']],
    ['21.0.0', []],
  ])('with Node %s', (nodeVersion, expected) => {
    expect(ofMachine({ nodeVersion })).toEqual(expected);
  });

  it('with a broken topic file, or the example’s postal address', () => {
    const fault = { source: 'a.json', field: 'id', expected: 'text' };
    expect(ofMachine({ topics: { number: 1, faults: [fault] } })).toEqual(['fault topics']);
    const postalAddress = read('Parley, 1 Example Street');
    expect(ofMachine({ postalAddress })).toEqual(['warning brand']);
    expect(ofMachine({ postalAddress: unread })).toEqual(['unknown brand']);
  });
});

describe('a state folder', () => {
  it.each([
    [
      'that is new',
      { folder: read('new' as const), newestAge: read(null), opened: read(null) },
      [],
    ],
    [
      'that cannot be written to',
      { folder: read('not-writable' as const) },
      ['fault state folder'],
    ],
    ['on a disk with little room', { freeBytes: read(4e8) }, ['warning disk']],
    ['on a full disk', { freeBytes: read(1e6) }, ['fault disk']],
    ['without compiled templates', { templates: read('missing' as const) }, ['fault templates']],
    ['with templates changed since', { templates: read('stale' as const) }, ['warning templates']],
    ['from the future', { newestAge: read(-3_600_000) }, ['fault clock']],
    ['from a moment ahead', { newestAge: read(-1_000) }, []],
    ['that does not open', { opened: unread }, ['fault keys, database']],
  ] as const)('%s', (_name, facts, expected) => expect(ofFolder(facts)).toEqual(expected));
});

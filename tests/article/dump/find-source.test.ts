import { describe, expect, it } from 'vitest';
import { findSource } from '#lib/article/dump/find-source.ts';
import { readDump } from '#lib/article/dump/read-dump.ts';

const NONE = { name: null, address: null };
const TEXT = [
  'Envoys meet in Oslo',
  'By Ann Lee',
  'May 5, 2020',
  'The envoys of the two coastal states met in Oslo on Monday, for the first time in two years.',
  'The envoys said that they would meet again in Bergen before the end of the summer.',
];

describe('findSource', () => {
  it.each([
    ['Source: The Coast Courier', 'The Coast Courier', null],
    ['Source: cnn', 'CNN', null],
    [
      'Source: The Coast Courier, https://courier.example/1?utm_source=x',
      'The Coast Courier',
      'https://courier.example/1',
    ],
    ['Source: The Coast Courier (https://courier.example/)', 'The Coast Courier', null],
    ['Source: https://www.courier.example/1', 'courier.example', 'https://www.courier.example/1'],
  ])('reads %j at the end', (line, name, address) => {
    expect(findSource([...TEXT, line])).toEqual({ name, address });
  });

  it('reads an address alone on a line at the head', () => {
    expect(findSource(['http://courier.example/1', ...TEXT])).toEqual({
      name: 'courier.example',
      address: 'http://courier.example/1',
    });
  });

  it('notes nothing where nothing is noted', () => {
    expect(findSource(TEXT)).toEqual(NONE);
    expect(findSource(['Source: The Coast Courier', ...TEXT])).toEqual(NONE);
    expect(findSource([])).toEqual(NONE);
  });
});

describe('readDump', () => {
  it.each([
    ['an outlet alone on the first line', ['The Korea Times', ...TEXT], 'The Korea Times', null],
    [
      'an address above',
      ['https://courier.example/1', ...TEXT],
      'courier.example',
      'https://courier.example/1',
    ],
    ['a source below', [...TEXT, 'Source: The Coast Courier'], 'The Coast Courier', null],
  ])('takes the outlet from %s', (_name, lines, publisher, url) => {
    expect(readDump(lines.join('\n\n'), null)).toMatchObject({
      publisher,
      url,
      headline: 'Envoys meet in Oslo',
      authors: ['Ann Lee'],
      paragraphs: TEXT.slice(3),
    });
  });
});

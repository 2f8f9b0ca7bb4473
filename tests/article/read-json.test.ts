import { describe, expect, it } from 'vitest';
import { looksLikeJson, readJson } from '#lib/article/read-json.ts';

function foundIn(text: string): (string | undefined)[] {
  return readJson(text, 'a.json').flatMap((record) =>
    record.ok ? [] : record.faults.map(({ found }) => found),
  );
}

describe('readJson', () => {
  it('reads one object, an array and JSON Lines, each record under a name of its own', () => {
    const sources = (text: string) =>
      readJson(text, 'a.json').map((record) => (record.ok ? record.value.source : 'fault'));
    expect(sources('{"a":1}')).toEqual(['a.json']);
    expect(sources('[{"a":1},{"a":2}]')).toEqual(['a.json#1', 'a.json#2']);
    expect(sources('{"a":1}\n\n{"a":2}\n')).toEqual(['a.json:1', 'a.json:3']);
  });

  it('refuses an empty list', () => {
    expect(foundIn('[]')).toEqual(['an empty list']);
  });

  it.each([
    ['{"a": 1,}', 'line 1, column 9'],
    ['{\n "a": 1\n "b": 2\n}', 'line 3, column 2'],
    ['{"a": 1, "some": bad}', 'line 1, column 18'],
    ['{"a":\n', 'line 2, column 1'],
  ])('says where %j breaks off', (text, place) => {
    expect(foundIn(text)).toEqual([expect.stringContaining(place)]);
  });

  it('names a broken line of JSON Lines and reads the others', () => {
    const records = readJson('{"a":1}\n{"a":\n{"a":3}', 'a.json');
    expect(records.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(foundIn('{"a":1}\n{"a":\n{"a":3}')).toEqual([expect.stringContaining('line 2')]);
  });
});

describe('looksLikeJson', () => {
  it.each([
    [' [{"a": 1}]', 'a.txt', null, true],
    ['[]', 'a.txt', null, true],
    ['nonsense', 'a.json', null, true],
    ['nonsense', 'https://a.example/1', 'application/ld+json; charset=utf-8', true],
    ['[INTERVIEW] Envoy speaks', 'a.txt', null, false],
    ['[Ann Lee/Envoy: "We met."]', 'a.txt', 'text/plain', false],
  ])('tells JSON from text: %j in %s', (text, source, contentType, expected) => {
    expect(looksLikeJson(text, source, contentType)).toBe(expected);
  });
});

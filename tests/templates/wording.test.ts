import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseWording } from '#lib/briefing/parse-wording.ts';
import { eraInWords, say, wordingFor } from '#lib/briefing/wording.ts';
import { compileWordings } from '#lib/studio/compile-wordings.ts';

const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`templates/wording/${file}`, 'utf8')) as Record<string, unknown>;

/** "labels.then", "labels.now", …, in one order. */
function keysOf(value: object): string[] {
  const keys = Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? keysOf(inner).map((below) => `${key}.${below}`)
      : [key],
  );
  return keys.sort();
}

describe.each(readdirSync('templates/wording'))('the message file %s', (file) => {
  test('asks for no other values than the English one', () => {
    expect(parseWording(read(file), file)).toMatchObject({ ok: true });
  });

  test('has every message', () => {
    expect(keysOf(read(file))).toEqual(keysOf(read('en.json')));
  });
});

test('Korean keeps the English word of a band beside its own', () => {
  const { bands } = wordingFor('ko');
  const english = wordingFor('en').bands;
  for (const [band, { name, range }] of Object.entries(bands)) {
    const { name: word, range: same } = english[band as keyof typeof english];
    expect(name).toContain(`(${word})`);
    expect(range).toBe(same);
  }
});

test('a year is written as the language writes years, another label as it stands', () => {
  expect(eraInWords(wordingFor('ko'), '2020')).toBe('2020년');
  expect(eraInWords(wordingFor('en'), '2020')).toBe('2020');
  expect(eraInWords(wordingFor('ko'), 'First term')).toBe('First term');
});

test('each fault of a message file is told with its key', () => {
  const english = read('en.json');
  const faulty = {
    ...english,
    mails: 'none',
    locale: 'no locale',
    headings: { ...(english['headings'] as object), scale: 5, added: 'x' },
    labels: {
      ...(english['labels'] as object),
      noPassage: '{person} says',
      freshMark: '{count, plu',
    },
  };
  const parsed = parseWording(faulty, 'xx.json');
  const faults = parsed.ok ? [] : parsed.faults;
  expect(faults.map(({ field, expected }) => `${field}: ${expected}`)).toEqual([
    'headings.scale: a message',
    'headings.added: no such message',
    'labels.noPassage: no argument but era',
    'labels.freshMark: an ICU message',
    'mails: a group of messages',
    'locale: a language tag such as en-GB',
  ]);
});

describe('another language', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-wording-'));
    await cp('templates/wording', join(folder, 'wording'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const add = (text: string) => writeFile(join(folder, 'wording/tlh.json'), text);
  /** A made-up language: English in capitals, its arguments untouched. */
  const shouted = async () => {
    const english = await readFile(join(folder, 'wording/en.json'), 'utf8');
    return english
      .replace('"language": "en"', '"language": "tlh"')
      .replace('"basis": "', '"basis": "QAPLA ');
  };

  test('needs only a file', async () => {
    await add(await shouted());
    const compiled = await compileWordings(folder);
    const wordings = compiled.ok ? compiled.wordings : {};
    const wording = wordingFor('tlh-Latn', wordings);
    expect(wording.language).toBe('tlh');
    const values = { then: 1, now: 2, thenLabel: '2020', nowLabel: '2025', summaries: 'no' };
    expect(say(wording, wording.labels.basis, values)).toBe(
      'QAPLA One article of 2020 beside 2 of 2025',
    );
  });

  test('with a fault is refused with file and line', async () => {
    await add((await shouted()).replace('"basis": "QAPLA ', '"basis": "{qapla} '));
    const compiled = await compileWordings(folder);
    const faults = compiled.ok ? [] : compiled.faults;
    expect(faults).toMatchObject([{ file: 'wording/tlh.json', line: expect.any(Number) }]);
    expect(faults[0]?.reason).toContain('labels.basis: expected no argument but');
  });

  test('says in English what its file does not say yet', async () => {
    await add(JSON.stringify({ language: 'tlh', locale: 'tlh', direction: 'ltr' }));
    const compiled = await compileWordings(folder);
    const { language, labels } = wordingFor('tlh', compiled.ok ? compiled.wordings : {});
    expect([language, labels.then]).toEqual(['tlh', 'Then']);
  });

  test('that is no JSON is refused, and the others are still checked', async () => {
    await add('{');
    const compiled = await compileWordings(folder);
    expect(compiled).toMatchObject({ ok: false, faults: [{ file: 'wording/tlh.json' }] });
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { readTopicFiles } from '#lib/infra/topic-files.ts';

const shipped = JSON.parse(
  readFileSync(new URL('../../lib/topic/topics/us-north-korea.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-topics-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = () => readTopicFiles(pathToFileURL(`${folder}/`));

describe('readTopicFiles', () => {
  it('takes a second topic for nothing but its file', () => {
    write('us-north-korea.json', JSON.stringify(shipped));
    write('iran.json', JSON.stringify({ ...shipped, id: 'iran' }));
    const topics = read();
    expect(topics.ok && topics.value.map(({ id }) => id).sort()).toEqual([
      'iran',
      'us-north-korea',
    ]);
  });

  it('lists the faults of every file', () => {
    write('broken.json', '{');
    write('empty.json', '{}');
    write('renamed.json', JSON.stringify(shipped));
    const topics = read();
    const messages = topics.ok ? [] : topics.faults.map(formatFault);
    expect(messages).toContainEqual(
      expect.stringContaining('broken.json: expected a file of JSON'),
    );
    expect(messages).toContainEqual(expect.stringContaining('empty.json: id: expected'));
    expect(messages).toContain('renamed.json: id: expected renamed, found us-north-korea');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { readStage } from '#lib/infra/stage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-stages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (context: Record<string, string>) =>
  readStage((name) => context[name], pathToFileURL(`${folder}/`));
const faults = (context: Record<string, string>) => {
  const stage = read(context);
  return stage.ok ? [] : stage.faults.map(formatFault);
};

describe('readStage', () => {
  it('is the example where nothing is said', () => {
    expect(read({})).toEqual({ ok: true, value: { stackName: 'Parley', configuration: EXAMPLE } });
  });

  it('reads a stage from its file, and gives it a stack of its own', () => {
    write('stage.dev.json', '{"sender": "dev@example.org", "topics": "us-north-korea"}');
    expect(read({ stage: 'dev' })).toMatchObject({
      ok: true,
      value: {
        stackName: 'Parley-dev',
        configuration: { sender: 'dev@example.org', topics: ['us-north-korea'] },
      },
    });
  });

  it('lets the command line count over the file', () => {
    write('stage.prod.json', '{"sender": "digest@example.org", "sending": "on"}');
    expect(read({ stage: 'prod', sending: 'off' })).toMatchObject({
      value: { configuration: { sender: 'digest@example.org', isSending: false } },
    });
  });

  it.each([
    [{ stage: 'Prod!' }, 'context: stage: expected a short word such as dev or prod, found Prod!'],
    [{ stage: 'none' }, 'stage.none.json: expected a file such as {"sender": "digest@'],
    [{ stage: 'broken' }, 'stage.broken.json: expected a file of JSON, found '],
    [{ stage: 'list' }, 'stage.list.json: expected a file such as {"sender": "digest@'],
    [{ stage: 'odd' }, 'stage.odd.json: expected no field named colour'],
    [{ stage: 'wrong' }, 'stage.wrong.json: sender: expected an address'],
  ])('names what is wrong with %j', (context, message) => {
    write('stage.broken.json', '{');
    write('stage.list.json', '[]');
    write('stage.odd.json', '{"sender": "digest@example.org", "colour": "red"}');
    write('stage.wrong.json', '{"sender": "digest"}');
    expect(faults(context)).toEqual([expect.stringContaining(message)]);
  });
});

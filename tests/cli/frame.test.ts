import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSlot, parseSlotDate } from '#lib/cli/choose-slot.ts';
import { explainFailure } from '#lib/cli/explain-failure.ts';
import { startProgress } from '#lib/cli/progress.ts';
import { printable, printReport } from '#lib/cli/report.ts';
import { table } from '#lib/cli/table.ts';
import { loadTopics } from '#lib/cli/load-topics.ts';
import { DependencyError } from '#lib/dependency-error.ts';
import { MONDAY } from './run.ts';

describe('a report', () => {
  const print = (json: boolean, problems: string[]) => {
    let stdout = '';
    let stderr = '';
    const terminal = {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
    };
    const report = { data: { a: 1 }, lines: ['one', 'two'], problems };
    return { code: printReport(report, terminal as never, json), stdout, stderr };
  };

  it('is lines for people', () => {
    expect(print(false, [])).toEqual({ code: 0, stdout: 'one\ntwo\n', stderr: '' });
  });

  it('is JSON alone for machines, with the problems on standard error', () => {
    const { code, stdout, stderr } = print(true, ['bad.json: expected text']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ a: 1 });
    expect(stderr).toBe('bad.json: expected text\n');
  });

  it('never carries control characters to the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
    );
    expect(printable('red \u001b[31m')).toBe('red \\x1b[31m');
  });
});

describe('a failure', () => {
  it('that was foreseen is its message', () => {
    const cause = Object.assign(new Error('ENOSPC'), { errno: -28, code: 'ENOSPC' });
    const error = new DependencyError('write', '/state/a.json', cause);
    expect(explainFailure(error, false)).toBe(
      'cannot write /state/a.json: no space left on device',
    );
  });

  it('of the system names the path and the reason', () => {
    const error = Object.assign(new Error('x'), { errno: -13, code: 'EACCES', path: '/state' });
    expect(explainFailure(error, false)).toBe('/state: permission denied');
  });

  it('that nobody foresaw points at --verbose, which shows the stack', () => {
    const error = new TypeError('x is not a function');
    expect(explainFailure(error, false)).toMatch(/^x is not a function\nRun again with --verbose/);
    expect(explainFailure(error, true)).toMatch(/\n\s+at /);
  });
});

describe('progress', () => {
  const collect = (isTTY: boolean, secondsPerStep: number) => {
    let text = '';
    let at = 0;
    const stderr = { isTTY, write: (part: string) => (text += part) };
    const progress = startProgress({ stderr, now: () => new Date(at) });
    for (let done = 1; done <= 3; done++) {
      at += secondsPerStep * 1000;
      progress.step('reading', done, 3);
    }
    progress.end();
    return text;
  };

  it('rewrites one line on a terminal and takes it away', () => {
    expect(collect(true, 1)).toMatch(/\rreading|\r.*reading 3 of 3 …\r.*$/);
    expect(collect(true, 1)).not.toContain('\n');
  });

  it('is a line every five seconds elsewhere', () => {
    expect(collect(false, 1)).toBe('');
    expect(collect(false, 6)).toBe('reading 1 of 3 …\nreading 2 of 3 …\nreading 3 of 3 …\n');
  });
});

describe('a slot', () => {
  it.each(['2026-02-30', '16.11.2026', '2026-11-16T07:00', '', 'today'])(
    'is never the date "%s"',
    (text) => {
      expect(() => parseSlotDate(text)).toThrow('Expected a date such as 2026-11-16.');
    },
  );

  it('without a date is the one that is due', async () => {
    const { topics } = await loadTopics({ topicsFolder: null } as never);
    const [topic] = topics;
    if (topic === undefined) throw new Error('no topic');
    expect(chooseSlot(topic, undefined, MONDAY)).toEqual({
      topicId: 'us-north-korea',
      date: '2026-11-16',
    });
    expect(() => chooseSlot(topic, '2026-11-18', MONDAY)).toThrow(
      'the nearest are 2026-11-16 and 2026-11-23',
    );
  });
});

it('a table keeps its columns together', () => {
  expect(table([['a', 'first'], ['long', 'second'], []])).toEqual([
    'a     first',
    'long  second',
    '',
  ]);
});

import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from './run.ts';

const COMMANDS = [
  ['start'],
  ['ingest'],
  ['analyse'],
  ['compare'],
  ['compose'],
  ['send'],
  ['status'],
  ['subscribers'],
  ['subscribers', 'add'],
  ['subscribers', 'list'],
  ['subscribers', 'import'],
  ['subscribers', 'export'],
  ['subscribers', 'remove'],
  ['topics'],
];

describe.each(COMMANDS.map((words) => [words.join(' '), words] as const))('%s', (name, words) => {
  it('explains itself with an example', async () => {
    const { code, stdout } = await run('/', [...words, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: parley ${name}`);
    expect(stdout).toMatch(new RegExp(`Examples:\n(.*\n)*? {2}.*parley ${name}`));
    expect(stdout).toContain('--json');
    expect(stdout).not.toContain('--now');
  });

  it('refuses an option it does not have', async () => {
    const { code, stdout, stderr } = await run('/', [...words, '--colour']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain("unknown option '--colour'");
  });
});

describe('the command line', () => {
  it('suggests the command that was meant', async () => {
    const { code, stderr } = await run('/', ['compsoe']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown command 'compsoe'");
    expect(stderr).toContain('Did you mean compose?');
  });

  it('shows what there is when no command is given', async () => {
    const { code, stderr } = await run('/', []);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: parley');
  });

  it('refuses an argument too many', async () => {
    expect((await run('/', ['topics', 'all'])).code).toBe(2);
  });

  it('refuses a clock that is none', async () => {
    const { code, stderr } = await run('/', ['topics', '--now', 'noon']);
    expect(code).toBe(2);
    expect(stderr).toContain('Expected an instant such as 2026-11-16T00:00:00Z.');
  });

  it('says what failed, without a stack, when the state folder cannot be used', async () => {
    const folder = await emptyFolder();
    const { code, stderr } = await run(folder, ['status', '--state', '/dev/null/state']);
    expect(code).toBe(1);
    expect(stderr).toContain('/dev/null/state');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

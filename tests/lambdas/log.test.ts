import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../lambdas/log.ts';

/** What a call writes, as one text. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const lines: unknown[] = [];
  for (const method of ['info', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line: unknown) => void lines.push(line));
  write(createLog('test'));
  return lines.join('\n');
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('a log line', () => {
  it('is JSON with level, service, message and code', () => {
    const line = JSON.parse(written((log) => log.info('done', { code: 'TEST_DONE', sent: 3 })));
    expect(line).toMatchObject({
      level: 'INFO',
      service: 'test',
      message: 'done',
      code: 'TEST_DONE',
      sent: 3,
    });
  });

  it('holds no address, wherever one came in', () => {
    const text = written((log) => {
      log.error('failed for reader@example.com', {
        reason:
          'Email address is not verified: <reader@example.com>, "Other"<o.ther+x@mail.example>',
        nested: [{ to: 'reader@example.com' }],
        error: new Error('no reader@example.com', { cause: new Error('reader@example.com') }),
      });
    });
    expect(text).toContain('[address]');
    expect(text).not.toMatch(/reader@|ther\+x@/);
  });
});

import { describe, expect, it } from 'vitest';
import { DependencyError, reasonOf } from '#lib/dependency-error.ts';

const withCode = (error: Error, code: string) => Object.assign(error, { code });

describe('DependencyError', () => {
  it('says what failed and why in the system’s words, and keeps the cause', () => {
    const cause = withCode(new Error('ENOSPC: no space left on device, write'), 'ENOSPC');
    const error = new DependencyError('write', '/state/a.json', cause);
    expect(error.message).toBe('cannot write /state/a.json: no space left on device');
    expect(error).toMatchObject({ cause, target: '/state/a.json', name: 'DependencyError' });
  });
});

describe('reasonOf', () => {
  it.each([
    [withCode(new AggregateError([], ''), 'ECONNREFUSED'), 'connection refused'],
    [
      withCode(new Error('getaddrinfo ENOTFOUND nowhere'), 'ENOTFOUND'),
      'getaddrinfo ENOTFOUND nowhere',
    ],
    [withCode(new Error(''), 'EODD'), 'EODD'],
    [new TypeError('no'), 'TypeError: no'],
    [new DependencyError('read', 'x', new Error('it is damaged')), 'cannot read x: it is damaged'],
    ['thrown text', 'thrown text'],
  ])('puts %o into one line', (cause, reason) => {
    expect(reasonOf(cause)).toBe(reason);
  });
});

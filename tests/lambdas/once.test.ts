import { describe, expect, it } from 'vitest';
import { once } from '../../lambdas/once.ts';

describe('once', () => {
  it('makes a thing once, for callers at the same time too', async () => {
    let made = 0;
    const get = once(async () => ++made);
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    expect(await get()).toBe(1);
  });

  it('tries again after a failure', async () => {
    let tries = 0;
    const get = once(async () => {
      if (++tries === 1) throw new Error('not yet');
      return tries;
    });
    await expect(get()).rejects.toThrow('not yet');
    expect(await get()).toBe(2);
  });
});

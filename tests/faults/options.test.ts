import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const quick = [{ name: 'none', subscribers: 5 }];
const full = [{ name: 'none-50000', subscribers: 50 }];
const read = (...args: string[]) => readOptions(args, { quick, full }, 42);

describe('the arguments of the fault bench', () => {
  it('choose the quick rows, all rows, or the rows named', () => {
    expect(read()).toEqual({ scenarios: quick, seed: 42 });
    expect(read('--full')).toEqual({ scenarios: [...quick, ...full], seed: 42 });
    expect(read('none-50000', '--seed', '7')).toEqual({ scenarios: full, seed: 7 });
  });

  it.each([
    [['nome'], 'no scenario named nome; there are none, none-50000'],
    [['--seed', 'x'], '--seed: expected a whole number'],
    [['--fulll'], '--fulll'],
  ])('are told what is wrong with them: %o', (args, message) => {
    expect(read(...args)).toContain(message);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  Limits,
  MAILS_AN_ADDRESS_A_DAY,
  networkOf,
  SIGN_UPS_A_SOURCE_AN_HOUR,
  SIGN_UPS_AN_HOUR,
} from '#lib/subscription/limits.ts';
import { countersInMemory } from './counters-in-memory.ts';

function setup() {
  const clock = { now: new Date('2026-01-05T07:00:00Z') };
  const counters = countersInMemory();
  const limits = new Limits(counters, () => clock.now);
  const pass = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
  return { limits, counters, pass, clock };
}

it('of 10,000 sign-ups of one source no more pass than its share, until the next hour', async () => {
  const { limits, pass } = setup();
  let passed = 0;
  for (let i = 0; i < 10_000; i++) if (await limits.mayAsk('192.0.2.1')) passed++;
  expect(passed).toBe(SIGN_UPS_A_SOURCE_AN_HOUR);
  expect(await limits.mayAsk('192.0.2.2')).toBe(true);
  pass(60);
  expect(await limits.mayAsk('192.0.2.1')).toBe(true);
});

it('one source that asks too often shuts nobody else out, all together do', async () => {
  const { limits } = setup();
  for (let i = 0; i < 2 * SIGN_UPS_AN_HOUR; i++) await limits.mayAsk('192.0.2.1');
  let passed = 0;
  for (let i = 0; i < 2 * SIGN_UPS_AN_HOUR; i++) if (await limits.mayAsk(`source ${i}`)) passed++;
  expect(passed).toBe(SIGN_UPS_AN_HOUR - SIGN_UPS_A_SOURCE_AN_HOUR);
});

it('an address gets one mail of a kind in ten minutes, and a few in a day', async () => {
  const { limits, pass } = setup();
  let mailed = 0;
  for (let minute = 0; minute < 600; minute += 2) {
    if (await limits.mayMail('confirm', 'Ana@example.com')) mailed++;
    pass(2);
  }
  expect(mailed).toBe(MAILS_AN_ADDRESS_A_DAY);
  expect(await limits.mayMail('own-data', 'ana@EXAMPLE.com')).toBe(true);
  expect(await limits.mayMail('own-data', 'ana@example.com')).toBe(false);
});

it('what is counted names neither source nor address, and another day not by the same name', async () => {
  const { limits, counters, pass } = setup();
  const namesOfToday = async () => {
    counters.numbers.clear();
    await limits.mayAsk('192.0.2.1');
    await limits.mayMail('confirm', 'ana@example.com');
    return [...counters.numbers.keys()].map((key) => key.split(' ')[0]);
  };
  const first = await namesOfToday();
  pass(24 * 60);
  const second = await namesOfToday();
  expect(first.join()).not.toMatch(/192|ana|example/);
  expect(first.filter((name) => second.includes(name))).toEqual(['all']);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (source, network) => {
  expect(networkOf(source)).toBe(network);
});

it('every address of a network of 64 bits counts as one source, however it is written', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
  const four = fc.array(group, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(four, four, four, (network, a, b) => {
      const ofHost = (host: string[]) => networkOf([...network, ...host].join(':'));
      expect(ofHost(a)).toBe(ofHost(b));
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { addressDate } from '#lib/article/date/address-date.ts';

describe('addressDate', () => {
  it.each([
    ['https://a.example/2025/06/11/talks', '2025-06-11'],
    ['https://a.example/news/2025/oct/8/talks', '2025-10-08'],
    ['https://a.example/news/2025-10-22/national/1', '2025-10-22'],
    ['https://a.example/view/AEN20200110005400325', '2020-01-10'],
    ['https://a.example/en/article/2025061120434272496', '2025-06-11'],
    ['https://a.example/view.php?ud=20200702000707', '2020-07-02'],
    ['nk-2020-01-10-wire.txt', '2020-01-10'],
  ])('finds the day in %s', (address, day) => {
    expect(addressDate(address)).toMatchObject({ earliest: day, latest: day });
  });

  it('finds the month of an outlet that files by month', () => {
    expect(addressDate('https://a.example/2019/12/talks/')).toEqual({
      earliest: '2019-12-01',
      latest: '2019-12-31',
      words: '/2019/12/',
    });
  });

  it.each([
    'https://a.example/article/10507373',
    'https://a.example/talks-2020',
    'https://a.example/2025/13/45/x',
    'https://a.example/?p=19247',
  ])('finds none in %s', (address) => {
    expect(addressDate(address)).toBeNull();
  });
});

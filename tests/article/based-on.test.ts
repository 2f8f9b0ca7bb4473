import { describe, expect, it } from 'vitest';
import { basedOn } from '#lib/article/based-on.ts';

describe('basedOn', () => {
  it.each([
    ['The outlet Axios reported on Monday that envoys had met.', ['Axios']],
    ['Envoys had met, a source told the broadcaster CNN.', ['CNN']],
    ['Envoys had met, according to NK News, citing Kyodo News.', ['Kyodo News', 'NK News']],
    ['Envoys had met, the ministry said. Axios is an outlet.', []],
  ])('reads %j', (paragraph, names) => {
    const found = basedOn([paragraph], 'The Korea Times').map(({ publisher }) => publisher);
    expect(found.sort()).toEqual(names);
  });

  it('leaves out the article’s own outlet under any of its names', () => {
    expect(basedOn(['Park told Yonhap that envoys had met.'], 'Yonhap News Agency')).toEqual([]);
  });

  it('looks at the first paragraphs only', () => {
    const paragraphs = ['One.', 'Two.', 'Three.', 'Axios reported it earlier.'];
    expect(basedOn(paragraphs, 'CNN')).toEqual([]);
  });
});

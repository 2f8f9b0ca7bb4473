import { describe, expect, it } from 'vitest';
import outlets from '#lib/article/outlets.json' with { type: 'json' };
import { outletAt, outletMentioned, outletNamed, outletOf } from '#lib/article/outlet.ts';

describe('outlets', () => {
  it('have ids of their own, known time zones and domains used once', () => {
    expect(new Set(outlets.map(({ id }) => id)).size).toBe(outlets.length);
    const domains = outlets.flatMap((outlet) => outlet.domains);
    expect(new Set(domains).size).toBe(domains.length);
    for (const { id, timeZone } of outlets) {
      expect(id).toMatch(/^[a-z0-9]+$/);
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });

  it('are found by name, whatever its case, article and punctuation', () => {
    expect(outletNamed('the dong a ilbo')?.id).toBe('donga');
    expect(outletNamed('Nobody Weekly')).toBeNull();
  });

  it('are found by a host under their domain, not by one that only ends alike', () => {
    expect(outletAt('cm.asiae.co.kr')?.id).toBe('asiae');
    expect(outletAt('notreuters.com')).toBeNull();
    expect(outletOf('https://edition.cnn.com/2020/11/14/x')?.id).toBe('cnn');
  });

  it('are found by an address in a text', () => {
    expect(outletMentioned('Read it at en.yna.co.kr/view or ask nobody@example.com')?.id).toBe(
      'yonhap',
    );
    expect(outletMentioned('No address here.')).toBeNull();
  });
});

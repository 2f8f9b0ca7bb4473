import { describe, expect, it } from 'vitest';
import { pageAddress } from '#lib/article/web-address.ts';

describe('pageAddress', () => {
  it('drops what says where a reader came from', () => {
    expect(pageAddress('https://a.example/p?id=7&utm_source=x&fbclid=y#top')).toBe(
      'https://a.example/p?id=7',
    );
  });

  it('drops credentials', () => {
    expect(pageAddress('https://user:word@a.example/p')).toBe('https://a.example/p');
  });

  it('resolves against the address of the page', () => {
    expect(pageAddress('/p/2', 'https://a.example/p/1')).toBe('https://a.example/p/2');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'not an address',
    '',
    null,
  ])('gives nothing for %j', (address) => {
    expect(pageAddress(address)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, parseAddress } from '#lib/subscription/address.ts';

describe('parseAddress', () => {
  it.each([
    ['ana@example.com', 'ana@example.com'],
    ['  ana@example.com\r\n', 'ana@example.com'],
    ['Ana.Maria+news@Mail.Example.COM', 'Ana.Maria+news@mail.example.com'],
    ["o'neil_2@example.co.uk", "o'neil_2@example.co.uk"],
    ['ana@müller.example', 'ana@xn--mller-kva.example'],
    ['münchen@example.com', 'münchen@example.com'],
    ['하나@bücher.example', '하나@xn--bcher-kva.example'],
  ])('takes %j as %s', (text, address) => {
    expect(parseAddress(text, 'a test')).toEqual({ ok: true, value: address });
  });

  it.each([
    '',
    'ana',
    '@example.com',
    'ana@',
    'ana@@example.com',
    'ana@bob@example.com',
    'ana@example',
    'ana@-example.com',
    'ana@example..com',
    'ana@127.0.0.1',
    'ana@[127.0.0.1]',
    '"ana b"@example.com',
    'ana b@example.com',
    'ana(comment)@example.com',
    '.ana@example.com',
    'ana.@example.com',
    'ana@exa\nmple.com',
    'ana\r\nBcc: all@example.com',
    'ana@example.com\r\nBcc: all@example.com',
    'ana@example.com, ben@example.com',
    '<ana@example.com>',
    '=cmd@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ana@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.com`,
    'ana@example%2ecom',
  ])('refuses %j and says what it expected', (text) => {
    const parsed = parseAddress(text, 'list.csv, line 3');
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.faults).toHaveLength(1);
    expect(parsed.faults[0]).toMatchObject({ source: 'list.csv, line 3', field: 'address' });
    expect(parsed.faults[0]?.expected).not.toBe('');
  });

  it('never lets through what could break out of a header or an envelope', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'ab@.<>,;:"\\()[] \r\n\0\t%=', 'é') });
    fc.assert(
      fc.property(hostile, hostile, (local, domain) => {
        const parsed = parseAddress(`${local}@${domain}.example`, 'a test');
        if (parsed.ok) expect(parsed.value).toMatch(/^[^\s<>,;:"\\()[\]\0]+@[a-z0-9.-]+$/);
      }),
    );
  });

  it('takes again what it gave back', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = parseAddress(address, 'a test');
        if (once.ok) expect(parseAddress(once.value, 'a test')).toEqual(once);
      }),
    );
  });
});

describe('addressKey', () => {
  it('is one for the spellings of one address', () => {
    expect(addressKey('Ana@MÜLLER.example')).toBe(addressKey('ana@xn--mller-kva.example'));
    expect(addressKey('ana@example.com')).not.toBe(addressKey('ana+b@example.com'));
  });
});

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

  it('takes plus tags and internationalised domains, and gives the domain in ASCII', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const label = fc.constantFrom('müller', 'bücher', '예시', 'παράδειγμα', 'пример');
    fc.assert(
      fc.property(word, word, label, (local, tag, name) => {
        const parsed = parseAddress(`${local}+${tag}@${name}.example`, 'a test');
        expect(parsed.ok && parsed.value).toMatch(/^[a-z0-9]+\+[a-z0-9]+@xn--[a-z0-9-]+\.example$/);
      }),
    );
  });

  it('refuses every quoted local part, and whatever is longer than mail can carry', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        expect(parseAddress(`"${text}"@example.com`, 'a test').ok).toBe(false);
      }),
    );
    const long = fc.integer({ min: 65, max: 320 });
    fc.assert(
      fc.property(long, (length) => {
        expect(parseAddress(`${'a'.repeat(length)}@example.com`, 'a test').ok).toBe(false);
      }),
    );
    const whole = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(59)}.com`;
    expect(whole).toHaveLength(320);
    expect(parseAddress(whole, 'a test').ok).toBe(false);
  });

  it('refuses line breaks, marks and hostile unicode wherever they stand', () => {
    const hostile = fc.constantFrom(
      ...[
        '\r',
        '\n',
        '\r\n',
        '\0',
        '\u0085',
        '\u2028',
        '\u202e',
        '\u2066',
        '\u200b',
        '\ufeff',
        '\ufffd',
      ],
      ...['\ud800', '＠', '\u00a0', '\u3000'],
    );
    const address = 'ana@example.com';
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: address.length - 1 }), (mark, at) => {
        const text = address.slice(0, at) + mark + address.slice(at);
        expect(parseAddress(text, 'a test').ok).toBe(false);
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

import { describe, expect, it } from 'vitest';
import { decodeText } from '#lib/article/decode-text.ts';
import { bytesOf } from './sample-article.ts';

/** "한국" in EUC-KR. */
const KOREA_EUC_KR = [0xc7, 0xd1, 0xb1, 0xb9];

function read(bytes: Uint8Array, contentType: string | null = null) {
  const decoded = decodeText(bytes, contentType, 'page');
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.faults));
  return decoded.value;
}

function join(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? bytesOf(part) : part)]),
  );
}

describe('decodeText', () => {
  it('takes text for UTF-8 where nothing else is said', () => {
    expect(read(bytesOf('“한국” – yes'))).toEqual({
      text: '“한국” – yes',
      encoding: 'utf-8',
      repairs: [],
    });
  });

  it('obeys a byte order mark', () => {
    expect(read(join([0xff, 0xfe], [0x41, 0, 0x42, 0])).text).toBe('AB');
    expect(read(join([0xef, 0xbb, 0xbf], 'AB')).text).toBe('AB');
  });

  it('obeys the charset of the server, then that of the page', () => {
    expect(read(join(KOREA_EUC_KR), 'text/html; charset=EUC-KR').text).toBe('한국');
    expect(read(join('<meta charset="euc-kr"><p>', KOREA_EUC_KR)).text).toContain('한국');
  });

  it('reads UTF-8 that a server calls windows-1252', () => {
    expect(read(bytesOf('café'), 'text/html; charset=ISO-8859-1').text).toBe('café');
  });

  it('tells EUC-KR from windows-1252 by what the bytes make', () => {
    expect(read(join(KOREA_EUC_KR, ' and ', KOREA_EUC_KR)).encoding).toBe('euc-kr');
    expect(read(join('caf', [0xe9], ' and ', [0x93], 'quotes', [0x94])).text).toBe(
      'café and “quotes”',
    );
  });

  it('replaces a few foreign bytes in UTF-8 text and reports them', () => {
    const { text, repairs } = read(join('“' + '한국 '.repeat(100), [0x93]));
    expect(text).toMatch(/\uFFFD$/);
    expect(repairs).toEqual(['1 characters that are not utf-8']);
  });

  it('refuses text in several encodings', () => {
    const bytes = join('“한국”—“한국”', [0x93, 0x94, 0x80]);
    expect(decodeText(bytes, null, 'page')).toMatchObject({
      ok: false,
      faults: [{ source: 'page', expected: 'text in one encoding (utf-8)' }],
    });
  });

  it.each([
    ['a PDF', '%PDF-1.7 …'],
    ['a zip or office file', 'PK\x03\x04'],
    ['binary data', '\0\x01\0\x02'],
  ])('names %s as what it is', (found, text) => {
    const decoded = decodeText(bytesOf(text), null, 'page');
    expect(decoded).toMatchObject({ ok: false, faults: [{ found }] });
  });
});

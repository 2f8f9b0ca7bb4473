import type { Fault, Parsed } from '#lib/fault.ts';

/** A text out of bytes, with what could not be read as it stood. */
export interface DecodedText {
  text: string;
  encoding: string;
  repairs: string[];
}

/** Share of unreadable characters from which a text is refused instead of mended. */
const MAX_REPLACED_SHARE = 0.01;

/** Openings of formats that are no text, each with the name a message gives it. */
const BINARY_OPENINGS: readonly [string, string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip or office file'],
  ['\x1F\x8B', 'a gzip file'],
  ['\x89PNG', 'a picture'],
  ['\xFF\xD8\xFF', 'a picture'],
  ['GIF8', 'a picture'],
];

/**
 * Reads bytes as text: byte order mark, else the charset of the Content-Type, else the one the page
 * declares, else UTF-8, else EUC-KR or windows-1252, whichever the bytes fit. A few bytes of
 * another encoding are replaced by U+FFFD and reported; many are a fault, as are formats that are no text.
 */
export function decodeText(
  bytes: Uint8Array,
  contentType: string | null,
  source: string,
): Parsed<DecodedText> {
  const binary = binaryFormat(bytes);
  if (binary) return refused(source, 'a page, a text, a feed or article JSON', binary);
  for (const encoding of candidates(bytes, contentType)) {
    const text = decode(bytes, encoding, true);
    if (text !== null) return { ok: true, value: { text, encoding, repairs: [] } };
  }
  return mixed(bytes, declaredEncoding(bytes, contentType) ?? 'utf-8', source);
}

function candidates(bytes: Uint8Array, contentType: string | null): string[] {
  const mark = byteOrderMark(bytes);
  if (mark) return [mark];
  const declared = declaredEncoding(bytes, contentType);
  // A declaration of windows-1252 fits any bytes, and is often a server's default for UTF-8 pages.
  const first = declared === 'windows-1252' ? [] : [declared];
  const guessed = mostlyUtf8(bytes) ? [] : [looksKorean(bytes) ? 'euc-kr' : null, 'windows-1252'];
  return [...first, 'utf-8', ...guessed].filter((name) => name !== null);
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function declaredEncoding(bytes: Uint8Array, contentType: string | null): string | null {
  const head = latin1(bytes.subarray(0, 2048));
  const label =
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** What windows-1252 has at 0x80 to 0x9F: Node 20 decodes it as ISO-8859-1, which has controls there. */
const WINDOWS_1252_C1 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal }).decode(bytes);
    return encoding === 'windows-1252'
      ? text.replace(/[\x80-\x9F]/g, (control) =>
          WINDOWS_1252_C1.charAt(control.charCodeAt(0) - 0x80),
        )
      : text;
  } catch {
    return null;
  }
}

/** Bytes that are UTF-8 but for a few are a UTF-8 page with foreign bytes, not a page in another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8', false) ?? '';
  const foreign = text.match(/[^\x00-\x7F]/g)?.length ?? 0;
  return replaced(text) * 2 < foreign;
}

/** EUC-KR text has its Hangul in pairs of high bytes; windows-1252 text has single ones. */
function looksKorean(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'euc-kr', true);
  if (text === null) return false;
  const hangul = text.match(/[\uAC00-\uD7A3]/g)?.length ?? 0;
  return hangul * 2 > (text.match(/[^\x00-\x7F]/g)?.length ?? 0);
}

function mixed(bytes: Uint8Array, encoding: string, source: string): Parsed<DecodedText> {
  const text = decode(bytes, encoding, false) ?? '';
  const bad = replaced(text);
  if (bad > text.length * MAX_REPLACED_SHARE)
    return refused(source, `text in one encoding (${encoding})`, `${bad} unreadable characters`);
  const repairs = bad > 0 ? [`${bad} characters that are not ${encoding}`] : [];
  return { ok: true, value: { text, encoding, repairs } };
}

function binaryFormat(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 1024));
  const opening = BINARY_OPENINGS.find(([start]) => head.startsWith(start));
  if (opening) return opening[1];
  const zeros = head.match(/\0/g)?.length ?? 0;
  return byteOrderMark(bytes) === null && zeros > head.length / 4 ? 'binary data' : null;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function replaced(text: string): number {
  return text.match(/\uFFFD/g)?.length ?? 0;
}

function refused(source: string, expected: string, found: string): Parsed<never> {
  const fault: Fault = { source, field: '', expected, found };
  return { ok: false, faults: [fault] };
}

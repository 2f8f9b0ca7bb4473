import { domainToASCII } from 'node:url';
import type { Fault, Parsed } from '#lib/fault.ts';

/** RFC 5321 section 4.5.3.1: octets of a local part, and of a whole address. */
const LOCAL_PART_MAX_BYTES = 64;
const ADDRESS_MAX_BYTES = 254;

/**
 * Dot-separated atoms of RFC 5322, or of RFC 6531 with letters beyond ASCII; no quoted form. The
 * first character is a letter, digit or underscore: spreadsheets run a cell that begins with = or +.
 */
const LOCAL_PART =
  /^(?=[\p{L}\p{N}_])[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** Before its conversion to ASCII, which would drop line breaks and decode percent signs. */
const DOMAIN_AS_WRITTEN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/**
 * Checks one e-mail address as a person or a CSV gives it and returns it with its domain in ASCII
 * (`müller.example` becomes `xn--mller-kva.example`). Refused beside what cannot be mailed: quoted
 * local parts, comments and address literals, which are legal but never a subscriber's.
 */
export function parseAddress(text: string, source: string, field = 'address'): Parsed<string> {
  const address = text.trim().normalize('NFC');
  const fault = (expected: string): Parsed<string> => ({
    ok: false,
    faults: [{ source, field, expected, found: JSON.stringify(text.slice(0, 80)) } satisfies Fault],
  });
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const written = address.slice(at + 1);
  const domain = DOMAIN_AS_WRITTEN.test(written) ? domainToASCII(written) : '';
  if (at < 1 || local.includes('@')) return fault('an address with one @, such as ana@example.com');
  if (!LOCAL_PART.test(local)) return fault('letters, digits, dots and . ! # + - _ before the @');
  if (!DOMAIN.test(domain)) return fault('a domain after the @, such as example.com');
  const whole = `${local}@${domain}`;
  if (
    Buffer.byteLength(local) > LOCAL_PART_MAX_BYTES ||
    Buffer.byteLength(whole) > ADDRESS_MAX_BYTES
  )
    return fault(
      `at most ${LOCAL_PART_MAX_BYTES} bytes before the @ and ${ADDRESS_MAX_BYTES} in all`,
    );
  return { ok: true, value: whole };
}

/**
 * The form in which two addresses are one: without case. Strictly a local part has case, but no
 * provider in use tells two readers apart by it, and a reader subscribed twice is mailed twice.
 */
export function addressKey(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1)) || address.slice(at + 1);
  return `${address.slice(0, at)}@${domain}`.normalize('NFC').toLowerCase();
}

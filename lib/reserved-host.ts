/** A host that no page can have (RFC 2606); Parley's own links stand under it until a delivery fills them in. */
export const RESERVED_HOST = 'parley.invalid';

/** What a reader sees of a text and what a browser makes of an address leave these out. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Surrogate}]+/gu;

/** Whether a text names the reserved host, in any case and with invisible characters or percent-encoding in between. */
export function namesReservedHost(text: string): boolean {
  const plain = (each: string) => each.replace(INVISIBLE, '').toLowerCase();
  return plain(text).includes(RESERVED_HOST) || plain(decoded(text)).includes(RESERVED_HOST);
}

/** ASCII out of percent-encoding, however often it was encoded; `decodeURIComponent` would throw at what is none. */
function decoded(text: string): string {
  return text
    .replace(/%(?:25)+/g, '%')
    .replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The subject of a mail that unsubscribes. A token is too long for the local part of an address (64 octets). */
export function unsubscribeSubject(token: string): string {
  return `unsubscribe ${token}`;
}

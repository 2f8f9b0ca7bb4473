const ADDRESS = /[^\s<>"',;:]+@[^\s<>"',;:]+/g;

/**
 * A reason without the addresses in it. Mail servers repeat an address in their answers, in another case as well; it
 * belongs neither in the ledger nor in a log.
 */
export function withoutAddresses(reason: string): string {
  return reason.replace(ADDRESS, 'the address');
}

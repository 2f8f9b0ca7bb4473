import { namesReservedHost } from '#lib/reserved-host.ts';

/** Why an address may not stand in a mail, or null. */
export function linkFault(url: string): string | null {
  if (!URL.canParse(url)) return 'its address cannot be read';
  const { protocol, username, password, href } = new URL(url);
  if (!/^https?:$/.test(protocol)) return 'its address is neither http nor https';
  if (username + password !== '') return 'its address holds a user name or password';
  return namesReservedHost(url) || namesReservedHost(href)
    ? 'its address names the host of Parley’s own links'
    : null;
}

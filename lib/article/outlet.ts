import outlets from './outlets.json' with { type: 'json' };

/**
 * A news outlet: what it calls itself, where it publishes, and the zone its clock shows.
 * `outlets.json` is data: an outlet that is missing there is named as its page names it, and its
 * dates keep no time of day unless the page states an offset.
 */
export interface Outlet {
  /** How article ids begin. */
  id: string;
  name: string;
  aliases: string[];
  domains: string[];
  /** IANA zone of its head office. */
  timeZone: string;
  /** Its name is also the name of a page's section ("Foreign Policy"), so that the name alone on a line says nothing. */
  plainWords?: boolean;
}

const byName = new Map<string, Outlet>();
const byDomain = new Map<string, Outlet>();
for (const outlet of outlets as readonly Outlet[]) {
  for (const name of [outlet.name, ...outlet.aliases]) byName.set(nameKey(name), outlet);
  for (const domain of outlet.domains) byDomain.set(domain, outlet);
}

/** The outlet of a name, whatever its case and article ("the korea times"), or null. */
export function outletNamed(name: string): Outlet | null {
  return byName.get(nameKey(name)) ?? null;
}

/** The outlet of a host or one of its subdomains ("cm.asiae.co.kr"), or null. */
export function outletAt(host: string): Outlet | null {
  const labels = host.toLowerCase().split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const outlet = byDomain.get(labels.slice(from).join('.'));
    if (outlet) return outlet;
  }
  return null;
}

/** The outlet of an address, or null. */
export function outletOf(url: string | null): Outlet | null {
  return url ? outletAt(new URL(url).hostname) : null;
}

/** Every name under which the outlets are known, without those that are plain words. */
export function outletNames(): string[] {
  return (outlets as readonly Outlet[])
    .filter(({ plainWords }) => !plainWords)
    .flatMap(({ name, aliases }) => [name, name.replace(/^The /, ''), ...aliases]);
}

/** The outlet whose domain a text names first, in an e-mail address or a link, or null. */
export function outletMentioned(text: string): Outlet | null {
  for (const [host] of text.matchAll(/\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b/gi)) {
    const outlet = outletAt(host);
    if (outlet) return outlet;
  }
  return null;
}

function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

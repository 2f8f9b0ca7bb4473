import { Resolver } from 'node:dns/promises';
import { reading } from '#lib/doctor/reading.ts';
import type { DnsFacts, Identity } from '#lib/doctor/stack-facts.ts';

/** What is asked of DNS; a name without such a record gives none. */
export interface Dns {
  cname(name: string): Promise<string[]>;
  txt(name: string): Promise<string[]>;
  /** Names of mail servers. */
  mx(name: string): Promise<string[]>;
}

const PATIENCE_MS = 3_000;

/** The resolver that this machine is set to. */
export function systemDns(): Dns {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 2 });
  return {
    cname: (name) => unlessNone(resolver.resolveCname(name)),
    // A text comes in pieces of at most 255 bytes.
    txt: async (name) => (await unlessNone(resolver.resolveTxt(name))).map((all) => all.join('')),
    mx: async (name) =>
      (await unlessNone(resolver.resolveMx(name))).map(({ exchange }) => exchange),
  };
}

async function unlessNone<T>(answer: Promise<T[]>): Promise<T[]> {
  try {
    return await answer;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error;
  }
}

/** Reads the records by which receivers judge mails. */
export async function readDns(
  dns: Dns,
  fromDomain: string,
  identityDomain: string,
  identity: Identity | null,
): Promise<DnsFacts> {
  const mailFrom = identity?.mailFrom?.domain ?? null;
  const [dkim, dmarc, mx, texts] = await Promise.all([
    Promise.all((identity?.dkim.tokens ?? []).map((token) => readDkim(dns, token, identityDomain))),
    Promise.all(domainsUpwards(fromDomain).map((domain) => readDmarc(dns, domain))),
    reading(async () => (mailFrom === null ? [] : dns.mx(mailFrom))),
    reading(async () => (mailFrom === null ? [] : dns.txt(mailFrom))),
  ]);
  return { dkim, dmarc, mailFrom: mailFrom === null ? null : { mx, texts } };
}

async function readDkim(
  dns: Dns,
  token: string,
  domain: string,
): Promise<DnsFacts['dkim'][number]> {
  const name = `${token}._domainkey.${domain}`;
  return { token, name, targets: await reading(() => dns.cname(name)) };
}

async function readDmarc(dns: Dns, domain: string): Promise<DnsFacts['dmarc'][number]> {
  return { domain, texts: await reading(() => dns.txt(`_dmarc.${domain}`)) };
}

/** "news.example.org", "example.org": receivers look for a record at the domain, then at the organisation's. */
function domainsUpwards(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'));
}

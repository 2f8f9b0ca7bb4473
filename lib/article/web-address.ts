import { URL_SCHEMES } from './limits.ts';

/** Query parameters that say where a reader came from, not which page it is. */
const TRACKING =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ncid|ref|ref_src|smid|s_cid|ocid|taid|xtor|wt\.mc_id)$/i;

/**
 * A page's address without fragment, credentials and tracking parameters, so that one page has one
 * address; null unless it is http or https.
 */
export function pageAddress(text: string | null | undefined, base?: string | null): string | null {
  const url = parse(text, base);
  if (!url || !URL_SCHEMES.some((scheme) => scheme === url.protocol)) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** The scheme of an address that names one ("javascript:"), or null. */
export function schemeOf(text: string): string | null {
  return /^\s*([a-z][a-z0-9+.-]*:)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

function parse(text: string | null | undefined, base?: string | null): URL | null {
  if (!text) return null;
  try {
    return new URL(text, base ?? undefined);
  } catch {
    return null;
  }
}

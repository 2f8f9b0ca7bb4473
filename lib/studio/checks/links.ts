import type { Finding, FindingLevel } from './finding.ts';
import { collapse, type MailDocument, type MailElement } from './mail-document.ts';

/** Links that lead nowhere, say nothing, or go over a connection that others can read. */
export function checkLinks(document: MailDocument): Finding[] {
  const targets = new Set(
    [...document.querySelectorAll('[id], a[name]')].flatMap((element) =>
      ['id', 'name'].flatMap((name) => element.getAttribute(name) ?? []),
    ),
  );
  return [...document.querySelectorAll('a')].flatMap((link) => [
    ...wordsFault(link),
    ...addressFault(link, targets),
  ]);
}

function wordsFault(link: MailElement): Finding[] {
  const images = [...link.querySelectorAll('img')].map((image) => image.getAttribute('alt') ?? '');
  const words = [link.textContent, link.getAttribute('aria-label') ?? '', ...images].join(' ');
  if (collapse(words) !== '') return [];
  return [finding('fault', 'a link without words', link.getAttribute('href'))];
}

function addressFault(link: MailElement, targets: ReadonlySet<string>): Finding[] {
  const href = (link.getAttribute('href') ?? '').trim();
  const words = collapse(link.textContent);
  if (href === '' || href === '#') return [finding('fault', 'a link that leads nowhere', words)];
  if (href.startsWith('#'))
    return targets.has(decode(href.slice(1)))
      ? []
      : [finding('fault', `nothing in the mail is called ${href}`, words)];
  if (/^(?:mailto|tel):/i.test(href)) return [];
  if (!URL.canParse(href))
    return [finding('fault', 'a link without a host, which no mail program can follow', href)];
  const { protocol, hostname } = new URL(href);
  if (!/^https?:$/.test(protocol))
    return [finding('fault', `a link of the kind ${protocol}, which mail programs refuse`, words)];
  if (protocol === 'http:' && !isLoopback(hostname))
    return [finding('warning', 'a link over http, not https', href)];
  return [];
}

/** The local system has no certificate, and needs none. */
const isLoopback = (hostname: string) => /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function finding(level: FindingLevel, message: string, where: string | null): Finding {
  return { check: 'links', level, message, where: where === '' ? null : where };
}

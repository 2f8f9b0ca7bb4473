import type { Article } from '#lib/article/article.ts';
import type { Figure } from './cast.ts';
import { nameKey } from './names.ts';
import type { Finding } from './finding.ts';

/** For each finding the outlet through which it is known, or null where the article has it first hand. */
export function reportedThrough(article: Article, findings: Finding[]): (string | null)[] {
  const own = nameKey(article.publisher.name);
  const frame = framingOutlet(article, findings, own);
  return findings.map(({ figure, medium, within }) => {
    const named = [medium, within].find((one) => one?.kind === 'outlet') ?? null;
    const outlet = named?.name ?? (figure && isUnnamedSource(figure) ? frame : null);
    return outlet && !isSame(outlet, own) && outlet !== figure?.name ? outlet : null;
  });
}

/** Officials and insiders speak to the outlet that is retold; "experts" are anybody's. */
function isUnnamedSource({ kind, nouns }: Figure): boolean {
  const inside =
    /^(?:official|source|aide|diplomat|person|people|insider|adviser|advisor|lawmaker|envoy)$/u;
  return kind === 'unnamed' && [...nouns].some((noun) => inside.test(noun));
}

/** The outlet that the whole article retells: stated as its basis, or the reporter of its first claim. */
function framingOutlet(article: Article, findings: Finding[], own: string): string | null {
  const basis = article.isBasedOn?.[0]?.publisher;
  if (basis) return basis;
  const first: Figure | null = findings[0]?.figure ?? null;
  return first?.kind === 'outlet' && !isSame(first.name, own) ? first.name : null;
}

function isSame(outlet: string, own: string): boolean {
  const key = nameKey(outlet).replace(/^the/u, '');
  return key === own.replace(/^the/u, '');
}

import { outletNamed, outletNames } from './outlet.ts';

const NAMES = outletNames()
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');

/** An outlet that reports, and one to which somebody spoke or on which the text relies. */
const RELIES_ON = new RegExp(
  String.raw`\b(?:(?:told|citing|cited by|according to|reported by|quoted by|interview with)(?: (?:the|US|U\.S\.|media|outlet|broadcaster|newspaper|news agency|news site|website))* (?<after>${NAMES})|(?<before>${NAMES}),? (?:(?:also|earlier|has|first) )?(?:reported|reports|quoted|cited))\b`,
  'g',
);

/** Paragraphs in which a report names the report that it passes on. */
const LEAD_PARAGRAPHS = 3;

/**
 * The other outlets on whose reporting an article rests, named in its first paragraphs:
 * "Axios reported", "citing NK News". Their quotations are second-hand.
 */
export function basedOn(paragraphs: readonly string[], publisher: string): { publisher: string }[] {
  const own = outletNamed(publisher)?.name ?? publisher;
  const lead = paragraphs.slice(0, LEAD_PARAGRAPHS).join('\n');
  const found = [...lead.matchAll(RELIES_ON)].map(
    ({ groups }) => groups?.['after'] ?? groups?.['before'] ?? '',
  );
  const names = new Set(found.map((name) => outletNamed(name)?.name ?? name));
  names.delete(own);
  return [...names].map((name) => ({ publisher: name }));
}

import type { Brand } from '#lib/briefing/brand.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Listed } from './archive.ts';

/** What a feed holds, in either form. */
export interface Feed {
  /** "Parley" or "Parley: US–North Korea talks" */
  title: string;
  description: string;
  language: string;
  author: string;
  /** Where the public pages are, without a slash at the end. */
  siteUrl: string;
  /** Of the feed and of its page: "" and "/editions", or twice "/editions/us-north-korea". */
  folder: string;
  page: string;
  /** Newest first. */
  editions: Listed[];
}

/** The feed of a topic, or of all where it is null. Its language is that of its editions. */
export function feedOf(
  topic: Pick<Topic, 'id' | 'title' | 'description' | 'language'> | null,
  editions: Listed[],
  brand: Brand,
  siteUrl: string,
): Feed {
  const { name, senderLine } = brand;
  const language = editions[0]?.language ?? topic?.language ?? brand.language ?? 'en';
  const common = { author: name, language, siteUrl, editions };
  if (topic === null)
    return { ...common, title: name, description: senderLine, folder: '', page: '/editions' };
  const folder = `/editions/${topic.id}`;
  const description = topic.description || senderLine;
  return { ...common, title: `${name}: ${topic.title}`, description, folder, page: folder };
}

/**
 * The id of an edition in feeds, for good and wherever the pages move: a UUID (RFC 9562, version 8) out of its content hash.
 */
export function entryId({ contentHash }: Pick<Listed, 'contentHash'>): string {
  const variant = ((parseInt(contentHash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    `urn:uuid:${contentHash.slice(0, 8)}`,
    contentHash.slice(8, 12),
    `8${contentHash.slice(13, 16)}`,
    `${variant}${contentHash.slice(18, 20)}`,
    contentHash.slice(20, 32),
  ].join('-');
}

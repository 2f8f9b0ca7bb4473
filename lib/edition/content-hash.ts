import { createHash } from 'node:crypto';
import type { Edition } from './edition.ts';

/** SHA-256 (hex) over what a reader gets: subject, HTML and text, as JSON so that their borders count. */
export function contentHash({
  subject,
  html,
  text,
}: Pick<Edition, 'subject' | 'html' | 'text'>): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, html, text]))
    .digest('hex');
}

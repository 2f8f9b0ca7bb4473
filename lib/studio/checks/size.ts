import type { CheckedMail, Finding } from './finding.ts';

/** Gmail shows that much of a mail and clips the rest, the unsubscribe link with it. */
export const GMAIL_CLIPS_AT_BYTES = 102_400;
/** Room for what mail servers add, such as rewritten links. */
export const MAX_HTML_BYTES = 90_000;
/** What a mail should keep to: readers on a phone pay for each byte. */
export const HTML_BUDGET_BYTES = 60_000;

/** Size of the HTML in UTF-8, against the budget and against Gmail's clipping. */
export function checkSize({ html }: Pick<CheckedMail, 'html'>): Finding[] {
  const bytes = Buffer.byteLength(html);
  const size = `${kilobytes(bytes)} of HTML`;
  if (bytes > MAX_HTML_BYTES)
    return [
      finding(
        'fault',
        `${size}, more than ${kilobytes(MAX_HTML_BYTES)}; Gmail clips at ${kilobytes(GMAIL_CLIPS_AT_BYTES)}`,
      ),
    ];
  if (bytes > HTML_BUDGET_BYTES)
    return [finding('warning', `${size}, over the budget of ${kilobytes(HTML_BUDGET_BYTES)}`)];
  return [];
}

/** "27.2 kB" */
export const kilobytes = (bytes: number): string => `${Number((bytes / 1000).toFixed(1))} kB`;

function finding(level: Finding['level'], message: string): Finding {
  return { check: 'size', level, message, where: null };
}

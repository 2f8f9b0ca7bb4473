import { createHash } from 'node:crypto';

const READABLE_MAX_CHARS = 60;

/** What an input is called in quarantine: its own name as far as any file system takes it ("page.html"). */
export function fileNameOf(source: string): string {
  const last = source.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  const readable = last.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '');
  return readable.slice(-READABLE_MAX_CHARS) || 'input';
}

/** The name of a source's entry in quarantine, one a source, which a person recognises: "page.html-0c5d1e9a77b4". */
export function quarantineName(source: string): string {
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 12);
  return `${fileNameOf(source)}-${digest}`;
}

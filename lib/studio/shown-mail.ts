import type { CheckedMail } from './checks/finding.ts';
import type { Markup } from './layout.ts';
import type { TemplateFault } from './template-fault.ts';

/** A mail on a page of the studio: a sample, an edition, or a mail of the inbox. */
export interface ShownMail {
  /** Address of its page. */
  path: string;
  /** What it is, above its subject. */
  about: Markup;
  /** Null where it never was without fault. */
  parts: Pick<CheckedMail, 'html' | 'text' | 'subject' | 'preheader'> | null;
  /** Where "view in browser" leads; the public list of editions where it has no page. */
  viewUrl?: string;
  language: string;
  /** Made when they are asked for: composing a mail takes longer than showing it. */
  headers: () => Promise<[name: string, value: string][]>;
  /** Whether it goes to a list, and must have a list's headers. */
  isForList: boolean;
  faults: readonly TemplateFault[];
  /** The MIME message, where it was delivered. */
  mime?: string;
  /** Facts of its making, where they are known. */
  record?: Markup;
  /** Whether a test of it can be sent. */
  canBeSent: boolean;
}

/** The mail as checks want it. */
export async function checkedMail(mail: ShownMail): Promise<CheckedMail | null> {
  const { parts, headers, isForList } = mail;
  return parts && { ...parts, headers: isForList ? Object.fromEntries(await headers()) : null };
}

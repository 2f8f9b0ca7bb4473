/** fault: must not be sent so. warning: look at it. note: what some readers miss. */
export type FindingLevel = 'fault' | 'warning' | 'note';

export type CheckName =
  | 'size'
  | 'links'
  | 'list headers'
  | 'contrast'
  | 'text part'
  | 'spam traits'
  | 'accessibility'
  | 'mail clients';

/** One thing that a check found in a mail. */
export interface Finding {
  check: CheckName;
  level: FindingLevel;
  message: string;
  /** Where it stands: a line of the HTML, the words, an address; null for the mail as a whole. */
  where: string | null;
}

/** A mail as it is checked: what is rendered, and its headers. */
export interface CheckedMail {
  html: string;
  text: string;
  subject: string;
  /** The line that a list of mails shows after the subject. */
  preheader: string;
  /** By name, of a mail to a list. Null where they are not known, or the mail goes to one reader by request. */
  headers: Readonly<Record<string, string>> | null;
}

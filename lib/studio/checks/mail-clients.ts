import type { caniemail as canIEmail } from 'caniemail';
import type { Finding } from './finding.ts';

/** The programs most mail is read in, with the names people know them by. */
export const MAIL_CLIENTS = {
  'apple-mail.ios': 'Apple Mail (iOS)',
  'apple-mail.macos': 'Apple Mail (macOS)',
  'gmail.android': 'Gmail (Android)',
  'gmail.desktop-webmail': 'Gmail (web)',
  'gmail.ios': 'Gmail (iOS)',
  'outlook.android': 'Outlook (Android)',
  'outlook.ios': 'Outlook (iOS)',
  'outlook.macos': 'Outlook (macOS)',
  'outlook.windows': 'Outlook (Windows)',
  'yahoo.desktop-webmail': 'Yahoo (web)',
} as const;

type ClientId = keyof typeof MAIL_CLIENTS;

/** What every mail has, or what is taken for another: `transform` is found in `text-transform`. */
const NO_CHOICE = new Set(['<body> element', 'transform']);

interface Issue {
  title: string;
  notes: string[];
  position?: { start: { line: number } };
}

/** One feature of HTML or CSS, and who does not know it. */
interface Gap {
  title: string;
  clients: string[];
  notes: Set<string>;
  lines: Set<number>;
}

/**
 * HTML and CSS that mail programs do not know, by caniemail.com's data: a warning for what a program
 * leaves out, a note for what it knows in part. One finding a feature, with the programs' names.
 */
export function checkMailClients(html: string, caniemail: typeof canIEmail): Finding[] {
  const clients = Object.keys(MAIL_CLIENTS) as ClientId[];
  const { issues } = caniemail({ clients, html });
  return [
    ...gapsIn(issues.errors).map((gap) => finding('warning', 'not in', gap)),
    ...gapsIn(issues.warnings).map((gap) => finding('note', 'in part in', gap)),
  ];
}

function gapsIn(issues: ReadonlyMap<string, Issue[]>): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const [client, found] of issues)
    for (const { title, notes, position } of found) {
      if (NO_CHOICE.has(title)) continue;
      const gap = gaps.get(title) ?? { title, clients: [], notes: new Set(), lines: new Set() };
      const name = MAIL_CLIENTS[client as ClientId];
      if (!gap.clients.includes(name)) gap.clients.push(name);
      for (const note of notes) gap.notes.add(note);
      if (position !== undefined) gap.lines.add(position.start.line);
      gaps.set(title, gap);
    }
  return [...gaps.values()].sort((a, b) => b.clients.length - a.clients.length);
}

function finding(level: 'warning' | 'note', how: string, gap: Gap): Finding {
  const clients = gap.clients.sort().join(', ');
  const notes = [...gap.notes].map((note) => note.replace(/^(?:Partial|Buggy)\. /, ''));
  const detail = notes.length > 0 ? `. ${notes.slice(0, 2).join(' ')}` : '';
  return {
    check: 'mail clients',
    level,
    message: `${gap.title} is ${how} ${clients}${detail}`,
    where: linesOf(gap),
  };
}

const LINES_SHOWN = 4;

function linesOf({ lines }: Gap): string | null {
  if (lines.size === 0) return null;
  const shown = [...lines].sort((a, b) => a - b).slice(0, LINES_SHOWN);
  const more = lines.size > shown.length ? ' …' : '';
  return `line ${shown.join(', ')}${more}`;
}

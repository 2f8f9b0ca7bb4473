import { html } from 'hono/html';
import type { FrameState } from './frame-html.ts';
import type { Markup } from './layout.ts';
import type { ShownMail } from './shown-mail.ts';
import { facts, mailFrame, plainText, type View } from './tabs.ts';

const LIGHT: FrameState = { scheme: 'light', images: true, css: true };
const DARK: FrameState = { ...LIGHT, scheme: 'dark' };

type Parts = NonNullable<ShownMail['parts']>;

interface MailView extends View {
  show(mail: ShownMail, parts: Parts): Markup;
  /** Without: every mail has it. */
  has?(mail: ShownMail): boolean;
}

const VIEWS: [MailView, ...MailView[]] = [
  {
    id: 'both',
    label: 'Desktop + phone',
    show: ({ path }) =>
      html`${mailFrame(path, 'Desktop, 600', 622, LIGHT)}
      ${mailFrame(path, 'Small phone, 320', 320, LIGHT)}`,
  },
  {
    id: 'desktop',
    label: 'Desktop',
    show: ({ path }) => mailFrame(path, 'Desktop, 600', 622, LIGHT),
  },
  {
    id: 'phone',
    label: 'Phone',
    show: ({ path }) =>
      html`${mailFrame(path, 'Phone, 375', 375, LIGHT)}
      ${mailFrame(path, 'Small phone, 320', 320, LIGHT)}`,
  },
  {
    id: 'dark',
    label: 'Dark',
    show: ({ path }) =>
      html`${mailFrame(path, 'Desktop, dark', 622, DARK)}
      ${mailFrame(path, 'Small phone, dark', 320, DARK)}`,
  },
  {
    id: 'images-off',
    label: 'Images off',
    show: ({ path }) => mailFrame(path, 'Images off', 622, { ...LIGHT, images: false }),
  },
  {
    id: 'no-css',
    label: 'No CSS',
    show: ({ path }) => mailFrame(path, 'No CSS', 622, { ...LIGHT, css: false }),
  },
  { id: 'text', label: 'Text', show: (_, { text }) => plainText(text, 'Text part') },
  { id: 'source', label: 'Source', show: (_, parts) => plainText(parts.html, 'HTML source') },
  {
    id: 'headers',
    label: 'Headers',
    show: async ({ headers }) => facts(await headers()),
    has: ({ isForList, mime }) => isForList || mime !== undefined,
  },
  {
    id: 'mime',
    label: 'MIME',
    show: ({ mime }) => plainText(mime ?? '', 'MIME source'),
    has: ({ mime }) => mime !== undefined,
  },
  {
    id: 'record',
    label: 'Record',
    show: ({ record }) => record ?? html``,
    has: ({ record }) => record !== undefined,
  },
];

/** The views that a mail has. */
export function viewsOf(mail: ShownMail): MailView[] {
  return VIEWS.filter(({ has }) => has?.(mail) ?? true);
}

/** The view that a request asks for, or the first. */
export function chosenView(mail: ShownMail, id: string | undefined): MailView {
  return viewsOf(mail).find((view) => view.id === id) ?? VIEWS[0];
}

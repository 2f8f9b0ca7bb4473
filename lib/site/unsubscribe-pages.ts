import { html } from 'hono/html';
import { button, type Page } from './page.ts';

/** Asks before anything changes: mail scanners open links, only a person presses a button. */
export function askPage(unsubscribePath: string): Page {
  return {
    title: 'Unsubscribe?',
    content: html`<p>You will get no more mails of this digest.</p>
      ${button(unsubscribePath, 'Unsubscribe')}`,
  };
}

/** @param undoPath where a POST takes it back, or null where it cannot be taken back here */
export function unsubscribedPage(undoPath: string | null): Page {
  const undo =
    undoPath === null
      ? ''
      : html`<div class="quiet">
          <p>A mistake?</p>
          ${button(undoPath, 'Undo, keep sending it')}
        </div>`;
  return {
    title: 'You are unsubscribed',
    content: html`<p>You will get no more mails of this digest.</p>
      ${undo}`,
  };
}

export function askUndoPage(undoPath: string): Page {
  return {
    title: 'Keep the digest?',
    content: html`<p>You unsubscribed a short while ago.</p>
      ${button(undoPath, 'Undo, keep sending it')}`,
  };
}

export function undonePage(unsubscribePath: string): Page {
  return {
    title: 'You stay subscribed',
    content: html`<p>The next digest comes to you as before.</p>
      <div class="quiet">${button(unsubscribePath, 'Unsubscribe')}</div>`,
  };
}

export function undoTooLatePage(): Page {
  return {
    title: 'This can no longer be undone here',
    content: html`<p>You are not subscribed. To get the digest again, subscribe anew.</p>`,
  };
}

/** Where the unsubscribe link of a public copy leads: it belongs to no reader. */
export function whereToUnsubscribePage(): Page {
  return {
    title: 'Unsubscribe from your own mail',
    content: html`<p>
      This page cannot know who you are. Open a mail of the digest that was sent to you, and follow
      its unsubscribe link.
    </p>`,
  };
}

export function badLinkPage(): Page {
  return {
    title: 'This link does not work',
    content: html`<p>
      It is damaged, or only a part of it arrived; nothing was changed. Open it again from the mail,
      or copy the whole address into the browser.
    </p>`,
  };
}

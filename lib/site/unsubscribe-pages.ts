import { html } from 'hono/html';
import { button, type MakePage } from './page.ts';

/** Asks before anything changes: mail scanners open links, only a person presses a button. */
export function askPage(unsubscribePath: string): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.unsubscribe;
    return {
      title: words.ask,
      content: html`<p>${words.consequence}</p>
        ${button(to(unsubscribePath), words.button)}`,
    };
  };
}

/** @param undoPath where a POST takes it back, or null where it cannot be taken back here */
export function unsubscribedPage(undoPath: string | null): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.unsubscribe;
    const undo =
      undoPath === null
        ? ''
        : html`<div class="quiet">
            <p>${words.mistake}</p>
            ${button(to(undoPath), words.undo)}
          </div>`;
    return {
      title: words.done,
      content: html`<p>${words.consequence}</p>
        ${undo}`,
    };
  };
}

export function askUndoPage(undoPath: string): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.unsubscribe;
    return {
      title: words.askUndo,
      content: html`<p>${words.recent}</p>
        ${button(to(undoPath), words.undo)}`,
    };
  };
}

export function undonePage(unsubscribePath: string): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.unsubscribe;
    return {
      title: words.undone,
      content: html`<p>${words.asBefore}</p>
        <div class="quiet">${button(to(unsubscribePath), words.button)}</div>`,
    };
  };
}

export const undoTooLatePage: MakePage = ({ wording, to }) => {
  const words = wording.pages.unsubscribe;
  return {
    title: words.tooLate,
    content: html`<p>${words.anew}</p>
      <p><a href="${to('/subscribe')}">${wording.pages.frame.subscribe}</a></p>`,
  };
};

/** Where the unsubscribe link of a public copy leads: it belongs to no reader. */
export const whereToUnsubscribePage: MakePage = ({ wording }) => {
  const words = wording.pages.unsubscribe;
  return { title: words.whose, content: html`<p>${words.whoseText}</p>` };
};

export const badLinkPage: MakePage = ({ wording }) => {
  const { title, text } = wording.pages.badLink;
  return { title, content: html`<p>${text}</p>` };
};

import { html } from 'hono/html';
import type { MakePage } from './page.ts';

/** For an address that leads nowhere, or to an edition that nobody was mailed yet. */
export const notFoundPage: MakePage = ({ wording, to }) => {
  const { title, text, editions } = wording.pages.notFound;
  return {
    title,
    content: html`<p>${text}</p>
      <p><a href="${to('/editions')}">${editions}</a></p>`,
  };
};

/** For a request of a method that the address does not know. */
export const notAllowedPage: MakePage = ({ wording }) => {
  const { title, text } = wording.pages.notAllowed;
  return { title, content: html`<p>${text}</p>` };
};

/** For a request that broke on the way. */
export const failedPage: MakePage = ({ wording }) => {
  const { title, text } = wording.pages.failed;
  return { title, content: html`<p>${text}</p>` };
};

import { html } from 'hono/html';
import { say, slotInWords } from '#lib/briefing/wording.ts';
import { nextSlotDate } from '#lib/topic/schedule.ts';
import { editionPath } from '#lib/subscription/links.ts';
import type { Cadence } from '#lib/subscription/settings.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Latest } from './letters.ts';
import { button, type MakePage } from './page.ts';
import { signUpForm, type SignUpForm } from './sign-up-form.ts';

export function subscribePage(form: SignUpForm, topics: readonly Topic[]): MakePage {
  return (language) => {
    const words = language.wording.pages.subscribe;
    return {
      title: words.title,
      shared: { path: '/subscribe', description: words.description },
      content: signUpForm(form, topics, language),
    };
  };
}

/** The same for every address. */
export const askedPage: MakePage = ({ wording }) => {
  const { done, doneText, doneAgain } = wording.pages.subscribe;
  return {
    title: done,
    content: html`<p class="lead">${doneText}</p>
      <p>${doneAgain}</p>`,
  };
};

export const tooManyPage: MakePage = ({ wording }) => {
  const { title, text } = wording.pages.tooMany;
  return { title, content: html`<p>${text}</p>` };
};

/** Asks before anything changes: mail scanners open links, only a person presses a button. */
export function askConfirmPage(path: string, topic: string, cadence: Cadence): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.confirm;
    return {
      title: say(wording, words.title, { topic }),
      content: html`<p>${words[cadence]}</p>
        ${button(to(path), words.button)}`,
    };
  };
}

/** @param preferencesPath null: on the page of a link that was used, which is good for nothing more */
export function confirmedPage(
  topic: Topic | undefined,
  latest: Latest | null,
  preferencesPath: string | null,
  now: Date,
): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.confirm;
    const next =
      topic === undefined ? null : slotInWords(wording, nextSlotDate(topic.schedule, now));
    return {
      title: words.done,
      content: html`${next === null ? '' : html`<p>${say(wording, words.doneText, { next })}</p>`}
      ${latest === null ? '' : latestLink(words.latest, latest)}
      ${
        preferencesPath === null
          ? ''
          : html`<p class="small"><a href="${to(preferencesPath)}">${words.preferences}</a></p>`
      }`,
    };
  };
}

/** The message with its link in the place of `{link}`. */
function latestLink(message: string, { id, subject }: Latest) {
  const [before = '', after = ''] = message.split('{link}');
  return html`<p>${before}<a href="${editionPath(id)}">${subject}</a>${after}</p>`;
}

export const expiredLinkPage: MakePage = ({ wording, to }) => {
  const { title, text } = wording.pages.expiredLink;
  return {
    title,
    content: html`<p>${text}</p>
      <p><a href="${to('/subscribe')}">${wording.pages.frame.subscribe}</a></p>`,
  };
};

export const usedLinkPage: MakePage = ({ wording }) => {
  const { title, text } = wording.pages.usedLink;
  return { title, content: html`<p>${text}</p>` };
};

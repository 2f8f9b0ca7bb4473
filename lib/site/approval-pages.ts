import { html } from 'hono/html';
import { say } from '#lib/briefing/wording.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { button, type MakePage } from './page.ts';

/** Asks before anything begins. @param path of the link: GET shows this page, POST approves */
export function askApprovalPage(edition: Edition, path: string): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.approve;
    const { subject, preheader, topicTitle, slot } = edition;
    return {
      title: words.ask,
      content: html`<h2>${subject}</h2>
        <p>${topicTitle}. ${words.slot}: ${slot}.<br />${words.preview}: ${preheader}</p>
        <p><a href="${to(`${path}/edition`)}">${words.read}</a></p>
        <p>${words.consequence}</p>
        ${button(to(path), words.button)}`,
    };
  };
}

/** @param edition what was approved now */
export function approvedPage(edition: Edition): MakePage {
  return ({ wording }) => {
    const { approved, begins } = wording.pages.approve;
    const command = `parley pause ${edition.slot} --topic ${edition.topicId}`;
    return {
      title: approved,
      content: html`<p>${edition.subject}</p>
        <p>${say(wording, begins, { command })}</p>`,
    };
  };
}

export const underWayPage: MakePage = ({ wording }) => {
  const { sending, sendingText } = wording.pages.approve;
  return { title: sending, content: html`<p>${sendingText}</p>` };
};

export const cancelledPage: MakePage = ({ wording }) => {
  const { cancelled, cancelledText } = wording.pages.approve;
  return { title: cancelled, content: html`<p>${cancelledText}</p>` };
};

/** The link is of content that does not stand any more. @param slot scheduled date, of a signed link */
export function replacedPage({ topicId, id: slot }: { topicId: string; id: string }): MakePage {
  return ({ wording }) => {
    const { replaced, replacedText } = wording.pages.approve;
    const command = `parley status ${slot} --topic ${topicId}`;
    return { title: replaced, content: html`<p>${say(wording, replacedText, { command })}</p>` };
  };
}

export function tooLatePage({ topicId, id: slot }: { topicId: string; id: string }): MakePage {
  return ({ wording }) => {
    const { late, lateText } = wording.pages.approve;
    const command = `parley approve ${slot} --topic ${topicId} --late`;
    return { title: late, content: html`<p>${say(wording, lateText, { command })}</p>` };
  };
}

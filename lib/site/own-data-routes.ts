import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { say } from '#lib/briefing/wording.ts';
import { ownAddressBinding } from '#lib/subscription/own-address-link.ts';
import { exportOwnData } from '#lib/subscription/own-data.ts';
import type { Addressee } from '#lib/subscription/subscriber.ts';
import { button, PERSONAL, type MakePage, type Show } from './page.ts';
import type { ReaderDeps } from './reader-deps.ts';
import { timedLink, usedLink } from './timed-page.ts';

/** Saving and erasing what is kept of somebody, by a link freshly mailed to their own address. */
export function addOwnDataRoutes(app: Hono, deps: ReaderDeps, show: Show): void {
  const { subscribers, topics } = deps;
  const linked =
    (answer: (context: Context, reader: Addressee) => Promise<Response> | Response) =>
    async (context: Context) => {
      const bindingOf = (reader: Addressee) => ownAddressBinding(reader, subscribers);
      const link = await timedLink(context, 'own-data', deps, bindingOf, show);
      if (link.kind === 'refused') return link.response;
      return link.kind === 'valid' ? answer(context, link.reader) : usedLink(context, show);
    };

  app.get(
    '/own-data/:token',
    linked((context, { topicId }) => {
      const title = topics.find(({ id }) => id === topicId)?.title ?? topicId;
      return show(context, ownDataPage(context.req.path, title), 200, PERSONAL);
    }),
  );
  app.post(
    '/own-data/:token/export',
    linked(async (context, reader) => {
      const data = await exportOwnData(reader, subscribers);
      if (data === null) return usedLink(context, show);
      return context.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
        ...PERSONAL,
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-data.json"',
      });
    }),
  );
  app.post(
    '/own-data/:token/erase',
    linked(async (context, { topicId, subscriberId }) => {
      await subscribers.remove(topicId, subscriberId);
      return show(context, erasedPage, 200, PERSONAL);
    }),
  );
}

function ownDataPage(path: string, topic: string): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.ownData;
    return {
      title: words.title,
      content: html`<p>${say(wording, words.text, { topic })}</p>
        <h2>${words.save}</h2>
        <p>${words.saveText}</p>
        ${button(to(`${path}/export`), words.export)}
        <h2>${words.erase}</h2>
        <p>${words.eraseText}</p>
        ${button(to(`${path}/erase`), words.eraseButton)}`,
    };
  };
}

const erasedPage: MakePage = ({ wording, to }) => {
  const { done, doneText } = wording.pages.ownData;
  return {
    title: done,
    content: html`<p>${doneText}</p>
      <p><a href="${to('/subscribe')}">${wording.pages.frame.subscribe}</a></p>`,
  };
};

import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { say } from '#lib/briefing/wording.ts';
import { move, moveBinding, wantedAddress } from '#lib/subscription/change-address.ts';
import type { Addressee, NewAddress } from '#lib/subscription/subscriber.ts';
import { button, PERSONAL, type MakePage, type Show } from './page.ts';
import type { ReaderDeps } from './reader-deps.ts';
import { timedLink, usedLink } from './timed-page.ts';

/** Moving to a new address, by the link that was mailed to it. The address before is told. */
export function addChangeAddressRoutes(app: Hono, deps: ReaderDeps, show: Show): void {
  const { subscribers, letters, now, topics } = deps;
  const linkOf = async (context: Context) => {
    // What the link was verified for: another address may be asked for at any moment.
    const verified: { wanted: NewAddress | null } = { wanted: null };
    const bindingOf = async (reader: Addressee) => {
      verified.wanted = await wantedAddress(reader, subscribers, now());
      return verified.wanted && moveBinding(verified.wanted);
    };
    const link = await timedLink(context, 'change-address', deps, bindingOf, show);
    return { link, wanted: verified.wanted };
  };

  app.get('/change-address/:token', async (context) => {
    const { link } = await linkOf(context);
    if (link.kind === 'refused') return link.response;
    if (link.kind === 'overtaken') return usedLink(context, show);
    const { topicId } = link.reader;
    const title = topics.find(({ id }) => id === topicId)?.title ?? topicId;
    return show(context, askPage(context.req.path, title), 200, PERSONAL);
  });
  app.post('/change-address/:token', async (context) => {
    const { link, wanted } = await linkOf(context);
    if (link.kind === 'refused') return link.response;
    if (link.kind === 'overtaken' || wanted === null) return usedLink(context, show);
    const moved = await move(link.reader, wanted.address, subscribers, now());
    if (moved.kind === 'gone') return usedLink(context, show);
    if (moved.kind === 'taken') return show(context, takenPage, 409, PERSONAL);
    await letters.moved(moved.subscriber, moved.from);
    return show(context, movedPage, 200, PERSONAL);
  });
}

function askPage(path: string, topic: string): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.changeAddress;
    return {
      title: words.title,
      content: html`<p>${say(wording, words.text, { topic })}</p>
        ${button(to(path), words.button)}`,
    };
  };
}

const movedPage: MakePage = ({ wording }) => {
  const { done, doneText } = wording.pages.changeAddress;
  return { title: done, content: html`<p>${doneText}</p>` };
};

const takenPage: MakePage = ({ wording }) => {
  const { taken, takenText } = wording.pages.changeAddress;
  return { title: taken, content: html`<p>${takenText}</p>` };
};

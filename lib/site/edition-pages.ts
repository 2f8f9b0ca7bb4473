import { html } from 'hono/html';
import { say, slotInWords } from '#lib/briefing/wording.ts';
import { editionPath } from '#lib/subscription/links.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Listed, ListedPage } from './archive.ts';
import type { PageLanguage } from './page-language.ts';
import type { MakePage, Markup } from './page.ts';

/** A page of the list of editions. */
export interface EditionsList extends ListedPage {
  /** Of the page, from 1. */
  number: number;
  /** The topic whose editions they are, or null for those of all. */
  topic: Pick<Topic, 'id' | 'title'> | null;
  topics: readonly Pick<Topic, 'id' | 'title'>[];
}

/** The list of editions, newest first. */
export function editionsPage(list: EditionsList): MakePage {
  const { editions, topic } = list;
  return (language) => {
    const { wording } = language;
    const words = wording.pages.editions;
    const folder = topic === null ? '' : `/editions/${topic.id}`;
    const title = topic?.title ?? '';
    return {
      title: topic === null ? words.title : say(wording, words.titleTopic, { topic: title }),
      shared: {
        path: pagePath(list, list.number),
        description:
          topic === null
            ? words.description
            : say(wording, words.descriptionTopic, { topic: title }),
        feeds: folder,
      },
      content: html`${topicLinks(list, language)}
        ${editions.length > 0 ? editionItems(editions, language) : html`<p>${words.none}</p>`}
        ${otherPages(list, language)}
        <p class="small">
          ${words.follow} <a href="${folder}/atom.xml">Atom</a> ·
          <a href="${folder}/feed.json">JSON Feed</a>
        </p>`,
    };
  };
}

/** Each edition with its link, what it says in one line, its date and its topic. */
export function editionItems(editions: Listed[], { wording }: PageLanguage): Markup {
  return html`<ul class="list">
    ${editions.map(
      ({ id, subject, preheader, slot, language }) =>
        html`<li>
          <a href="${editionPath(id)}" lang="${language}" hreflang="${language}">${subject}</a>
          <p lang="${language}">${preheader}</p>
          <p class="small">${slotInWords(wording, slot)}</p>
        </li>`,
    )}
  </ul>`;
}

/** The ways from one topic to the others; nothing where there is only one. */
function topicLinks({ topic, topics }: EditionsList, { wording, to }: PageLanguage): Markup {
  if (topics.length < 2) return html``;
  const words = wording.pages.editions;
  const all = { id: null, title: words.every };
  const links = [all, ...topics].map(({ id, title }) =>
    id === (topic?.id ?? null)
      ? html`<span aria-current="page">${title}</span>`
      : html`<a href="${to(id === null ? '/editions' : `/editions/${id}`)}">${title}</a>`,
  );
  return html`<nav aria-label="${words.topics}">${links}</nav>`;
}

function otherPages(list: EditionsList, { wording, to }: PageLanguage): Markup {
  const { number, hasOlder } = list;
  const words = wording.pages.editions;
  if (number === 1 && !hasOlder) return html``;
  const newer = html`<a href="${to(pagePath(list, number - 1))}" rel="prev">${words.newer}</a>`;
  const older = html`<a href="${to(pagePath(list, number + 1))}" rel="next">${words.older}</a>`;
  return html`<nav aria-label="${words.pages}">
    ${number > 1 ? newer : ''} ${hasOlder ? older : ''}
  </nav>`;
}

function pagePath({ topic }: EditionsList, number: number): string {
  const path = topic === null ? '/editions' : `/editions/${topic.id}`;
  return number === 1 ? path : `${path}?page=${number}`;
}

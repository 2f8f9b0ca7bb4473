import { html } from 'hono/html';
import type { Listed } from './archive.ts';
import { editionItems } from './edition-pages.ts';
import {
  eraInWords,
  listOf,
  say,
  slotInWords,
  weekdayInWords,
  type Wording,
} from '#lib/briefing/wording.ts';
import { nextSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { PageLanguage } from './page-language.ts';
import type { MakePage, Markup } from './page.ts';

/** What the home page shows. */
export interface Home {
  topics: readonly Topic[];
  /** The newest edition that was mailed, or null before the first. */
  latest: Listed | null;
  /** Where one subscribes: a form, or a link to it. */
  subscribe: (language: PageLanguage) => Markup;
  now: Date;
}

/** What the digest is, how to get it, and the latest edition to judge it by. */
export function homePage({ topics, latest, subscribe, now }: Home): MakePage {
  return (language) => {
    const { wording } = language;
    const words = wording.pages.home;
    return {
      title: words.title,
      shared: { path: '/', description: words.description, feeds: '' },
      content: html`<p class="lead">${words.lead}</p>
        ${topics.map((topic) => topicSection(topic, wording, now))} ${subscribe(language)}
        ${latest === null ? '' : latestSection(latest, language)}
        <h2 id="how">${words.how}</h2>
        <p>${words.brief} ${words.cited} ${words.leave}</p>`,
    };
  };
}

/** Leads to the form. */
export function subscribeLink({ wording, to }: PageLanguage): Markup {
  return html`<p>
    <a class="button" href="${to('/subscribe')}">${wording.pages.home.subscribe}</a>
  </p>`;
}

function topicSection(
  { title, description, eras, schedule, language }: Topic,
  wording: Wording,
  now: Date,
): Markup {
  const next = slotInWords(wording, nextSlotDate(schedule, now));
  const rhythm = say(wording, wording.pages.home.rhythm, {
    days: listOf(
      wording,
      schedule.days.map((day) => weekdayInWords(wording, DAYS.indexOf(day))),
    ),
    next,
  });
  const { labels } = wording;
  return html`<h2>${title}</h2>
    ${description === '' ? '' : html`<p lang="${language}">${description}</p>`}
    <p class="small eras">
      <b>${labels.then} · ${eraInWords(wording, eras.then.label)}</b> &nbsp;
      <b>${labels.now} · ${eraInWords(wording, eras.now.label)}</b><br />${rhythm}
    </p>`;
}

function latestSection(latest: Listed, language: PageLanguage): Markup {
  const words = language.wording.pages.home;
  return html`<h2>${words.latest}</h2>
    ${editionItems([latest], language)}
    <p><a href="${language.to('/editions')}">${words.all}</a></p>`;
}

const DAYS: Topic['schedule']['days'] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

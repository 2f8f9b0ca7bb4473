import { html } from 'hono/html';
import { dateInWords, say, wordingLanguages, type Wording } from '#lib/briefing/wording.ts';
import {
  PAUSE_WEEKS,
  pausedUntil,
  preferencesOf,
  type Preferences,
} from '#lib/subscription/preferences.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { choice, faultSummary, textField } from './form.ts';
import type { PageLanguage } from './page-language.ts';
import type { MakePage, Markup } from './page.ts';
import { KEEP_PAUSE, NO_PAUSE, type PreferenceFaults } from './preferences-form.ts';
import { selectField } from './select-field.ts';
import { cadenceChoice, zoneField } from './sign-up-form.ts';

/** What the page of somebody's preferences shows. The address is not on it: the mail may have been forwarded. */
export interface PreferencesView {
  subscriber: Subscriber;
  topics: readonly Topic[];
  /** Of the page itself, and of the page to leave. */
  path: string;
  unsubscribePath: string;
  now: Date;
  isSaved?: boolean;
  faults?: PreferenceFaults;
}

export function preferencesPage(view: PreferencesView): MakePage {
  return (language) => {
    const { wording, to } = language;
    const words = wording.pages.preferences;
    const { topicId } = view.subscriber;
    const topic = view.topics.find(({ id }) => id === topicId)?.title ?? topicId;
    return {
      title: words.title,
      content: html`${view.isSaved ? html`<p class="note" role="status">${words.saved}</p>` : ''}
        ${faultSummary(wording, faultsOf(view))}
        <p class="small">${say(wording, words.topic, { topic })}</p>
        ${settingsForm(view, language)} ${addressForm(view, language)} ${topicsForm(view, language)}
        ${dataForm(view, language)}
        <h2>${words.leave}</h2>
        <p><a href="${to(view.unsubscribePath)}">${wording.pages.unsubscribe.button}</a></p>`,
    };
  };
}

const faultsOf = ({ faults = {} }: PreferencesView) =>
  Object.entries(faults).map(([name, text]) => ({ name, text }));

function settingsForm(view: PreferencesView, { wording, to }: PageLanguage): Markup {
  const words = wording.pages.preferences;
  const { subscriber, path, faults = {} } = view;
  const preferences = preferencesOf(subscriber);
  const languages = new Intl.DisplayNames(wording.locale, { type: 'language' });
  return html`<form method="post" action="${to(path)}" novalidate>
    ${cadenceChoice(preferences.cadence, faults.cadence, wording)}
    ${pauseField(preferences, faults.pause, wording, view.now)}
    ${textField({
      name: 'name',
      label: `${wording.pages.subscribe.name} (${wording.pages.form.optional})`,
      value: preferences.name ?? '',
      autocomplete: 'name',
      ...withFault(faults.name),
    })}
    ${zoneField(preferences.timeZone, faults['time-zone'], wording)}
    ${selectField({
      name: 'language',
      label: words.language,
      options: wordingLanguages().map((value) => ({ value, label: languages.of(value) ?? value })),
      chosen: preferences.language,
      ...withFault(faults.language),
    })}
    <button type="submit">${words.save}</button>
  </form>`;
}

const withFault = (fault: string | undefined) => (fault === undefined ? {} : { fault });

function pauseField(
  preferences: Preferences,
  fault: string | undefined,
  wording: Wording,
  now: Date,
): Markup {
  const words = wording.pages.preferences;
  const standing = pausedUntil(preferences, now);
  const asItIs =
    standing === null
      ? [{ value: KEEP_PAUSE, label: words.running }]
      : [
          {
            value: KEEP_PAUSE,
            label: say(wording, words.keep, { until: dateInWords(wording, standing) }),
          },
          { value: NO_PAUSE, label: words.resume },
        ];
  const weeks = PAUSE_WEEKS.map((count) => ({
    value: String(count),
    label: say(wording, words.weeks, { weeks: count }),
  }));
  const options = [...asItIs, ...weeks];
  return selectField({
    name: 'pause',
    label: words.pause,
    options,
    chosen: KEEP_PAUSE,
    ...withFault(fault),
  });
}

/** Whoever has the mail has this page, so the new address is entered on another. */
function addressForm({ path }: PreferencesView, { wording, to }: PageLanguage): Markup {
  const words = wording.pages.preferences;
  return html`<h2>${words.address}</h2>
    <p>${words.addressHint}</p>
    <form method="post" action="${to(`${path}/address`)}">
      <button type="submit">${words.askAddress}</button>
    </form>`;
}

function topicsForm(view: PreferencesView, { wording, to }: PageLanguage): Markup {
  const words = wording.pages.preferences;
  const others = view.topics.filter(({ id }) => id !== view.subscriber.topicId);
  if (others.length === 0) return html``;
  const options = others.map(({ id, title }, i) => ({ value: id, label: title, checked: i === 0 }));
  return html`<h2>${words.topics}</h2>
    <p>${words.topicsHint}</p>
    <form method="post" action="${to(`${view.path}/topics`)}">
      ${choice({ name: 'topic', legend: wording.pages.subscribe.topic, options })}
      <button type="submit">${words.askTopic}</button>
    </form>`;
}

function dataForm({ path }: PreferencesView, { wording, to }: PageLanguage): Markup {
  const words = wording.pages.preferences;
  return html`<h2>${words.data}</h2>
    <p>${words.dataHint}</p>
    <form method="post" action="${to(`${path}/own-data`)}">
      <button type="submit">${words.askData}</button>
    </form>`;
}

/** After a link was asked for, to whatever address. */
export const sentPage: MakePage = ({ wording }) => {
  const { sent, sentText } = wording.pages.preferences;
  return { title: sent, content: html`<p>${sentText}</p>` };
};

export const notSubscribedPage: MakePage = ({ wording, to }) => {
  const { gone, goneText } = wording.pages.preferences;
  return {
    title: gone,
    content: html`<p>${goneText}</p>
      <p><a href="${to('/subscribe')}">${wording.pages.frame.subscribe}</a></p>`,
  };
};

/** Where the link to preferences of a public copy leads: it belongs to no reader. */
export const whosePreferencesPage: MakePage = ({ wording }) => {
  const { whose, whoseText } = wording.pages.preferences;
  return { title: whose, content: html`<p>${whoseText}</p>` };
};

import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Wording } from '#lib/briefing/wording.ts';
import { parseAddress } from '#lib/subscription/address.ts';
import { SubscriberName } from '#lib/subscription/new-subscriber.ts';
import { CADENCES, Settings, type Cadence } from '#lib/subscription/settings.ts';
import type { SignUp } from '#lib/subscription/subscribe.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { choice, faultSummary, textField } from './form.ts';
import type { PageLanguage } from './page-language.ts';
import type { Markup } from './page.ts';
import { selectField } from './select-field.ts';
import { timeZonesWith } from './time-zones.ts';

/**
 * Version of the words beside the button, `pages.subscribe.consent` in every language: kept as evidence of
 * what was agreed to. Other words, another version.
 */
export const CONSENT_WORDING = '2026-11-22';

/** A field that people do not see and programs fill in. */
export const TRAP_FIELD = 'website';

/** What a form holds, and what is wrong with it, by field. */
export interface SignUpForm {
  values: Record<string, string>;
  faults: Partial<Record<FieldName, string>>;
}
type FieldName = 'address' | 'name' | 'cadence' | 'time-zone' | 'topic';

export const EMPTY_FORM: SignUpForm = { values: {}, faults: {} };

/** A form that was sent, as a sign-up or with the fault of each field. */
export function parseSignUp(
  values: Record<string, string>,
  topics: readonly Topic[],
  wording: Wording,
): { ok: true; signUp: SignUp } | { ok: false; form: SignUpForm } {
  const words = wording.pages.subscribe;
  const address = parseAddress(values['address'] ?? '', 'form');
  const topic = topics.length === 1 ? topics[0] : topics.find(({ id }) => id === values['topic']);
  const name = SubscriberName.safeParse((values['name'] ?? '').trim());
  const cadence = z.enum(CADENCES).safeParse(values['cadence'] ?? 'every');
  const zone = Settings.shape.timeZone.safeParse(values['time-zone'] ?? zoneOf(topic));
  if (address.ok && topic !== undefined && name.success && cadence.success && zone.success) {
    const chosen = { cadence: cadence.data, timeZone: zone.data, pausedUntil: null };
    const signUp = {
      topicId: topic.id,
      address: address.value,
      name: name.data || null,
      settings: { ...chosen, language: wording.language },
      source: 'page /subscribe',
      wording: `${CONSENT_WORDING} ${wording.language}`,
    };
    return { ok: true, signUp };
  }
  const faults = {
    ...(topic === undefined && { topic: words.topicFault }),
    ...(!address.ok && { address: words.addressFault }),
    ...(!name.success && { name: words.nameFault }),
    ...(!cadence.success && { cadence: words.cadenceFault }),
    ...(!zone.success && { 'time-zone': words.timeZoneFault }),
  };
  return { ok: false, form: { values, faults } };
}

/** Who chooses no time zone has that of the topic. */
const zoneOf = (topic: Topic | undefined) => topic?.schedule.timeZone ?? 'UTC';

/** The form to subscribe: one field to be seen, the others behind a word, and a trap. */
export function signUpForm(
  form: SignUpForm,
  topics: readonly Topic[],
  { wording, to }: PageLanguage,
): Markup {
  const { values, faults } = form;
  const words = wording.pages.subscribe;
  const isOpen = ['name', 'cadence', 'time-zone'].some((name) => name in faults);
  const listed = Object.entries(faults).map(([name, text]) => ({ name, text }));
  return html`${faultSummary(wording, listed)}
    <form method="post" action="${to('/subscribe')}" novalidate>
      ${topics.length > 1 ? topicChoice(form, topics, words) : ''}
      ${textField({
        name: 'address',
        label: words.address,
        type: 'email',
        autocomplete: 'email',
        required: true,
        ...given(values['address'], faults.address),
      })}
      <details ${isOpen ? html`open` : ''}>
        <summary>${words.more}</summary>
        ${textField({
          name: 'name',
          label: `${words.name} (${wording.pages.form.optional})`,
          hint: words.nameHint,
          autocomplete: 'name',
          ...given(values['name'], faults.name),
        })}
        ${cadenceChoice(values['cadence'] ?? 'every', faults.cadence, wording)}
        ${zoneField(values['time-zone'] ?? zoneOf(topics[0]), faults['time-zone'], wording)}
      </details>
      ${trap(words.trap)}
      <p class="small">${words.consent}</p>
      <button type="submit">${words.button}</button>
    </form>`;
}

const given = (value: string | undefined, fault: string | undefined) => ({
  ...(value !== undefined && { value }),
  ...(fault !== undefined && { fault }),
});

function topicChoice(
  { values, faults }: SignUpForm,
  topics: readonly Topic[],
  words: Wording['pages']['subscribe'],
): Markup {
  const options = topics.map(({ id, title, description: hint }) => ({
    value: id,
    label: title,
    ...(hint !== '' && { hint }),
    checked: values['topic'] === id,
  }));
  const fault = faults.topic;
  return choice({
    name: 'topic',
    legend: words.topic,
    options,
    ...(fault !== undefined && { fault }),
  });
}

export function cadenceChoice(
  chosen: Cadence | string,
  fault: string | undefined,
  wording: Wording,
): Markup {
  const words = wording.pages.subscribe;
  return choice({
    name: 'cadence',
    legend: words.cadence,
    options: [
      { value: 'every', label: words.every, checked: chosen === 'every' },
      {
        value: 'monthly',
        label: words.monthly,
        hint: words.monthlyHint,
        checked: chosen === 'monthly',
      },
    ],
    ...(fault !== undefined && { fault }),
  });
}

export function zoneField(chosen: string, fault: string | undefined, wording: Wording): Markup {
  const words = wording.pages.subscribe;
  const options = timeZonesWith(chosen).map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
  const hint = words.timeZoneHint;
  const field = { name: 'time-zone', label: words.timeZone, hint, options, chosen };
  return selectField({ ...field, ...(fault !== undefined && { fault }) });
}

function trap(label: string): Markup {
  return html`<div class="trap" aria-hidden="true">
    <label for="${TRAP_FIELD}">${label}</label>
    <input id="${TRAP_FIELD}" name="${TRAP_FIELD}" type="text" tabindex="-1" autocomplete="off" />
  </div>`;
}

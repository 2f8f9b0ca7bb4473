import * as z from 'zod/mini';
import { templates } from '#templates/changed';
import type { Brand } from '#lib/briefing/brand.ts';
import { link, text } from '#lib/briefing/view-fields.ts';
import { dateInWords, listOf, say, type Wording } from '#lib/briefing/wording.ts';
import { Cadence, Day, TimeZone } from './facts.ts';
import { Action, actionOf, frameFields, frameOf, Row } from './mail-frame.ts';
import { ownLinkFields, ownLinks } from './own-links.ts';
import type { MailKind } from './mail-kind.ts';

/** A subscriber's preferences. */
const Settings = z.strictObject({
  cadence: Cadence,
  /** Until when nothing is sent, or null. */
  pausedUntil: z.nullable(Day),
  name: z.nullable(z.string()),
  timeZone: TimeZone,
  /** BCP 47. */
  language: z.string(),
});
type Settings = z.infer<typeof Settings>;

/** What the mail after a change of preferences tells. */
const Changed = z.strictObject({
  ...ownLinkFields,
  preferencesUrl: link(),
  settings: Settings,
  /** Which of them are new. */
  changed: z.array(z.keyof(Settings)),
});
export type Changed = z.infer<typeof Changed>;

const ChangedView = z.strictObject({
  ...frameFields,
  intro: text(),
  /** `mark`: that it was changed, or empty. */
  rows: z.array(z.strictObject({ ...Row.shape, mark: text() })),
  action: Action,
  notes: z.array(text()),
});

type ChangedView = z.infer<typeof ChangedView>;

/** The mail that tells which preferences hold from now on. */
export const changedMail: MailKind<Changed, ChangedView> = {
  name: 'changed',
  templates,
  facts: Changed,
  view: ChangedView,
  toView,
};

function toView(change: Changed, brand: Brand, wording: Wording): ChangedView {
  const { topicTitle: topic, changed } = change;
  const words = wording.mails.changed;
  const rows = rowsOf(change.settings, wording);
  const labels = rows.filter(({ key }) => changed.includes(key)).map(({ label }) => label);
  return {
    ...frameOf(brand, wording, ownLinks(change, wording)),
    subject: say(wording, words.subject, { topic }),
    preheader: say(wording, words.preheader, { settings: listOf(wording, labels) }),
    headline: words.headline,
    intro: say(wording, words.intro, { topic }),
    rows: rows.map(({ key, ...row }) => ({
      ...row,
      mark: changed.includes(key) ? words.mark : '',
    })),
    action: actionOf(wording, words.button, change.preferencesUrl),
    notes: [words.notYou],
  };
}

function rowsOf(settings: Settings, wording: Wording): (Row & { key: keyof Settings })[] {
  const words = wording.mails.changed;
  const { cadence, pausedUntil, name, timeZone, language } = settings;
  const until = pausedUntil === null ? 'none' : dateInWords(wording, pausedUntil);
  const languages = new Intl.DisplayNames(wording.locale, { type: 'language' });
  return [
    { key: 'cadence', label: words.cadence, value: say(wording, words.cadences, { cadence }) },
    { key: 'pausedUntil', label: words.pause, value: say(wording, words.pauses, { until }) },
    { key: 'name', label: words.name, value: name ?? words.unnamed },
    { key: 'timeZone', label: words.timeZone, value: timeZone },
    { key: 'language', label: words.language, value: languages.of(language) ?? language },
  ];
}

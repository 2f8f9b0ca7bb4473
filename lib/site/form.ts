import { html } from 'hono/html';
import { say, type Wording } from '#lib/briefing/wording.ts';
import type { Markup } from './page.ts';

/** One thing to be typed. The label stands above, the hint between; a fault is told at the field and in `faultSummary`. */
export interface Field {
  name: string;
  label: string;
  type?: 'text' | 'email';
  value?: string;
  hint?: string;
  /** What is wrong with what was sent, in the reader's language. */
  fault?: string;
  required?: boolean;
  /** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
  autocomplete?: string;
}

/** A field of a form. Its id is its name. */
export function textField(field: Field): Markup {
  const { name, label, type = 'text', value = '', autocomplete = 'off' } = field;
  const describedBy = [
    ...(field.hint === undefined ? [] : [`${name}-hint`]),
    ...(field.fault === undefined ? [] : [`${name}-fault`]),
  ].join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${notes(field)}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${field.required ? html`required` : ''}
      ${describedBy === '' ? '' : html`aria-describedby="${describedBy}"`}
      ${field.fault === undefined ? '' : html`aria-invalid="true"`}
    />
  </div>`;
}

function notes({ name, hint, fault }: Field): Markup {
  return html`${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
  ${fault === undefined ? '' : html`<p class="fault" id="${name}-fault">${fault}</p>`}`;
}

/** One of several things, as radio buttons or, where several may be chosen, boxes. */
export interface Choice {
  name: string;
  legend: string;
  type?: 'radio' | 'checkbox';
  options: { value: string; label: string; hint?: string; checked?: boolean }[];
  fault?: string;
}

/** A group of options. The first has the group's name as its id, the others a number behind it. */
export function choice({ name, legend, type = 'radio', options, fault }: Choice): Markup {
  const items = options.map(({ value, label, hint, checked }, index) => {
    const id = index === 0 ? name : `${name}-${index + 1}`;
    return html`<label class="option" for="${id}">
      <input
        id="${id}"
        name="${name}"
        type="${type}"
        value="${value}"
        ${checked ? html`checked` : ''}
      />
      <span>${label}${hint === undefined ? '' : html`<small>${hint}</small>`}</span>
    </label>`;
  });
  return html`<fieldset>
    <legend>${legend}</legend>
    ${fault === undefined ? '' : html`<p class="fault">${fault}</p>`} ${items}
  </fieldset>`;
}

/** Stands above a form that was sent with faults: what they are, each leading to its field. */
export function faultSummary(wording: Wording, faults: { name: string; text: string }[]): Markup {
  if (faults.length === 0) return html``;
  const title = say(wording, wording.pages.form.faults, { count: faults.length });
  return html`<div class="summary" role="alert">
    <p>${title}</p>
    <ul>
      ${faults.map(({ name, text }) => html`<li><a href="#${name}">${text}</a></li>`)}
    </ul>
  </div>`;
}

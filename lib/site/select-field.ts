import { html } from 'hono/html';
import type { Markup } from './page.ts';

/** One of many things. Its id is its name. */
export interface Select {
  name: string;
  label: string;
  hint?: string;
  fault?: string;
  options: { value: string; label: string }[];
  /** The value that is chosen. */
  chosen: string;
}

/** A list of which one is chosen. */
export function selectField({ name, label, hint, fault, options, chosen }: Select): Markup {
  const describedBy = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(fault === undefined ? [] : [`${name}-fault`]),
  ].join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${fault === undefined ? '' : html`<p class="fault" id="${name}-fault">${fault}</p>`}
    <select
      id="${name}"
      name="${name}"
      ${describedBy === '' ? '' : html`aria-describedby="${describedBy}"`}
      ${fault === undefined ? '' : html`aria-invalid="true"`}
    >
      ${options.map((option) =>
        option.value === chosen
          ? html`<option value="${option.value}" selected>${option.label}</option>`
          : html`<option value="${option.value}">${option.label}</option>`,
      )}
    </select>
  </div>`;
}

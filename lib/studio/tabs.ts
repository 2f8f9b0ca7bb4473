import { html } from 'hono/html';
import type { Markup } from './layout.ts';
import { FRAME_SANDBOX } from './security.ts';

/** A way to look at an edition or a mail. */
export interface View {
  id: string;
  label: string;
}

/** The view a request asks for, or the first. */
export function chosenView<Views extends readonly [View, ...View[]]>(
  views: Views,
  id: string | undefined,
): Views[number] {
  return views.find((view) => view.id === id) ?? views[0];
}

/** Links between the views of one page. */
export function tabs(path: string, views: readonly View[], current: View): Markup {
  return html`<nav class="tabs" aria-label="Views">
    ${views.map((view) =>
      view === current
        ? html`<a href="${path}?view=${view.id}" aria-current="page">${view.label}</a>`
        : html`<a href="${path}?view=${view.id}">${view.label}</a>`,
    )}
  </nav>`;
}

/** An e-mail's HTML in a frame of its own: as wide as the page, or as a phone. */
export function mailFrame(src: string, width: 'desktop' | 'phone', title: string): Markup {
  return html`<div class="frame ${width}">
      <iframe src="${src}" title="${title}" sandbox="${FRAME_SANDBOX}"></iframe>
    </div>
    <p class="aside"><a href="${src}">Open without the frame</a></p>`;
}

/** Text as it is, every space and line end kept. */
export function plainText(text: string, label: string): Markup {
  return html`<pre tabindex="0" aria-label="${label}">${text}</pre>`;
}

/** Label and value pairs. */
export function facts(
  pairs: readonly (readonly [label: string, value: string | Markup])[],
): Markup {
  return html`<dl class="facts">
    ${pairs.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

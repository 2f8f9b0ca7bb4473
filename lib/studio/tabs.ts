import { html } from 'hono/html';
import { framePath, type FrameState } from './frame-html.ts';
import type { Markup } from './layout.ts';
import { FRAME_SANDBOX } from './security.ts';

/** A way to look at a mail. */
export interface View {
  id: string;
  label: string;
}

/** Links between the views of one page. */
export function tabs(path: string, views: readonly View[], current: View): Markup {
  return html`<nav class="tabs" aria-label="Views">
    ${views.map((view) =>
      view.id === current.id
        ? html`<a href="${path}?view=${view.id}" aria-current="page">${view.label}</a>`
        : html`<a href="${path}?view=${view.id}">${view.label}</a>`,
    )}
  </nav>`;
}

/** An e-mail's HTML in a frame of its own, as wide as a screen: 622, 375 or 320 CSS pixels. */
export function mailFrame(
  path: string,
  label: string,
  widthPx: 622 | 375 | 320,
  state: FrameState,
): Markup {
  const src = framePath(path, state);
  return html`<figure class="frame w${widthPx} ${state.scheme}">
    <figcaption>
      <a href="${src}" target="_blank" title="Open without the frame">${label}</a>
    </figcaption>
    <iframe src="${src}" title="The mail: ${label}" sandbox="${FRAME_SANDBOX}"></iframe>
  </figure>`;
}

/** Text as it is, every space and line end kept. */
export function plainText(text: string, label: string): Markup {
  return html`<pre tabindex="0" aria-label="${label}"><code id="plain">${text}</code></pre>`;
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

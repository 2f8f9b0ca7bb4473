import { html } from 'hono/html';
import { HTML_BUDGET_BYTES, kilobytes } from './checks/size.ts';
import { layout, type Markup, type Section } from './layout.ts';
import type { PostOffice } from './post-office.ts';
import type { ShownMail } from './shown-mail.ts';
import { facts, tabs } from './tabs.ts';
import type { TemplateFault } from './template-fault.ts';
import { chosenView, viewsOf } from './views.ts';

/** What a page needs to know beside the mail. */
export interface MailPage {
  section: Section;
  /** The list to choose from. */
  side: Markup;
  mail: ShownMail;
  viewId: string | undefined;
  /** What the page shows, to be compared with what is there after a change. */
  revision: string;
  office: Pick<PostOffice, 'destination'>;
  /** What became of a test, said once. */
  notice: string | undefined;
}

/** One mail in the view that is asked for, with its checks. */
export function mailPage(page: MailPage): Markup {
  const { mail, section, side } = page;
  return layout(mail.parts?.subject ?? mail.path, section, {
    side,
    main: mailPane(page),
    aside: aboutPane(page),
  });
}

/** The pane in the middle, which a change replaces. */
export function mailPane({ mail, viewId, revision }: MailPage): Markup {
  const view = chosenView(mail, viewId);
  const { parts } = mail;
  return html`<div id="mail" data-path="${mail.path}" data-revision="${revision}">
    <header class="head">
      <p class="meta">${mail.about}</p>
      <h1 id="subject">${parts?.subject ?? 'This mail cannot be shown yet'}</h1>
      <p class="lead" id="preheader">${parts?.preheader ?? ''}</p>
    </header>
    <div id="faults" role="alert">${faultList(mail.faults, parts !== null)}</div>
    ${tabs(mail.path, viewsOf(mail), view)}
    <div class="view ${view.id}" id="view">${parts ? view.show(mail, parts) : ''}</div>
  </div>`;
}

function faultList(faults: readonly TemplateFault[], hasGood: boolean): Markup {
  if (faults.length === 0) return html``;
  return html`<section class="faults">
    <h2>${faults.length === 1 ? 'A fault' : `${faults.length} faults`}</h2>
    <ul>
      ${faults.map(
        ({ file, line, reason }) =>
          html`<li><code>templates/${file}${line === null ? '' : `:${line}`}</code> ${reason}</li>`,
      )}
    </ul>
    ${hasGood ? html`<p>What is shown is the last good version.</p>` : ''}
  </section>`;
}

function aboutPane({ mail, office, notice }: MailPage): Markup {
  return html`${notice === undefined ? '' : html`<p class="notice" role="status">${notice}</p>`}
    <section>
      <h2>Checks</h2>
      <div id="checks" data-src="${mail.path}/checks">
        <noscript><a href="${mail.path}/checks">Run the checks</a></noscript>
      </div>
    </section>
    <section>
      <h2>Size</h2>
      <div id="size">${sizes(mail)}</div>
    </section>
    ${mail.canBeSent ? testForm(mail, office) : ''}
    <section class="keys">
      <h2>Keys</h2>
      <p><kbd>j</kbd> <kbd>k</kbd> next, previous mail · <kbd>h</kbd> <kbd>l</kbd> view</p>
    </section>`;
}

function sizes({ parts }: ShownMail): Markup {
  if (parts === null) return html`–`;
  const bytes = Buffer.byteLength(parts.html);
  return html`<meter min="0" max="102400" high="${HTML_BUDGET_BYTES}" value="${bytes}"></meter>
    ${facts([
      ['HTML', `${kilobytes(bytes)} of ${kilobytes(HTML_BUDGET_BYTES)}`],
      ['Text', kilobytes(Buffer.byteLength(parts.text))],
      ['Subject', `${[...parts.subject].length} characters`],
    ])}`;
}

function testForm({ path }: ShownMail, { destination }: Pick<PostOffice, 'destination'>): Markup {
  return html`<section>
    <h2>Send a test</h2>
    <form method="post" action="/studio/tests">
      <input type="hidden" name="path" value="${path}" />
      <label>To <input type="email" name="to" value="reader@example.com" required /></label>
      <button>Send to ${destination}</button>
    </form>
  </section>`;
}
